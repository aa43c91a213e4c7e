"""Numbers that stand alone: what is not looked into holds nothing but the number."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.pay_figures import LONE, PATTERN
from classifier.pay_lone import lone_end, shape_of
from classifier.text import fold

PIECES = (
    "10 1.200 12,50 0,03 2025 3,25,000 1234567890 € $ £ ₱ % + - / // ( ) . , ; : ' \\ ,- ,= /00 k mila euro eur usd php "
    "p r$ us u.s. a al alla ad ai to e ed il or o up fino max per cento percent cent centesimi l'ora all'ora hour "
    "hours mese years anni au$ aus xhour onlinejobs 😀 ½ ٣"
).split()


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("10 hours", 2),
        ("10+ years", 2),
        ("12,50 l'ora", 5),
        ("15 per hour.", 2),
        ("15 per hour or 20", 0),
        ("15 per cento", 0),
        ("15 euro", 0),
        ("15-20", 0),
        ("15k", 0),
        ("12,-", 0),
        ("1234567890", 0),
    ],
)
def test_the_end_of_a_number_that_stands_alone(text, end):
    """A word or mark that can belong to a number, or a second number near it, is looked into."""
    assert lone_end(text, shape_of(text), 0) == end


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.sampled_from(["", " ", "\n", "  "])), max_size=14))
def test_nothing_that_belongs_to_a_number_is_passed_over(pieces):
    """Where a number is said to stand alone, the whole pattern finds nothing beside it either."""
    folded = fold("".join(pieces))
    shape = shape_of(folded)
    for digit in re.finditer("[0-9]", folded):
        end = lone_end(folded, shape, digit.start())
        match = PATTERN.match(folded, digit.start())
        if end:
            assert (match.end(), match.lastindex) == (end, LONE), folded
