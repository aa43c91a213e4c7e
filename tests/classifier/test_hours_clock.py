"""Spans of hours by the clock."""

import pytest

from classifier.hours_clock import clock_spans
from classifier.searched import Searched


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("orario 9-13 e 14-18", [(9, 13), (14, 18)]),
        ("from 8:00 to 5:00", [(8, 17)]),
        ("turno 22-6", [(22, 30)]),
        ("1-5 pm", [(13, 17)]),
        ("10pm-6am", [(22, 30)]),
        ("dalle 8.30 alle 12", [(8.5, 12)]),
        ("5-7 al giorno", []),
        ("bambini di 3-10 anni", []),
        ("from 2-4 times a month", []),
        ("3-5 €/h", []),
        ("9-10", []),
        ("9-13 dalle 14 alle 18", [(9, 13), (14, 18)]),
        ("9-13/14-18", []),
    ],
)
def test_spans(text, spans):
    """Both clocks, nights; counts, ages and sums are none."""
    assert [(span.opens, span.closes) for span in clock_spans(Searched(text))] == spans


def test_plain_numbers_are_no_sure_clock():
    """Two numbers alone may be anything."""
    assert [span.sure for span in clock_spans(Searched("capitoli 9-13"))] == [False]
    assert [span.sure for span in clock_spans(Searched("orario 9-13"))] == [True]
