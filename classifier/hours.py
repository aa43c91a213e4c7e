"""Hours of work that an ad states: a day, a week, a month or a shift; what turns a monthly sum into EUR per hour."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from classifier.cue_engine import Spans
from classifier.hours_patterns import BY, CONTRACT, FILLER, FULL, NAMED, PART, STATED
from classifier.hours_saturday import WEEKDAYS, saturday_hours
from classifier.hours_timetable import Timetable, days_a_week, find_timetable
from classifier.pay_spoken import spoken_number
from classifier.searched import Searched, searched
from classifier.text import fold

LONGEST_DAY: Final = 8
"""`part time 6 ore` is a day's, `part time 20 ore` a week's."""
FULL_TIME_WEEK: Final = 40.0
"""Hours of a full-time week where only `full time` is stated."""


@dataclass(frozen=True, slots=True)
class Hours:
    """Stated hours of work."""

    min: float | None
    """Least hours a `period`; None when only a most is stated."""
    max: float | None
    """Most hours a `period`; None when only a least is stated."""
    period: str
    """`day`, `week`, `month` or `shift`."""
    start: int = 0
    """Offset of the first character."""
    end: int = 0
    """Offset behind the last character."""
    full_time: bool = False
    """True when full time is stated and no number: `min` and `max` are then 40 a week by assumption."""
    contract: str | None = None
    """Words of the collective agreement that the ad names, for its divisor; None when it names none."""
    derived: str = ""
    """How the hours were had: `timetable`, `timetable_break` (one hour's break taken off), `days`; empty: stated."""


_BELOW: Final = tuple(
    "up to|max|max.|maximum|maximum of|non piu di|non oltre|fino a|fino ad|massimo|al massimo|meno di|less than|under|"
    "no more than".split("|")
)
_ABOVE: Final = tuple("at least|minimum|minimum of|min|min.|almeno|minimo|piu di|more than|oltre".split("|"))
"""Words right before hours of which one end is open."""
_NO_WORK: Final = re.compile(
    r"(?:overlap|sovrappo|training|formazione|corso|within|entro|response|risposta|sleep|support|copertura|coverage|"
    r"attivi?|open|apert[oi])"
    r"[^.;\n]{0,24}$"
)
_NO_WORK_STEMS: Final = (
    "overlap", "sovrappo", "training", "formazione", "corso", "within", "entro", "response", "risposta", "sleep",
    "support", "copertura", "coverage", "attiv", "open", "apert",
)  # fmt: skip
"""One of which stands in every match of it, or of `_NOT_BEHIND`."""
_NOT_BEHIND: Final = re.compile(r"[^.;\n]{0,12}\b(?:overlap|of overlap|training|formazione|copertura)")
_EMPLOYED: Final = ("part", "full", "tempo")
_BY_PERIOD: Final = re.compile(rf"\.? ?{FILLER}{BY}(?:day|daily|giorn|week|wk|settiman|month|mes[ei]|mensil)")
_MOST: Final = {"day": 16, "week": 84, "month": 360, "shift": 16}
_REACH: Final = 40
"""Characters around hours that are looked at."""
_PERIODS: Final = ("day", "month", "shift")
_GROUPS: Final = {STATED: (1, 2, 3, 4), NAMED: (2, 3, 4, 1)}
"""Pattern → its groups of the least, the most, the plus and the period."""
LONGEST_WEEK: Final = 60
"""More hours a week are taken for misread or for more than one person's: unknown."""


WEEKS_A_MONTH: Final = 52 / 12
"""Weeks in a month, to turn hours a month into hours a week."""


def week_hours(hours: Hours | None) -> float | None:
    """Return hours a week: the middle of a range, the one end that is stated; a month's are spread over its weeks.

    None where no hours are stated, or a day's or a shift's without the days a week.
    """
    if hours is None or hours.period not in {"week", "month"}:
        return None
    ends = [end for end in (hours.min, hours.max) if end is not None]
    weeks = 1.0 if hours.period == "week" else WEEKS_A_MONTH
    week = sum(ends) / len(ends) / weeks
    return round(week, 1) if week <= LONGEST_WEEK else None


def find_hours(text: str) -> Hours | None:
    """Return the hours of work stated in `text`, or None.

    A week comes before a day, a day with its days a week makes a week, a timetable counts where no number is stated,
    and `full time` alone is 40 hours a week by assumption. More than 60 hours a week are unknown.
    """
    ad = searched(fold(text))
    if not ad.standing:
        return None
    contract = ad.search(CONTRACT)
    named = ad.folded[contract[0][0] : contract[0][1]] if contract else None
    stated = _stated(ad) or _from_timetable(find_timetable(ad))
    if stated is None:
        full = None if PART in ad.standing else ad.search(FULL)
        if full is None:
            return None
        start, end = full[0]
        return Hours(FULL_TIME_WEEK, FULL_TIME_WEEK, "week", start, end, full_time=True, contract=named)
    hours = _with_days(stated, ad, named)
    too_long = hours.period == "week" and max(hours.min or 0, hours.max or 0) > LONGEST_WEEK
    return None if too_long else hours


def _stated(text: Searched) -> Hours | None:
    """Return the first statement of the longest period but a month: week, then day, month, shift."""
    found: dict[str, Hours] = {}
    for pattern, groups in _GROUPS.items():
        spans = text.search(pattern)
        while spans:
            hours = _read(text.folded, spans, groups)
            if hours and hours.period == "week":
                return hours
            if hours and hours.period not in found:
                found[hours.period] = hours
            spans = text.search(pattern, spans[0][1])
    for period in _PERIODS:
        if period in found:
            return found[period]
    return None


def _read(folded: str, spans: Spans, groups: tuple[int, int, int, int]) -> Hours | None:
    start, end = spans[0]
    first, second, plus, unit = [spans[group] for group in groups]
    named = folded[unit[0] : unit[1]]
    period = _period(named)
    low = _number(folded[first[0] : first[1]])
    high = _number(folded[second[0] : second[1]]) if second[0] >= 0 else low
    if period == "week" and named.startswith(_EMPLOYED):
        if _BY_PERIOD.match(folded, end):
            return None
        period = "day" if high <= LONGEST_DAY else "week"
    if not 0 < low <= high <= _MOST[period] or _is_no_work(folded, start, end):
        return None
    least: float | None = low
    most: float | None = high
    words = folded[max(0, start - _REACH) : start].removesuffix("\n").removesuffix(" ")
    if low == high and words.endswith(_BELOW):
        least = None
    elif plus[0] >= 0 or (low == high and words.endswith(_ABOVE)):
        most = None
    return Hours(least, most, period, start, end)


def _is_no_work(folded: str, start: int, end: int) -> bool:
    """Return whether hours are of something else than work: a training, an overlap of clocks, a shop's."""
    around = folded[max(0, start - _REACH) : end + _REACH]
    for stem in _NO_WORK_STEMS:
        if stem in around:
            before = folded[max(0, start - _REACH) : start]
            return bool(_NO_WORK.search(before) or _NOT_BEHIND.match(folded, end))
    return False


def _number(written: str) -> float:
    if written[0].isdigit():
        return float(written.replace(",", "."))
    return spoken_number(written.replace("-", " ").split()) or 0.0


def _period(word: str) -> str:
    if word.startswith(("day", "dail", "giorn", "ore al g", "ore giorn")):
        return "day"
    if word.startswith(("month", "mo", "mes", "mens")):
        return "week" if word.startswith("monte") else "month"
    return "shift" if word.startswith(("shift", "turn")) else "week"


def _with_days(hours: Hours, text: Searched, contract: str | None) -> Hours:
    """Multiply hours a day by the days a week, where the ad states them; a shorter Saturday counts with its own."""
    if hours.period != "day" and contract is None:
        return hours
    least, most, period, derived = hours.min, hours.max, hours.period, hours.derived
    if period == "day":
        days = days_a_week(text)
        extra = 0.0
        if days in {WEEKDAYS, WEEKDAYS + 1} and least == most and (saturday := saturday_hours(text, most or 0.0)):
            days, extra = WEEKDAYS, saturday
        if days:
            least, most, period = least and least * days + extra, most and most * days + extra, "week"
            derived = derived or "days"
    return Hours(least, most, period, hours.start, hours.end, contract=contract, derived=derived)


def _from_timetable(table: Timetable | None) -> Hours | None:
    if table is None:
        return None
    derived = "timetable_break" if table.break_taken else "timetable"
    return Hours(table.hours, table.hours, "day", table.start, table.end, derived=derived)
