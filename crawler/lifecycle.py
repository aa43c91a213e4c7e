"""The life of an ad: open, expired. Pure functions; a later crawl may always reopen an ad."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from crawler.ad import Ad


class Standing(NamedTuple):
    """Where an ad stands and why."""

    status: str
    """`open` or `expired`."""
    reason: str
    """`page says so`, `valid_through`, or empty."""


def standing(ad: Ad, now: datetime) -> Standing:
    """Return where `ad`, just seen at `now` (UTC), stands."""
    if ad.expired:
        return Standing("expired", "page says so")
    if ad.valid_through and ad.valid_through[:10] < now.date().isoformat():
        return Standing("expired", "valid_through")
    return Standing("open", "")
