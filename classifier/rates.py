"""ECB reference rates by day: units of a currency for one EUR, for information only."""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple, Self

from crawler.paths import data_path


class Rate(NamedTuple):
    """One currency's rate on one day."""

    per_eur: float
    """Units of the currency for one EUR."""
    date: str
    """ISO date of the rate."""


@dataclass(frozen=True, slots=True)
class Rates:
    """A table of reference rates, oldest day first."""

    days: tuple[str, ...]
    """ISO dates, in order."""
    rows: tuple[Mapping[str, float], ...]
    """Currency → units for one EUR, one row a day."""

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a table in the form of the ECB's history file."""
        with path.open(encoding="utf-8", newline="") as lines:
            table = list(csv.reader(lines))
        names = table[0][1:]
        found = {
            row[0]: {name: float(cell) for name, cell in zip(names, row[1:], strict=False) if cell} for row in table[1:]
        }
        days = tuple(sorted(found))
        return cls(days, tuple(found[day] for day in days))

    def rate(self, currency: str, date: str | None = None) -> Rate | None:
        """Return the rate of `currency` on the last day up to `date`; the newest without a date, None when unknown."""
        if not self.days:
            return None
        place = bisect_right(self.days, date[:10]) - 1 if date else len(self.days) - 1
        place = max(place, 0)
        per_eur = self.rows[place].get(currency)
        return Rate(per_eur, self.days[place]) if per_eur else None


@cache
def rates() -> Rates:
    """Return the shipped table."""
    return Rates.read(data_path("rates", "eurofxref.csv"))
