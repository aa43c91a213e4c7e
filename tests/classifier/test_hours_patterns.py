"""The patterns of hours, and the one search for all of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier import hours_patterns
from classifier.cue_notation import compiled
from classifier.hours_patterns import CONTRACT, DAYS, FULL, NAMED, PART, SIX_DAYS, SPAN, STATED, Searched
from classifier.text import fold


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("agenda e posta", set()),
        ("24 ore settimanali", {STATED}),
        ("part-time 20 ore", {NAMED, PART}),
        ("full time, ccnl del commercio", {FULL, CONTRACT}),
        ("dalle 9 alle 18, lun-sab", {SPAN, SIX_DAYS}),
        ("5 giorni su 7", {DAYS}),
    ],
)
def test_what_stands_in_a_text(text, standing):
    """One pass tells which patterns can be found."""
    assert Searched(text).standing == standing


@given(
    st.lists(
        st.sampled_from(
            "9-13 20 ore h /week al giorno part-time full turni da 8 € “lunedì” sabato 5 giorni a settimana".split()
        ),
        max_size=30,
    )
)
def test_nothing_that_stands_is_passed_over(words):
    """A pattern that the one pass did not tell of is nowhere found, and offsets are those of the text."""
    searched = Searched(fold(" ".join(words)))

    assert len(searched.data) == len(searched.folded)
    for pattern in hours_patterns._ALL:
        found = compiled(pattern, captures=True).search(searched.data)
        assert bool(found) == (pattern in searched.standing)
        assert [match.span() for match in searched.finditer(pattern)][:1] == ([found.span()] if found else [])
