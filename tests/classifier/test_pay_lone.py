"""Numbers that stand alone: what is not looked into holds nothing but the number."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.pay_figures import LONE, PATTERN
from classifier.pay_lone import currency_end, is_alone, number_end, shape_of
from classifier.text import fold

PIECES = (
    "10 1.200 12,50 0,03 2025 3,25,000 1234567890 € $ £ ₱ % + - / // ( ) . , ; : ' \\ ,- ,= /00 k mila euro eur usd php "
    "p r$ us u.s. a al alla ad ai to e ed il or o up fino max per cento percent cent centesimi l'ora all'ora hour "
    "hours mese years anni au$ aus xhour onlinejobs 😀 ½ ٣"
).split()


@pytest.mark.parametrize(
    ("text", "alone", "last"),
    [
        ("10 hours", True, 0),
        ("10+ years", True, 0),
        ("12,50 l'ora", True, 0),
        ("15 per hour.", True, 0),
        ("15 per hour or 20", False, 0),
        ("15 per cento", False, 0),
        ("15 euro", False, 7),
        ("15 euro o 20", False, 0),
        ("15€/h", False, 3),
        ("15 $ aud", False, 0),
        ("15-20", False, 0),
        ("15k", False, 0),
        ("12,-", False, 0),
        ("12 ph", False, 0),
    ],
)
def test_what_stands_behind_a_number(text, alone, last):
    """A word or mark that can belong to a number, or a second number near it, is looked into."""
    shape = shape_of(text)
    end = number_end(text, shape, 0)

    assert is_alone(text, shape, end) is alone
    assert currency_end(text, shape, end) == last


def test_a_code_is_no_number():
    """So many figures are a telephone's."""
    assert number_end("1234567890", shape_of("1234567890"), 0) == 0


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.sampled_from(["", " ", "\n", "  "])), max_size=14))
def test_nothing_that_belongs_to_a_number_is_passed_over(pieces):
    """Where a number stands alone or with its currency, the whole pattern finds nothing else beside it either."""
    folded = fold("".join(pieces))
    shape = shape_of(folded)
    for digit in re.finditer("[0-9]", folded):
        end = number_end(folded, shape, digit.start())
        match = PATTERN.match(folded, digit.start())
        if end and is_alone(folded, shape, end):
            assert (match.end(), match.lastindex) == (end, LONE), folded
        elif end and (last := currency_end(folded, shape, end)):
            assert match.span(4) == (end, last), folded
            assert match.end() == last, folded
