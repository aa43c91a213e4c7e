"""Spans of hours by the clock, one at a time: `9-13`, `dalle 14 alle 20`, `9am-6pm`, `8:00 to 5:00`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple


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


_CLOCK: Final = r"(\d{1,2})(?:[:.](\d\d))? ?(am|pm)?"
_SPAN: Final = re.compile(
    rf"(?P<lead>\b(?:dalle (?:ore )?|from |ore |orari[oi]?:? (?:di lavoro:? |fisso:? )?(?:dalle )?|shift:? |turno:? |"
    rf"hours:? ))?\b{_CLOCK} ?"
    rf"(?P<join>-|to|alle|a|until|till|/) ?{_CLOCK}(?![\d%€$£/])"
)
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


def clock_spans(folded: str) -> Iterator[Span]:
    """Yield the spans of `folded` that can be a working day's or a part of one, 2 to 13 hours long, in order."""
    for match in _SPAN.finditer(folded):
        span = _read(folded, match)
        if span is not None:
            yield span


def _read(folded: str, match: re.Match[str]) -> Span | None:
    from_hour, from_minutes, from_half, to_hour, to_minutes, to_half = match.group(2, 3, 4, 6, 7, 8)
    if not (from_minutes or to_minutes or from_half or to_half) and _COUNTED.match(folded, match.end()):
        return None
    start = _clock(from_hour, from_minutes, from_half or (to_half if to_half == "am" else None))
    end = _clock(to_hour, to_minutes, to_half)
    if start is None or end is None:
        return None
    if to_half == "pm" and not from_half and start + _NOON < end and start < _EARLIEST:
        start += _NOON
    hours = _length(start, end, marked=bool(from_half or to_half))
    if not 2 <= hours <= 13:  # noqa: PLR2004 - a working day
        return None
    return Span(start, hours, match.start(), match.end(), _is_clock(folded, match))


def _length(start: float, end: float, *, marked: bool) -> float:
    """Return the hours from `start` to `end`; an end before the start is of the 12-hour clock, or tomorrow's.

    >>> _length(8, 5, marked=False), _length(22, 6, marked=False), _length(9, 18, marked=False)
    (9, 8, 9)
    """
    if end > start:
        return end - start
    return end + (24 if marked or start > _NOON else _NOON) - start


def _clock(hour: str, minutes: str | None, half: str | None) -> float | None:
    value = int(hour) + int(minutes or 0) / 60
    if half == "pm" and value < _NOON:
        value += _NOON
    elif half == "am" and int(hour) == _NOON:
        value -= _NOON
    return value if value <= 24 else None  # noqa: PLR2004 - hours of a day


def _is_clock(folded: str, match: re.Match[str]) -> bool:
    """Return whether a span is one of the clock: minutes, am or pm, or a word that says so."""
    if any(match.group(group) for group in ("lead", 3, 4, 7, 8)) or match.group("join") == "alle":
        return True
    return bool(_AROUND.search(folded, max(0, match.start() - 30), match.end() + 40))
