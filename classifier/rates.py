"""ECB euro reference rates by day: units of a currency for one EUR; published for information, not for transactions.

The shipped table (`data/rates/eurofxref.csv`) is in the form of the ECB's history file; `verava rates --update`
lays a newer one beside the user's data, and both are read as one.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple, Self

from crawler.paths import data_path, user_data_dir

FILE: Final = "eurofxref.csv"
"""Name of the table, shipped and updated."""
SOURCE: Final = "ECB euro foreign exchange reference rates (ecb.europa.eu, eurofxref), for information purposes only"
"""What the figures are, to be printed beside them."""


class Rate(NamedTuple):
    """One currency's rate on one day."""

    per_eur: float
    """Units of the currency for one EUR."""
    date: str
    """ISO date of the rate."""


@dataclass(frozen=True, slots=True)
class Rates:
    """A table of reference rates by day."""

    table: dict[str, dict[str, str]]
    """ISO date → currency → units for one EUR, as published."""
    days: tuple[str, ...]
    """The dates, oldest first."""

    @classmethod
    def of(cls, table: dict[str, dict[str, str]]) -> Self:
        """Return the rates of a table of days."""
        return cls(table, tuple(sorted(table)))

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a table in the form of the ECB's history file: a line a day, ISO dates, empty cells unknown."""
        lines = path.read_text(encoding="utf-8").splitlines()
        names = lines[0].split(",")[1:]
        rows = (line.split(",") for line in lines[1:])
        return cls.of({row[0]: dict(zip(names, row[1:], strict=False)) for row in rows})

    def merged(self, other: Rates) -> Rates:
        """Return both tables as one; `other` counts where both hold a day."""
        return Rates.of({**self.table, **other.table})

    def rate(self, currency: str, date: str | None = None) -> Rate | None:
        """Return the rate of `currency` on the last day up to `date` (ISO), the newest without a date.

        A date before the table gives its first day. None for a currency that the ECB does not publish.
        """
        if not self.days:
            return None
        place = bisect_right(self.days, date[:10]) - 1 if date else len(self.days) - 1
        day = self.days[max(place, 0)]
        cell = self.table[day].get(currency, "")
        return Rate(float(cell), day) if cell else None


def updated_path() -> Path:
    """Return where `verava rates --update` keeps its table."""
    return user_data_dir() / "rates" / FILE


@cache
def rates() -> Rates:
    """Return the shipped table, with the user's update when there is one."""
    shipped = Rates.read(data_path("rates", FILE))
    path = updated_path()
    return shipped.merged(Rates.read(path)) if path.is_file() else shipped
