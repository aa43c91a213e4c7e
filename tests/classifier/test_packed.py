"""Numbers inside JSON."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.packed import pack, unpack


@given(st.lists(st.floats(allow_nan=False)))
def test_numbers_come_back_as_they_were(numbers):
    """To the last bit, through JSON."""
    assert list(unpack(json.loads(json.dumps(pack(numbers))))) == numbers


def test_numbers_in_the_open_are_taken_too():
    assert list(unpack([1, 2.5])) == [1.0, 2.5]


@pytest.mark.parametrize("text", ["AAAA", "AAAAAAAAAA", "é", "AAAAAAAA8D8=AAAA", "#", "AAAAAAAA8D8"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(ValueError):
        unpack(text)
