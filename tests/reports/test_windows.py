"""The days of a report."""

from datetime import date

import pandas as pd
import pytest

from reports.windows import Window, before, cut, last_whole


@pytest.mark.parametrize(
    ("kind", "today", "first", "last"),
    [
        ("month", date(2026, 11, 24), date(2026, 10, 1), date(2026, 10, 31)),
        ("month", date(2026, 1, 1), date(2025, 12, 1), date(2025, 12, 31)),
        ("quarter", date(2026, 11, 24), date(2026, 7, 1), date(2026, 9, 30)),
        ("quarter", date(2026, 2, 3), date(2025, 10, 1), date(2025, 12, 31)),
        ("year", date(2026, 11, 24), date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_the_last_whole_period(kind, today, first, last):
    """The one that ended before today."""
    assert Window(first, last) == last_whole(kind, today)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2026, 3, 1), date(2026, 3, 31), Window(date(2026, 2, 1), date(2026, 2, 28))),
        (date(2026, 1, 1), date(2026, 3, 31), Window(date(2025, 10, 1), date(2025, 12, 31))),
        (date(2026, 3, 2), date(2026, 3, 8), Window(date(2026, 2, 23), date(2026, 3, 1))),
        (None, date(2026, 3, 8), None),
    ],
)
def test_the_period_before(first, last, expected):
    """Whole months before whole months, else as many days."""
    assert expected == before(Window(first, last))


def test_cutting():
    """First and last day belong to the window."""
    frame = pd.DataFrame({"date": pd.to_datetime(["2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01"])})

    assert [1, 2] == list(cut(frame, Window(date(2026, 3, 1), date(2026, 3, 31))).index)
    assert cut(frame, Window(None, None)) is frame
