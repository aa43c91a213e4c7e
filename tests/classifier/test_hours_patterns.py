"""The patterns of hours: which of them stand in a text."""

import pytest

from classifier.hours_patterns import CONTRACT, DAYS, FULL, NAMED, PART, SIX_DAYS, SPAN, STATED
from classifier.searched import Searched


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
