"""Hours of work that an ad states: a day, a week, a month or a shift; what turns a monthly sum into EUR per hour."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from classifier.hours_timetable import Timetable, days_a_week, find_timetable
from classifier.pay_spoken import spoken_number
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


_FILLER: Final = r"(?:di lavoro |lavorative |of work |work |effettive |medie |circa )?"
_BY: Final = r"(?:/|per |a |al |alla |each |every |ogni |an? |in a |in un[ao']? ?|su |nella |nel |the )?"
_WORDS: Final = (
    "due|tre|quattro|cinque|sei|sette|otto|nove|dieci|dodici|quindici|sedici|diciotto|venti|ventiquattro|venticinque|"
    "trenta|trentadue|trentasei|trentotto|quaranta|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|sixteen|"
    "eighteen|twenty(?:[- ]five)?|thirty(?:[- ](?:two|five|six|seven))?|forty"
)
_NUMBER: Final = rf"\d{{1,3}}|(?:{_WORDS})(?![a-z])"
_STATED: Final = re.compile(
    rf"\b(?P<low>\d{{1,3}}(?:[.,]5)?|(?:{_WORDS})(?![a-z]))(?: ?(?:-|/|to|a|ai|o|or|e) ?(?P<high>{_NUMBER}))? ?"
    r"(?P<plus>\+)? ?-?(?:hours?|hrs?|"
    r"ore|h)\b\.? ?"
    rf"(?:\((?:full|part)[ -]time\) )?{_FILLER}{_BY}"
    r"(?P<period>days?\b|daily|giorn[oi]|giornat[ae]|giornalier[ei]|week|wk\b|settiman|month|mo\b|mes[ei]\b|mensil|"
    r"shift|turno|[1-7] giorni\b)"
)
_NAMED: Final = re.compile(
    r"\b(?P<period>weekly hours|hours per week|hours a week|orario settimanale|ore settimanali|ore a settimana|"
    r"monte ore settimanale|"
    r"part[ -]time|full[ -]time|tempo pieno|tempo parziale|daily hours|ore giornaliere|ore al giorno|turn[oi]|shifts?)"
    r"(?: di| da| of|:| \(|,|-)? ?(?:circa )?(?P<low>\d{1,3})(?: ?(?:-|/|to|a|o|"
    r"or) ?(?P<high>\d{1,3}))?(?P<plus>\+)? ?-?(?:hours?\b|hrs?\b|ore\b|h\b|\)|$|\n)"
)
_BELOW: Final = re.compile(
    r"(?:up to|max\.?|maximum(?: of)?|non piu di|non oltre|fino ad?|massimo|"
    r"al massimo|meno di|less than|under|no more than) ?$"
)
_ABOVE: Final = re.compile(r"(?:at least|minimum(?: of)?|min\.?|almeno|minimo|piu di|more than|oltre) ?$")
_NO_WORK: Final = re.compile(
    r"(?:overlap|sovrappo|training|formazione|corso|within|entro|response|risposta|sleep|support|copertura|coverage|"
    r"attivi?|open|apert[oi])"
    r"[^.;\n]{0,24}$"
)
_NOT_BEHIND: Final = re.compile(r"[^.;\n]{0,12}\b(?:overlap|of overlap|training|formazione|copertura)")
_EMPLOYED: Final = re.compile(r"part|full|tempo")
_BY_PERIOD: Final = re.compile(rf"\.? ?{_FILLER}{_BY}(?:day|daily|giorn|week|wk|settiman|month|mes[ei]|mensil)")
_FULL: Final = re.compile(r"\bfull[ -]?time\b|\btempo pieno\b")
_PART: Final = re.compile(r"\bpart[ -]?time\b|\btempo parziale\b|\bfreelance\b")
_CONTRACT: Final = re.compile(
    r"\b(?:ccnl|contratto)(?: \w{2,12}){0,3} (?:terziario|commercio|telecomunicazioni|tlc|metalmeccanic[oi]|"
    r"studi professionali)"
)
_MOST: Final = {"day": 16, "week": 84, "month": 360, "shift": 16}
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
    folded = fold(text)
    contract = _CONTRACT.search(folded)
    named = contract.group() if contract else None
    stated = _stated(folded)
    if stated is None:
        stated = _from_timetable(find_timetable(folded))
    if stated is None:
        full = _FULL.search(folded)
        if full is None or _PART.search(folded):
            return None
        return Hours(FULL_TIME_WEEK, FULL_TIME_WEEK, "week", *full.span(), full_time=True, contract=named)
    hours = _with_days(stated, folded, named)
    too_long = hours.period == "week" and max(hours.min or 0, hours.max or 0) > LONGEST_WEEK
    return None if too_long else hours


def _stated(folded: str) -> Hours | None:
    """Return the first statement of the longest period but a month: week, then day, month, shift."""
    found: dict[str, Hours] = {}
    for pattern in (_STATED, _NAMED):
        for match in pattern.finditer(folded):
            hours = _read(folded, match)
            if hours:
                found.setdefault(hours.period, hours)
    return next((found[period] for period in ("week", "day", "month", "shift") if period in found), None)


def _read(folded: str, match: re.Match[str]) -> Hours | None:
    period = _period(match.group("period"))
    low = _number(match.group("low"))
    high = _number(match.group("high")) if match.group("high") else low
    before = folded[max(0, match.start() - 40) : match.start()]
    if period == "week" and _EMPLOYED.match(match.group("period")):
        if _BY_PERIOD.match(folded, match.end()):
            return None
        period = "day" if high <= LONGEST_DAY else "week"
    if not 0 < low <= high <= _MOST[period] or _NO_WORK.search(before) or _NOT_BEHIND.match(folded, match.end()):
        return None
    least: float | None = low
    most: float | None = high
    if low == high and _BELOW.search(before):
        least = None
    elif match.group("plus") or (low == high and _ABOVE.search(before)):
        most = None
    return Hours(least, most, period, *match.span())


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


def _with_days(hours: Hours, folded: str, contract: str | None) -> Hours:
    """Multiply hours a day by the days a week, where the ad states them."""
    least, most, period, derived = hours.min, hours.max, hours.period, hours.derived
    if period == "day":
        days = days_a_week(folded)
        if days:
            least, most, period = least and least * days, most and most * days, "week"
            derived = derived or "days"
    return Hours(least, most, period, hours.start, hours.end, contract=contract, derived=derived)


def _from_timetable(table: Timetable | None) -> Hours | None:
    if table is None:
        return None
    derived = "timetable_break" if table.break_taken else "timetable"
    return Hours(table.hours, table.hours, "day", table.start, table.end, derived=derived)
