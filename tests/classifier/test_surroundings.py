"""What an ad says around a skill."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.signs import rules
from classifier.surroundings import Surroundings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("we help shops with excel. you call.", True),
        ("we help shops. you use excel.", False),
        ("we help shops and you will use excel.", False),
        ("we help shops\nexcel", False),
        ("excel is what we help with", True),
        ("we help " + "x" * 200 + " excel", False),
        ("excel" + " x" * 60 + " we help", False),
        ("excel", False),
    ],
)
def test_of_company(text, expected):
    """A sentence that tells of the company and asks nothing; it ends at full stops and lines, or somewhere."""
    start = text.index("excel")

    assert Surroundings(text).of_company(start, start + 5) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nice to have: excel", True),
        ("excel is a plus", True),
        ("a plus\nexcel", False),
        ("excel\na plus", False),
        ("nice to have:" + "x" * 200 + " excel", False),
        ("excel" + " x" * 60 + " a plus", False),
    ],
)
def test_is_welcome(text, expected):
    """The line counts, not the next one, and not what stands far away."""
    assert Surroundings(text).is_welcome(text.index("excel")) is expected


@given(st.lists(st.sampled_from(["we help", "a plus", "cerco", "excel", "x" * 60, ". ", "! ", " ", "\n"]), max_size=12))
def test_it_is_as_the_slices_say(pieces):
    """Places are compared with places, as if sentence and line were cut out."""
    text = " ".join(["excel", *pieces])
    for start in (0, text.rindex("excel")):
        before, behind = text[max(0, start - 200) : start], text[start + 5 : start + 125]
        first = max(before.rfind(mark) for mark in ("\n", ". ", "! ", "? ")) + 1
        last = min((place for mark in ("\n", ". ", "! ", "? ") if (place := behind.find(mark)) >= 0), default=120)
        sentence = before[first:] + "excel" + behind[:last]
        line = before.rpartition("\n")[2] + text[start : start + 120].partition("\n")[0]
        asks = any(phrase in sentence for phrase in rules("matching.toml")["asking"])

        assert Surroundings(text).of_company(start, start + 5) == ("we help" in sentence and not asks)
        assert Surroundings(text).is_welcome(start) == ("a plus" in line)
