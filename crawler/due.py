"""When a source may be visited next, from its card and the runs before. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, NamedTuple

from crawler.card import Card
from crawler.store.history import Past

_SCHEDULED: Final = 6 * 3600
"""Intervals from here on are those of schedules, not of rate limits."""


class Due(NamedTuple):
    """Whether a source may be visited, and when."""

    at: datetime | None
    """From when on; None for at once."""
    reason: str = ""
    """Why not before; empty when it may be visited."""

    @property
    def now(self) -> bool:
        """Return whether the source may be visited at once."""
        return not self.reason


def due(card: Card, past: Past, now: datetime) -> Due:
    """Return when the source may be visited next: its minimum interval has passed, its daily budget is not used up.

    A clock that stands before the last visit is not believed: then only the budget counts.
    """
    if past.calls_today >= card.max_calls_per_day:
        return Due(now + timedelta(hours=1), f"its {card.max_calls_per_day} requests a day are used up")
    if past.last_start is None:
        return Due(None)
    at = past.last_start + timedelta(seconds=card.min_interval - _slack(card.min_interval))
    if past.last_start <= now < at:
        return Due(at, f"at most one visit in {_span(card.min_interval)}")
    return Due(at if at > now else None)


def _slack(interval: int) -> int:
    """Return the seconds by which a scheduled visit may come early: a daily one never comes to the second."""
    return interval // 24 if interval >= _SCHEDULED else 0


def _span(seconds: int) -> str:
    return f"{seconds // 3600} h" if seconds % 3600 == 0 else f"{seconds // 60} min"
