"""The unit of an amount beside which none is named, where the ad's type line or usage leaves no doubt of it."""

from __future__ import annotations

import re
from typing import Final

from classifier.pay_amounts import Amount

Usual = tuple[str | None, tuple[str, ...]]
"""A unit and the reason for it; (None, ()) where nothing is sure."""

_MONTHLY: Final = re.compile(r"\b(?:mensilita|in busta|busta paga)\b|\bx ?1[345]\b")
_YEARLY: Final = re.compile(
    r"\b(?:salary|stipendio|retribuzione|retributivo|lord[oaie]|gross|ote|base|pay|compensation|compenso|range|"
    r"pacchetto|package|annuo|pro[- ]rata|fte)\b"
)
_SALARY: Final = re.compile(r"\b(?:stipendio|net salary|nett[oi]|puliti|fisso)\b")
_MONTH_WORDS: Final = re.compile(r"\b(?:lord[oi]|fiss[oi])\b")
_TYPE: Final = re.compile(r"^(?:type|tipo): ([^\n]{0,80})", re.MULTILINE)
HOURS_AT: Final = re.compile(
    r"\b(?:hours?|hrs|ore) (?:(?:a|per|each|every|ogni|alla|al|of) )?(?:week|weekly|month|monthly|day|daily|settimana|"
    r"settimanali|mese|mensili|giorno|work|lavoro) (?:at|a) $"
)
"""Right before a sum by the hour: `six hours a week at $28`."""
_FIXED: Final = re.compile(
    r"\b(?:fixed[ -]price|prezzo fisso|project|progetto|gig|one-time|una tantum|incarico singolo)\b"
)
_HOURLY: Final = re.compile(r"\b(?:hourly|a ore|tariffa oraria)\b")
_YEAR_FROM: Final = 12_000
_YEAR_ALONE: Final = 20_000
"""From here on a sum in EUR, USD or GBP is a year's even without a word of salary."""
_MONTH_OF: Final = range(200, 9_001)
_WHOLE_MONTH: Final = range(1_000, 4_501)
_HOUR_BELOW: Final = 200
_PESOS_FROM: Final = 5_000
_WESTERN: Final = frozenset({None, "EUR", "USD", "GBP", "AUD", "CAD"})


def usual_unit(amount: Amount, words: str, high: float, *, before: str = "", head: str = "") -> Usual:
    """Return the unit that is beyond doubt, and why; `words` stand around the amount, `before` right before it.

    `head` is what stands above the amount where it is in the ad's pay line, else empty.
    """
    unit = _by_type(high, head) if head else None
    if unit:
        return unit, ("no period: the ad's type line tells it",)
    if high < _HOUR_BELOW and HOURS_AT.search(before):
        return "hour", ("no period: behind `hours at`",)
    if _MONTHLY.search(words):
        return "month", ("no period: monthly payments are named",)
    if amount.currency in _WESTERN and high >= _YEAR_FROM and (amount.scaled or _is_yearly(amount, words)):
        return "year", ("no period: a salary of this size is a year's",)
    return _of_size(amount, words, high, in_line=bool(head))


def _is_yearly(amount: Amount, words: str) -> bool:
    return bool(_YEARLY.search(words)) or (amount.currency is not None and amount.low >= _YEAR_ALONE)


def _of_size(amount: Amount, words: str, high: float, *, in_line: bool) -> Usual:
    if amount.currency in {None, "EUR"} and int(high) in _MONTH_OF and _SALARY.search(words):
        return "month", ("no period: an Italian salary of this size is a month's",)
    if amount.currency == "EUR" and int(high) in _WHOLE_MONTH and _MONTH_WORDS.search(words):
        return "month", ("no period: a gross or fixed sum of this size is a month's",)
    if amount.currency == "PHP" and high >= _PESOS_FROM and not in_line:
        return "month", ("no period: PHP amounts of this size are a month's",)
    return None, ()


def _by_type(high: float, head: str) -> str | None:
    """Return the unit by the ad's type line: fixed price or hourly."""
    line = _TYPE.search(head) if "type: " in head or "tipo: " in head else None
    if line is None:
        return None
    told = line.group(1)
    if _FIXED.search(told):
        return "project"
    return "hour" if _HOURLY.search(told) and high < _HOUR_BELOW else None
