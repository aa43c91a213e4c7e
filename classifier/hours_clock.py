"""Spans of hours by the clock, one at a time: `9-13`, `dalle 14 alle 20`, `9am-6pm`, `8:00 to 5:00`."""

from __future__ import annotations

import re
from typing import Final

from classifier.cue_engine import Spans
from classifier.hours_patterns import SPAN
from classifier.searched import Searched


class Span:
    """A span of one day."""

    __slots__ = ("end", "hours", "opens", "start", "sure")

    def __init__(self, opens: float, hours: float, start: int, end: int, *, sure: bool) -> None:
        self.opens: float = opens
        """Hour at which it begins, 0-24."""
        self.hours: float = hours
        """How long it is."""
        self.start: int = start
        """Offset of the first character."""
        self.end: int = end
        """Offset behind the last character."""
        self.sure: bool = sure
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

_AROUND_STEMS: Final = ("orari", "turn", "rotazion", "fasc", "lun", "ven", "mattin", "pomeriggi", "mon", "fri", "shift")
"""One of which stands in every match of it."""


def clock_spans(text: Searched) -> list[Span]:
    """Return the spans of `text` that can be a working day's or a part of one, 2 to 13 hours long, in order."""
    found: list[Span] = []
    match = text.search(SPAN)
    while match:
        span = _read(text.folded, match)
        if span is not None:
            found.append(span)
        match = text.search(SPAN, match[1][1])  # what stands behind a span may begin the next
    return found


def _read(folded: str, match: Spans) -> Span | None:
    """Return what a match of `SPAN` tells, or None where it is no part of a working day."""
    lead, from_hour, from_minutes, from_half, join, to_hour, to_minutes, to_half = [
        folded[start:end] if start >= 0 else "" for start, end in match[2:]
    ]
    first, last = match[1]
    marked = from_half or to_half
    if not (from_minutes or to_minutes or marked) and _COUNTED.match(folded, last):
        return None
    start = _clock(from_hour, from_minutes, from_half or ("am" if to_half == "am" else ""))
    end = _clock(to_hour, to_minutes, to_half)
    if start < 0 or end < 0:
        return None
    if to_half == "pm" and not from_half and start + _NOON < end and start < _EARLIEST:
        start += _NOON
    hours = _length(start, end, marked=bool(marked))
    if not 2 <= hours <= 13:  # noqa: PLR2004 - a working day
        return None
    told = lead or from_minutes or to_minutes or marked or join == "alle"
    sure = bool(told) or _is_of_work(folded, first, last)
    return Span(start, hours, first, last, sure=sure)


def _is_of_work(folded: str, first: int, last: int) -> bool:
    """Return whether a word of working hours or of days stands around a span."""
    around = folded[max(0, first - 30) : last + 40]
    for stem in _AROUND_STEMS:
        if stem in around:
            return _AROUND.search(folded, max(0, first - 30), last + 40) is not None
    return False


def _length(start: float, end: float, *, marked: bool) -> float:
    """Return the hours from `start` to `end`; an end before the start is of the 12-hour clock, or tomorrow's.

    >>> _length(8, 5, marked=False), _length(22, 6, marked=False), _length(9, 18, marked=False)
    (9, 8, 9)
    """
    if end > start:
        return end - start
    return end + (24 if marked or start > _NOON else _NOON) - start


def _clock(hour: str, minutes: str, half: str) -> float:
    """Return the hour of the day, or -1 where there is none."""
    value = int(hour) + int(minutes or 0) / 60
    if half == "pm" and value < _NOON:
        value += _NOON
    elif half == "am" and int(hour) == _NOON:
        value -= _NOON
    return value if value <= 24 else -1.0  # noqa: PLR2004 - hours of a day
