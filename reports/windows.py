"""The days that a report counts, and those before with which it compares."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, NamedTuple

import pandas as pd

MONTHS: Final = {"month": 1, "quarter": 3, "year": 12}
"""Kinds of calendar periods and their months."""


class Window(NamedTuple):
    """The days of a report; None where it reaches as far as the ads do."""

    first: date | None
    """First day of publication counted."""
    last: date | None
    """Last day of publication counted."""


def last_whole(kind: str, today: date) -> Window:
    """Return the last whole month, quarter or year that ended before `today`.

    >>> last_whole("quarter", date(2026, 11, 24))
    Window(first=datetime.date(2026, 7, 1), last=datetime.date(2026, 9, 30))
    """
    size = MONTHS[kind]
    begun = (today.year * 12 + today.month - 1) // size * size
    return Window(_day(begun - size), _day(begun) - timedelta(days=1))


def before(window: Window) -> Window | None:
    """Return the period before: whole months for a window of whole months, else as many days; None when unknown.

    >>> before(Window(date(2026, 3, 1), date(2026, 3, 31)))
    Window(first=datetime.date(2026, 2, 1), last=datetime.date(2026, 2, 28))
    """
    first, last = window
    if first is None or last is None:
        return None
    end, following = first - timedelta(days=1), last + timedelta(days=1)
    if first.day == 1 and following.day == 1:
        months = (following.year - first.year) * 12 + following.month - first.month
        return Window(_day(first.year * 12 + first.month - 1 - months), end)
    return Window(first - (following - first), end)


def cut(frame: pd.DataFrame, window: Window) -> pd.DataFrame:
    """Return the rows of `frame` published on the days of `window`."""
    days, inside = frame["date"], pd.Series(data=True, index=frame.index)
    if window.first is not None:
        inside &= days >= pd.Timestamp(window.first)
    if window.last is not None:
        inside &= days < pd.Timestamp(window.last) + pd.Timedelta(days=1)
    return frame if inside.all() else frame[inside]


def _day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)
