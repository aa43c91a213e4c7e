"""Spans of hours by the clock, one at a time: `9-13`, `dalle 14 alle 20`, `9am-6pm`, `8:00 to 5:00`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from classifier.hours_patterns import SPAN, Searched


class Span(NamedTuple):
    """A span of one day."""

    opens: float
    """Hour at which it begins, 0-24."""
    hours: float
    """How long it is."""
    start: int
    """Offset of the first character."""
    end: int
    """Offset behind the last character."""
    sure: bool
    """True where minutes, am or pm or a word say that it is the clock's."""

    @property
    def closes(self) -> float:
        """Hour at which it ends; above 24 on the next day."""
        return self.opens + self.hours


_COUNTED: Final = re.compile(
    r" ?(?:[a-z]{3,12} )?(?:al giorno|al mese|a settimana|per (?:day|week|month)|a day)\b|"
    r" ?(?:anni|years?|yrs|times|volte|giorni|days|"
    r"settimane|weeks|mesi|months|persone|people|euro?\b|usd|€|[$£]|lingue|ore\b|hours|hrs)"
)
"""Behind two plain numbers: a count, no clock."""
_NOON: Final = 12
_EARLIEST: Final = 7
"""`1-5 pm` is the afternoon."""
_AROUND: Final = re.compile(
    r"\b(?:orari[oi]|turn[oi]|turnazione|rotazione|fasc[ei]|lun(?:edi)?|ven(?:erdi)?|mattin[ae]|pomeriggi[oi]|mon(?:day)?|fri(?:day)?|"
    r"shifts?)\b"
)


def clock_spans(text: Searched) -> Iterator[Span]:
    """Yield the spans of `text` that can be a working day's or a part of one, 2 to 13 hours long, in order."""
    place = 0
    while match := text.search(SPAN, place):
        place = match.end(1)  # what stands behind a span may begin the next
        span = _read(text.folded, match)
        if span is not None:
            yield span


def _read(folded: str, match: Any) -> Span | None:
    """Return what a match of `SPAN` tells, or None where it is no part of a working day."""
    _, lead, from_hour, from_minutes, from_half, join, to_hour, to_minutes, to_half = match.groups()
    marked = from_half or to_half
    if not (from_minutes or to_minutes or marked) and _COUNTED.match(folded, match.end(1)):
        return None
    start = _clock(from_hour, from_minutes, from_half or (to_half if to_half == b"am" else None))
    end = _clock(to_hour, to_minutes, to_half)
    if start is None or end is None:
        return None
    if to_half == b"pm" and not from_half and start + _NOON < end and start < _EARLIEST:
        start += _NOON
    hours = _length(start, end, marked=bool(marked))
    if not 2 <= hours <= 13:  # noqa: PLR2004 - a working day
        return None
    first, last = match.span(1)
    told = lead or from_minutes or to_minutes or marked or join == b"alle"
    return Span(start, hours, first, last, bool(told or _AROUND.search(folded, max(0, first - 30), last + 40)))


def _length(start: float, end: float, *, marked: bool) -> float:
    """Return the hours from `start` to `end`; an end before the start is of the 12-hour clock, or tomorrow's.

    >>> _length(8, 5, marked=False), _length(22, 6, marked=False), _length(9, 18, marked=False)
    (9, 8, 9)
    """
    if end > start:
        return end - start
    return end + (24 if marked or start > _NOON else _NOON) - start


def _clock(hour: bytes, minutes: bytes | None, half: bytes | None) -> float | None:
    value = int(hour) + int(minutes or 0) / 60
    if half == b"pm" and value < _NOON:
        value += _NOON
    elif half == b"am" and int(hour) == _NOON:
        value -= _NOON
    return value if value <= 24 else None  # noqa: PLR2004 - hours of a day
