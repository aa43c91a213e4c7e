"""The one search for the patterns of hours and of money without figures."""

import re2
from hypothesis import given
from hypothesis import strategies as st

from classifier.cue_notation import ENCODING, options
from classifier.hours_patterns import HOURS, SPAN
from classifier.pay_patterns import MONEY, SILENT, SPOKEN
from classifier.searched import Searched, searched
from classifier.text import fold


def test_money_without_figures_stands_beside_hours():
    """One pass tells of both."""
    assert searched("paga di dieci euro, dalle 9 alle 18").standing == {SPOKEN, SPAN}
    assert searched("compenso da concordare").standing == {SILENT}


def test_where_a_match_and_its_groups_stand():
    """The whole comes first, a group that took no part is nowhere, and the search goes on from any place."""
    text = Searched("dalle 9 alle 18, poi 20-22.")

    assert [text.folded[start:end] for start, end in text.search(SPAN)[1:4]] == ["dalle 9 alle 18", "dalle ", "9"]
    assert text.search(SPAN)[4] == (-1, -1)
    assert text.search(SPAN, 15)[1] == (21, 26)
    assert text.search(SPAN, 26) is None


@given(
    st.lists(
        st.sampled_from(
            "9-13 20 ore h /week al giorno part-time full turni da 8 € “lunedì” sabato 5 giorni a settimana dieci euro "
            "solo provvigioni versare €5".split()
        ),
        max_size=30,
    )
)
def test_nothing_that_stands_is_passed_over(words):
    """A pattern that the one pass did not tell of is nowhere found, and offsets are those of the text."""
    text = Searched(fold(" ".join(words)))

    assert len(text.data) == len(text.folded)
    for pattern in (*HOURS, *MONEY):
        found = re2.compile(pattern.encode(ENCODING), options(captures=True)).search(text.data)
        assert bool(found) == (pattern in text.standing)
        assert (text.search(pattern) or [None])[0] == (found.span() if found else None)
