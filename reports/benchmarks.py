"""Yardsticks of pay, from data/rates/benchmarks.toml: facts with source, date and caution."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from crawler.paths import data_path

FOR_LEVEL: Final = {0: "ccnl_terziario_l7", 1: "ccnl_terziario_l5", 2: "ccnl_terziario_l4", 3: "ccnl_terziario_l3"}
"""Yardstick of each level of skill, 0 none to 3 specialist: levels of the CCNL Terziario."""


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One yardstick."""

    id: str
    """Its name in the file."""
    low: float
    """EUR per hour, or the lower end of a range."""
    high: float
    """EUR per hour, or the upper end of a range."""
    basis: str
    """`gross` of an employee, or `invoiced` by a freelance."""
    label_it: str
    """What it is, in Italian."""
    label_en: str
    """What it is, in English."""
    date: date
    """Day from which it holds."""
    source: str
    """Where it is from."""
    caution: str
    """What must be said with it; may be empty."""


@cache
def benchmarks() -> dict[str, Benchmark]:
    """Return id → yardstick, in the order of the file."""
    entries = tomllib.loads(data_path("rates", "benchmarks.toml").read_text(encoding="utf-8"))["benchmarks"]
    return {entry["id"]: _benchmark(entry) for entry in entries}


def _benchmark(entry: dict[str, object]) -> Benchmark:
    one = entry.get("eur_per_hour")
    low, high = entry.get("eur_per_hour_min", one), entry.get("eur_per_hour_max", one)
    names = ("id", "basis", "label_it", "label_en", "source")
    texts = {name: str(entry[name]) for name in names}
    return Benchmark(low=float(str(low)), high=float(str(high)), date=date.fromisoformat(str(entry["date"])),
                     caution=str(entry.get("caution", "")), **texts)  # fmt: skip
