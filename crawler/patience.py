"""How long a host is to be left alone after an answer that says "not now". Pure."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

TRANSIENT: Final = frozenset({408, 425, 429, 500, 502, 503, 504, 522, 524})
"""Answers after which another try may help."""
FIRST_WAIT: Final = 2.0
"""Seconds before the first further try where the host names none; doubled each time."""
LONGEST_WAIT: Final = 120.0
"""A host that asks for more seconds than this is left alone for the rest of the crawl."""


def wait_after(status: int, header: str, tries: int, now: datetime) -> float | None:
    """Return the seconds to wait after an answer, given its Retry-After and the tries before; None for no wait."""
    if status not in TRANSIENT:
        return None
    asked = retry_after(header, now)
    return FIRST_WAIT * 2**tries if asked is None else asked


def retry_after(value: str, now: datetime) -> float | None:
    """Return the seconds that a Retry-After header asks for (a number, or a date); None when it cannot be read."""
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        date = parsedate_to_datetime(text)
    except (TypeError, ValueError, OverflowError):
        return None
    return max(0.0, ((date if date.tzinfo else date.replace(tzinfo=UTC)) - now).total_seconds())
