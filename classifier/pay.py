"""Pay that an ad states."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import re2

from classifier.text import fold


@dataclass(frozen=True, slots=True)
class Pay:
    """One statement of pay."""

    raw: str
    """The words as they stand in the text."""
    start: int
    """Offset of the first character."""
    end: int
    """Offset behind the last character."""
    min: float | None
    """Lower end; None when open or unknown."""
    max: float | None
    """Upper end; None when open or unknown."""
    currency: str | None
    """ISO 4217 code, or None."""
    unit: str | None
    """`hour`, `day`, `week`, `month`, `year`, a piece's noun, `project`, or None."""
    kind: str
    """`time`, `piece`, `project`, `commission`, `expenses` or `none`."""
    basis: str
    """`gross`, `net` or `unknown`."""


_AMOUNT = re2.compile(
    r"(€|\$|£|eur|usd|gbp)\s?(\d[\d.,]*)(?:\s?-\s?(?:€|\$|£)?\s?(\d[\d.,]*))?|"
    r"\b(\d[\d.,]*)(?:\s?-\s?(\d[\d.,]*))?\s?(€|\$|£|eur[oi]?|usd|gbp)"
)
_UNIT = re2.compile(r"^[a-z ]{0,12}?(?:/|per|l'|all'|al|a|an)?\s?(hour|hr|h|ora|orari|month|mese|mensil|year|anno|annu|week|settiman)")
_UNITS = {"h": "hour", "o": "hour", "m": "month", "y": "year", "a": "year", "w": "week", "s": "week"}
_CODES = {"€": "EUR", "e": "EUR", "$": "USD", "u": "USD", "£": "GBP", "g": "GBP"}


def all_pay(text: str, language: str | None = None) -> list[Pay]:
    """Return every amount of pay in `text`, in order."""
    folded = fold(text)
    found = []
    for match in _AMOUNT.finditer(folded):
        symbol = match.group(1) or match.group(6)
        low = _number(match.group(2) or match.group(4))
        high = match.group(3) or match.group(5)
        unit = _UNIT.search(folded[match.end() : match.end() + 30])
        name = _UNITS[unit.group(1)[0]] if unit else None
        found.append(
            Pay(
                text[match.start() : match.end()],
                match.start(),
                match.end(),
                low,
                _number(high) if high else low,
                _CODES[symbol[0]],
                name,
                "time" if name else "project",
                "unknown",
            )
        )
    return found


def main_pay(text: str, language: str | None = None, *, base_salary: Mapping[str, Any] | None = None) -> Pay | None:
    """Return the main statement of pay in `text`, or None."""
    return next(iter(all_pay(text, language)), None)


def _number(digits: str) -> float:
    plain = digits.rstrip(".,")
    tail = plain[-3:]
    if len(plain) > 3 and tail[0] in ".,":
        return float(plain[:-3].replace(".", "").replace(",", "") + "." + tail[1:])
    return float(plain.replace(".", "").replace(",", ""))
