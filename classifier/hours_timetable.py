"""Timetables in words and figures: `9-13 e 14-18 dal lunedì al venerdì`, `Mon-Fri 9am-6pm`; shifts are alternatives."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from classifier.hours_clock import Span, clock_spans
from classifier.hours_patterns import DAYS, FIVE_DAYS, SEVEN_DAYS, SIX_DAYS
from classifier.pay_spoken import spoken_number
from classifier.searched import Searched

LONG_DAY: Final = 8.5
"""A single span of more hours holds a break of one hour."""
LONGEST_DAY: Final = 10.0
"""Spans of more hours together, or one span of more without its break, are no one person's day."""


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


_RANGE: Final = re.compile(r"(?:[a-z\d] (?:or|o|to|a)|\d ?-) ?$")
"""Before a number of days: `three or four days a week` leaves them open."""


def days_a_week(text: Searched) -> int | None:
    """Return the working days a week that are stated, or None.

    >>> texts = map(Searched, ("4 ore al giorno, 6 giorni su 7", "lun-ven", "mon to sat", "ogni giorno"))
    >>> [days_a_week(text) for text in texts]
    [6, 5, 6, None]
    """
    number = text.search(DAYS)
    if number:
        (begins, _), first, second = number
        if _RANGE.search(text.folded[max(0, begins - 8) : begins]):
            return None
        start, end = first if first[0] >= 0 else second
        written = text.folded[start:end]
        return int(written) if written.isdigit() else int(spoken_number([written]) or 0) or None
    for pattern, days in ((SEVEN_DAYS, 7), (SIX_DAYS, 6), (FIVE_DAYS, 5)):
        if pattern in text.standing:
            return days
    return None


_LINK: Final = re.compile(
    r"[ ,;/+&)(]{0,3}(?:e|ed|and|o|oppure|or)?(?: (?:il |nel |in the )?(?:mattin[oa]|pomeriggio|sera|"
    r"morning|afternoon|evening))?(?: dalle| from)? ?$"
)
"""What stands between two spans of one timetable."""
_SHIFT_GAP: Final = 40
"""So far apart two shifts may be named."""
_SHIFTS: Final = re.compile(
    r"\b(?:turn[oi]|turnazion[ei]|turnist[aei]|rotazione|rotating|rota|shifts?|fasc[ei]|a scelta|oppure|alternativa)\b"
)
_ONE_DAY: Final = {"turno", "shift", "fascia", "fasce"}
"""`due fasce obbligatorie, 10-12 e 17-20`: both are one day's work."""
_OR: Final = re.compile(r"\b(?:o|oppure|or)\b")
_BEFORE: Final = 60
"""Characters before the first span in which a word of shifts counts."""
_OPEN: Final = re.compile(r"\b(?:apert[oaie]|open|opening hours|chius[oaie]|core)\b[^.;\n]{0,24}$")
"""Hours of a shop, or those that all must share: not a day's work."""


def find_timetable(text: Searched) -> Timetable | None:
    """Return the first timetable of `text`, or None where none stands or it leaves the hours of a day open.

    Two spans of one day are added: `9-13 e 14-18`. Spans that overlap or touch, that are called shifts, or that make
    more than ten hours are alternatives: one of them is the day, and where they differ nothing is known.

    >>> texts = map(Searched, ("orario 9-13 e 14-18", "turni 6-14 e 14-22", "5-7 lingue"))
    >>> [table and table.hours for table in map(find_timetable, texts)]
    [8.0, 8.0, None]
    """
    group = _first_group(text)
    if not group:
        return None
    start, end = group[0].start, group[-1].end
    if len(group) > 1 and not _are_shifts(text.folded, group):
        return Timetable(sum(span.hours for span in group), start, end, break_taken=False)
    if len({span.hours for span in group}) > 1:
        return None
    hours, taken = group[0].hours, False
    if hours > LONG_DAY:
        hours, taken = hours - 1, True
    return Timetable(hours, start, end, break_taken=taken) if hours <= LONGEST_DAY else None


def _first_group(text: Searched) -> list[Span]:
    """Return the first span that is surely the clock's, and those that belong to it."""
    group: list[Span] = []
    folded = text.folded
    for span in clock_spans(text):
        if not group:
            if span.sure and not _OPEN.search(folded[max(0, span.start - 40) : span.start]):
                group.append(span)
            continue
        gap = folded[group[-1].end : span.start]
        apart = len(gap) <= _SHIFT_GAP and (_SHIFTS.search(gap) or _SHIFTS.search(_words_before(folded, group[0])))
        if not (_LINK.fullmatch(gap) or apart):
            break
        group.append(span)
    return group


def _words_before(folded: str, span: Span) -> str:
    words = folded[max(0, span.start - _BEFORE) : span.end]
    return words.rsplit("\n", 1)[-1]


def _are_shifts(folded: str, group: list[Span]) -> bool:
    """Return whether the spans are alternatives, not parts of one day."""
    if len(group) > 2 or sum(span.hours for span in group) > LONGEST_DAY:  # noqa: PLR2004 - morning and afternoon
        return True
    one, two = group
    if two.opens <= one.closes and one.opens <= two.closes:
        return True
    gap = folded[one.end : two.start]
    shift = _SHIFTS.search(_words_before(folded, one))
    plural = shift is not None and shift.group() not in _ONE_DAY
    return bool(_OR.search(gap) or _SHIFTS.search(gap) or plural)
