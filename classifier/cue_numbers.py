"""Indicators that are numbers: hours of work, and hourly pay against a dated floor."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from classifier.cue_matcher import Hit
from classifier.cue_notation import PIECES, compiled
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


@cache
def floors() -> dict[str, Any]:
    """Return the thresholds of `data/lexicons/thresholds.toml`, with the date on which they were set."""
    return tomllib.loads(data_path("lexicons", "thresholds.toml").read_text(encoding="utf-8"))


def find_loads(data: bytes) -> Iterator[Hit]:
    """Yield `full_time_load` or `part_time_few_hours` where hours a day, week or month are stated."""
    if not compiled(_LOAD).search(data):
        return
    limits = floors()["hours"]
    for period, words in _PERIODS.items():
        for match in _pattern(_LOAD, words).finditer(data):
            low, high = _numbers(match)
            before = data[max(0, match.start() - 14) : match.start()]
            if compiled(r"(?:less\sthan|under|meno\sdi|sotto\sle|max\.?|massimo|fino\sa|up\sto)\s*$").search(before):
                low, high = 0, min(high, limits[period]["full"] - 1)
            if (low or high) >= limits[period]["full"]:
                yield Hit("full_time_load", *match.span())
            elif high <= limits[period]["few"]:
                yield Hit("part_time_few_hours", *match.span())


def find_rates(data: bytes, hourly_eur: float | None, pay_span: tuple[int, int] | None = None) -> Iterator[Hit]:
    """Yield the indicator of the hourly pay: `rate_below_floor`, `rate_modest` or `rate_professional`.

    `hourly_eur` is the ad's pay in EUR per hour and `pay_span` where it stands; without the first, only amounts
    stated by the hour are compared.
    """
    if hourly_eur is not None:
        amount = None if pay_span else _main_amount(data)
        yield Hit(_rate(hourly_eur), *(pay_span or (amount.span() if amount else (0, 0))))
        return
    for match in compiled(_HOURLY, captures=True).finditer(data):
        value = float(next(group for group in match.groups() if group).replace(b",", b"."))
        yield Hit(_rate(value), *match.span())
        return


def _rate(eur_per_hour: float) -> str:
    limits = floors()["eur_per_hour"]
    if eur_per_hour < limits["floor"]:
        return "rate_below_floor"
    return "rate_modest" if eur_per_hour < limits["modest"] else "rate_professional"


def _main_amount(data: bytes) -> Any:
    return compiled(_HOURLY).search(data) or compiled(PIECES["<money>"]).search(data)


@cache
def _pattern(head: str, tail: str) -> Any:
    return compiled(rf"{head}{tail}\b", captures=True)


def _numbers(match: Any) -> tuple[int, int]:
    low = int(match.group(1))
    return low, int(match.group(2) or low)
