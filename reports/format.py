"""Numbers, money and dates as Italians and Britons write them (CLDR, through Babel)."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Final, Literal

from babel.dates import format_date, format_skeleton
from babel.numbers import format_currency, format_decimal, format_percent
from pandas import isna

Language = Literal["it", "en"]
"""Languages of the reports."""

LANGUAGES: Final[tuple[Language, ...]] = ("it", "en")
"""Languages of the reports, the main one first."""

NONE: Final = "\u2013"
"""Stands for a figure that is hidden, or that there is none of."""

_LOCALES: Final = {"it": "it_IT", "en": "en_GB"}


class Format:
    """How one language writes figures; None and NaN become a dash."""

    def __init__(self, language: str) -> None:
        self.language = language
        """`it` or `en`."""
        self._locale = _LOCALES[language]

    def count(self, value: float | None) -> str:
        """Write a number of ads: `1.234`."""
        return NONE if _missing(value) else str(format_decimal(round(value or 0), "#,##0", self._locale))

    def share(self, value: float | None, digits: int = 0) -> str:
        """Write a share of 1 in percent: `26%`, with `digits` behind the comma when asked."""
        pattern = "#,##0." + "0" * digits + "%" if digits else "#,##0%"
        return NONE if _missing(value) else str(format_percent(value, pattern, self._locale))

    def eur(self, value: float | None) -> str:
        """Write an amount in EUR: `12,50 €`."""
        return NONE if _missing(value) else str(format_currency(value, "EUR", locale=self._locale))

    def points(self, value: float) -> str:
        """Write a difference of two shares in percentage points, with its sign: `+3,2`."""
        return str(format_decimal(value * 100, "+#,##0.0;-#,##0.0", self._locale))

    def euros(self, value: float) -> str:
        """Write whole EUR, for scales: `10 €`."""
        return str(format_currency(value, "EUR", "#,##0\xa0¤" if self.language == "it" else "¤#,##0", self._locale,
                                   currency_digits=False))  # fmt: skip

    def number(self, value: float | None, digits: int = 2) -> str:
        """Write a plain number with at most `digits` behind the comma."""
        return NONE if _missing(value) else str(format_decimal(value, "#,##0." + "#" * digits, self._locale))

    def day(self, day: date) -> str:
        """Write a day: `3 ottobre 2026`."""
        return str(format_date(day, "d MMMM y", locale=self._locale))

    def window(self, first: date, last: date) -> str:
        """Write the days from `first` to `last`: first, a dash, last."""
        return self.day(first) if first == last else f"{self.day(first)} {NONE} {self.day(last)}"

    def period(self, code: str, *, short: bool = False) -> str:
        """Write a month (`2026-10`), quarter (`2026Q4`, `2026-Q4`) or year (`2026`)."""
        year, _, rest = code.replace("Q", "-Q").replace("--", "-").partition("-")
        if rest.startswith("Q"):
            return f"trim. {rest[1:]} {year}" if self.language == "it" else f"{rest} {year}"
        if not rest:
            return year
        skeleton = "yMMM" if short else "yMMMM"
        return str(format_skeleton(skeleton, date(int(year), int(rest[:2]), 1), locale=self._locale))


def _missing(value: float | None) -> bool:
    return bool(isna(value))


@cache
def formats(language: str) -> Format:
    """Return how `language` writes figures; raises KeyError when it is neither `it` nor `en`."""
    return Format(language)
