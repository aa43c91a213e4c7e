"""Indicators that are numbers: hours of work, and hourly pay against a dated floor."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any, Final

from classifier.cue_engine import SEARCH, Spans, matcher
from classifier.cue_notation import PIECES
from crawler.paths import data_path

_PERIODS: Final = {
    "day": r"(?:daily|day|giorn[oi]|giornalier[eio]|al di)",
    "week": r"(?:weekly|weeks?|wk|settiman[ae]|settimanal[ie])",
    "month": r"(?:monthly|months?|mo|mes[ei]|mensil[ie])",
}
_LOAD: Final = (
    r"\b(\d{1,3})(?:[.,]5)?(?:\s?(?:-|/|to|a|o|or)\s?(\d{1,3}))?\s?\+?\s?-?(?:hours?|hrs?|ore|h)\b\.?\s?"
    r"(?:of\swork\s|di\slavoro\s|lavorative\s|work\s)?(?:/|-|per|al|alla|a|ogni|each|every|an?|in\suna|the)?\s?"
)
_HOURLY: Final = (
    r"(?:(?:€|£|\$|usd|eur|gbp)\s?(\d{1,3}(?:[.,]\d{1,2})?)|\b(\d{1,3}(?:[.,]\d{1,2})?)\s?(?:€|£|\$|usd|eur[oi]?|gbp))"
    r"\s?(?:/|per|al|alla|a|an|l'|all')?\s?(?:hour|hr|h|ora|orari[eio]?)\b"
)


_AT_MOST: Final = r"(?:less\sthan|under|meno\sdi|sotto\sle|max\.?|massimo|fino\sa|up\sto)\s*$"
_AT_MOST_REACH: Final = 14
"""Characters before a number of hours in which it may be called the most."""

_STATES_HOURS: Final = matcher(_LOAD)
_STATES_LOAD: Final = matcher(rf"{_LOAD}(?:{'|'.join(f'({words})' for words in _PERIODS.values())})\b", captures=True)
"""Its groups: the number of hours, the higher end of a range, then one for each period."""
_IS_AT_MOST: Final = matcher(_AT_MOST)
_STATES_HOURLY: Final = matcher(_HOURLY, captures=True)
_STATES_MONEY: Final = matcher(PIECES["<money>"])


Stated = tuple[str, int, int]
"""What a number states: the indicator, where it begins and where it ends."""


@cache
def floors() -> dict[str, Any]:
    """Return the thresholds of `data/lexicons/thresholds.toml`, with the date on which they were set."""
    return tomllib.loads(data_path("lexicons", "thresholds.toml").read_text(encoding="utf-8"))


def find_loads(data: bytes) -> list[Stated]:
    """Return `full_time_load` or `part_time_few_hours` where hours a day, week or month are stated."""
    hits: list[Stated] = []
    size = len(data)
    at = _STATES_HOURS(SEARCH, data, 0, size)[0][0]
    while at >= 0:
        spans = _STATES_LOAD(SEARCH, data, at, size)
        start, end = spans[0]
        if start < 0:
            break
        load = _load(data, spans)
        if load:
            hits.append((load, start, end))
        at = end
    return hits


def _load(data: bytes, spans: Spans) -> str:
    """Return the indicator of hours that are stated; empty when they are neither many nor few."""
    limits = _limits(spans)
    low = _number(data, spans[1])
    high = _number(data, spans[2]) if spans[2][0] >= 0 else low
    start = spans[0][0]
    before = data[max(0, start - _AT_MOST_REACH) : start]
    if _IS_AT_MOST(SEARCH, before, 0, len(before))[0][0] >= 0:
        low, high = 0, min(high, limits["full"] - 1)
    if (low or high) >= limits["full"]:
        return "full_time_load"
    return "part_time_few_hours" if high <= limits["few"] else ""


def _limits(spans: Spans) -> dict[str, int]:
    """Return the limits of the period that was found."""
    limits: dict[str, dict[str, int]] = floors()["hours"]
    for period, span in zip(_PERIODS, spans[3:], strict=True):
        if span[0] >= 0:
            return limits[period]
    raise AssertionError


def _number(data: bytes, span: tuple[int, int]) -> int:
    return int(data[span[0] : span[1]])


def find_rates(data: bytes, hourly_eur: float | None, pay_span: tuple[int, int] | None = None) -> list[Stated]:
    """Return the indicator of the hourly pay: `rate_below_floor`, `rate_modest` or `rate_professional`.

    `hourly_eur` is the ad's pay in EUR per hour and `pay_span` where it stands; without the first, only amounts
    stated by the hour are compared.
    """
    if hourly_eur is not None:
        start, end = pay_span or _main_amount(data)
        return [(_rate(hourly_eur), start, end)]
    spans = _STATES_HOURLY(SEARCH, data, 0, len(data))
    start, end = spans[0]
    if start < 0:
        return []
    amount = spans[1] if spans[1][0] >= 0 else spans[2]
    value = float(data[amount[0] : amount[1]].replace(b",", b"."))
    return [(_rate(value), start, end)]


def _rate(eur_per_hour: float) -> str:
    limits = floors()["eur_per_hour"]
    if eur_per_hour < limits["floor"]:
        return "rate_below_floor"
    return "rate_modest" if eur_per_hour < limits["modest"] else "rate_professional"


def _main_amount(data: bytes) -> tuple[int, int]:
    """Return where the amount by the hour stands, else the first sum of money; 0 and 0 where none does."""
    for states in (_STATES_HOURLY, _STATES_MONEY):
        start, end = states(SEARCH, data, 0, len(data))[0]
        if start >= 0:
            return start, end
    return 0, 0
