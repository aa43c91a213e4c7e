"""Dates as sources publish them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.dates import read_date

DATES = [
    # dates and times of APIs
    ("2026-11-02", "2026-11-02"),
    ("2026-11-02T08:30:00Z", "2026-11-02T08:30:00+00:00"),
    ("2026-07-10T09:24:39-04:00", "2026-07-10T13:24:39+00:00"),
    ("2026-04-20T22:43:56.531+00:00", "2026-04-20T22:43:56+00:00"),
    ("2026-11-02T08:30:00+0100", "2026-11-02T07:30:00+00:00"),
    ("2026-08-05 09:41:37 UTC", "2026-08-05T09:41:37+00:00"),
    ("2026-11-02 08:30", "2026-11-02"),
    ("2026-12-31T23:59", "2026-12-31"),
    ("20261102", "2026-11-02"),
    (1786813232, "2026-08-15T17:00:32+00:00"),
    ("1786813232", "2026-08-15T17:00:32+00:00"),
    (1764205361939, "2025-11-27T01:02:41+00:00"),
    # feeds
    ("Fri, 10 Jul 2026 22:45:30 +0000", "2026-07-10T22:45:30+00:00"),
    ("Fri, 10 Jul 2026 22:45:30 +0200", "2026-07-10T20:45:30+00:00"),
    ("Wed Sep 02 02:00:00 UTC 2026", "2026-09-02T02:00:00+00:00"),
    # people
    ("2 novembre 2026", "2026-11-02"),
    ("lunedì 2 novembre 2026", "2026-11-02"),
    ("1º maggio 2026", "2026-05-01"),
    ("2 Nov 2026", "2026-11-02"),
    ("November 2, 2026", "2026-11-02"),
    ("Nov 2nd, 2026", "2026-11-02"),
    ("25/12/2026", "2026-12-25"),
    ("12/25/2026", "2026-12-25"),
    ("05.05.2026", "2026-05-05"),
    # nothing that could be told without guessing
    ("02/11/2026", None),
    ("2026-13-02", None),
    ("2026-02-30", None),
    ("presto", None),
    ("ieri", None),
    ("", None),
    (None, None),
    (True, None),
    (float("nan"), None),
    (10**30, None),
    ("9999-01-01", None),
    (0, None),
    ([], None),
]


@pytest.mark.parametrize(("value", "expected"), DATES)
def test_read_date(value, expected):
    """A date is read when it can be told without guessing."""
    assert read_date(value) == expected


def test_hints():
    """What a source documents is believed: naive times are UTC, days come first."""
    assert read_date("2026-07-09T08:01:56", naive_is_utc=True) == "2026-07-09T08:01:56+00:00"
    assert read_date("02/11/2026", day_first=True) == "2026-11-02"
    assert read_date("02/11/2026", day_first=False) == "2026-02-11"


@given(st.one_of(st.text(max_size=60), st.floats(), st.integers(), st.binary(max_size=20)))
def test_never_fails(value):
    """Any value is a date of this age or None."""
    read = read_date(value)

    assert read is None or "1990" <= read[:4] <= "2100"
