"""Timetables in words and figures: `9-13 e 14-18 dal lunedì al venerdì`, `Mon-Fri 9am-6pm`."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

LONG_DAY: Final = 8.5
"""A single span of more hours holds a break of one hour."""


class Timetable(NamedTuple):
    """Hours of one day by the clock."""

    hours: float
    """Hours of work."""
    start: int
    """Offset of the first character."""
    end: int
    """Offset behind the last character."""
    break_taken: bool
    """True when one hour's break was taken off."""


_CLOCK: Final = r"(\d{1,2})(?:[:.](\d\d))? ?(am|pm)?"
_SPAN: Final = re.compile(
    rf"(?P<lead>dalle (?:ore )?|from |ore |orari[oi]?:? (?:di lavoro:? |fisso:? )?(?:dalle )?|shift:? |turno:? |"
    rf"hours:? )?\b{_CLOCK} ?"
    rf"(?P<join>-|to|alle|a|until|till|/) ?{_CLOCK}(?![\d%€$£/])"
)
_AND: Final = re.compile(r" ?(?:e|and|,|/|\+|&|;)(?: dalle| from)? ?$")
_DAYS_NUMBER: Final = re.compile(
    r"\b([1-7]) ?(?:-day|giorni|days?)(?: lavorativi)?(?: a| alla| per| su| each| every|/)? ?(?:settimana|week|wk|"
    r"7\b|sette)|\bsu ([1-7]) giorni"
)
_DAYS_SIX: Final = re.compile(
    r"\b(?:lun(?:edi)?|mon(?:day)?)s? ?(?:-|al|a|to|through|thru|/) ?(?:sab(?:ato)?|sat(?:urday)?)\b|\bsabato compreso"
)
_DAYS_SEVEN: Final = re.compile(
    r"\b(?:lun(?:edi)?|mon(?:day)?)s? ?(?:-|al|a|to|through|/) ?(?:dom(?:enica)?|sun(?:day)?)\b"
)
_DAYS_FIVE: Final = re.compile(
    r"\b(?:lun(?:edi)?|mon(?:day)?)s? ?(?:-|al|a|to|through|thru|/) ?(?:ven(?:erdi)?|fri(?:day)?)\b|\bweekdays\b|"
    r"\bgiorni feriali\b"
)
_NOON: Final = 12


def days_a_week(folded: str) -> int | None:
    """Return the working days a week that are stated, or None.

    >>> [days_a_week(text) for text in ("4 ore al giorno, 6 giorni su 7", "lun-ven", "mon to sat", "ogni giorno")]
    [6, 5, 6, None]
    """
    number = _DAYS_NUMBER.search(folded)
    if number:
        return int(number.group(1) or number.group(2))
    for pattern, days in ((_DAYS_SEVEN, 7), (_DAYS_SIX, 6), (_DAYS_FIVE, 5)):
        if pattern.search(folded):
            return days
    return None


def find_timetable(folded: str) -> Timetable | None:
    """Return the first timetable of `folded`, or None; two spans of one day are added, alternatives are not.

    >>> find_timetable("orario 9-13 e 14-18")[0], find_timetable("mon-fri 9am-6pm")[0], find_timetable("5-7 lingue")
    (8.0, 8.0, None)
    """
    first: Timetable | None = None
    for match in _SPAN.finditer(folded):
        hours = _hours(match)
        if hours is None:
            continue
        if first is None:
            if _is_clock(folded, match):
                first = Timetable(hours, match.start(), match.end(), break_taken=False)
        elif _AND.fullmatch(folded[first.end : match.start()] or "-"):
            return Timetable(first.hours + hours, first.start, match.end(), break_taken=False)
        else:
            break
    if first and first.hours > LONG_DAY:
        return first._replace(hours=first.hours - 1, break_taken=True)
    return first


def _hours(match: re.Match[str]) -> float | None:
    from_hour, from_minutes, from_half, to_hour, to_minutes, to_half = match.group(2, 3, 4, 6, 7, 8)
    start = _clock(from_hour, from_minutes, from_half or (to_half if to_half == "am" else None))
    end = _clock(to_hour, to_minutes, to_half)
    if start is None or end is None:
        return None
    if to_half and not from_half and to_half == "pm" and start + _NOON < end and start < 7:  # noqa: PLR2004 - `1-5 pm`
        start += _NOON
    hours = end - start if end > start else end + 24 - start if from_half or to_half else 0
    return hours if 2 <= hours <= 13 else None  # noqa: PLR2004 - a working day


def _clock(hour: str, minutes: str | None, half: str | None) -> float | None:
    value = int(hour) + int(minutes or 0) / 60
    if half == "pm" and value < _NOON:
        value += _NOON
    elif half == "am" and int(hour) == _NOON:
        value -= _NOON
    return value if value <= 24 else None  # noqa: PLR2004 - hours of a day


def _is_clock(folded: str, match: re.Match[str]) -> bool:
    """Return whether a span is one of the clock: minutes, am or pm, or a word that says so."""
    if any(match.group(2 + index) for index in (1, 2)) or match.group(7) or match.group(8):
        return True
    if match.group("lead") or match.group("join") == "alle":
        return True
    around = folded[max(0, match.start() - 30) : match.end() + 40]
    return bool(
        re.search(
            r"\b(?:orari[oi]|turn[oi]|lun(?:edi)?|ven(?:erdi)?|mattin[ae]|pomeriggi[oi]|mon(?:day)?|fri(?:day)?|"
            r"shift)\b",
            around,
        )
    )
