"""How many hours a sum of pay is for: divisors from `data/rates/benchmarks.toml`, each with its source."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any, Final, NamedTuple

from classifier.hours import Hours
from crawler.paths import data_path

FULL_DAY: Final = 7.5
"""So many hours a day, without the days a week, imply full time."""
_HALVES: Final = 24
"""Half months a year."""


class Divisor(NamedTuple):
    """Hours that one unit of pay is for."""

    least: float | None
    """Fewest hours; None when only a most is known."""
    most: float | None
    """Most hours; None when only a least is known."""
    tier: str
    """`A` stated by the hour, `B` from hours in the ad, `C` full time assumed."""
    notes: tuple[tuple[str, dict[str, Any]], ...] = ()
    """What was assumed: names and values for `data/rates/assumptions.toml`."""


def divisor(unit: str | None, hours: Hours | None) -> Divisor | None:
    """Return the hours that pay by `unit` is for, or None where that would be a guess (tiers D and E)."""
    if unit == "hour":
        return Divisor(1, 1, "A")
    if unit is None or hours is None:
        return None
    if hours.full_time:
        return _full_time(unit, hours)
    if hours.period == "day" and unit in {"week", "month", "year", "fortnight", "half_month"}:
        full = hours.min is not None and hours.min >= FULL_DAY
        return _full_time(unit, hours) if full else None
    factor, notes = _factor(unit, hours.period)
    if factor is None:
        return None
    if hours.derived:
        notes = (*notes, (hours.derived, {}))
    told = ("stated_hours", {"hours": _range(hours), "period": hours.period})
    least, most = (None if bound is None else bound * factor for bound in (hours.min, hours.max))
    return Divisor(least, most, "B", (told, *notes))


def _range(hours: Hours) -> str:
    low, high = ("" if bound is None else f"{bound:g}" for bound in (hours.min, hours.max))
    if low == high:
        return low
    return f"{low}-{high}" if low and high else f"≥ {low}" if low else f"≤ {high}"


def _factor(unit: str, period: str) -> tuple[float | None, tuple[tuple[str, dict[str, Any]], ...]]:
    """Return (periods of hours in one unit of pay, what is assumed)."""
    weeks = constants()["weeks_per_month"]
    table: dict[tuple[str, str], tuple[float, tuple[str, ...]]] = {
        ("day", "day"): (1, ()),
        ("day", "shift"): (1, ()),
        ("half_day", "day"): (0.5, ()),
        ("shift", "shift"): (1, ()),
        ("shift", "day"): (1, ()),
        ("week", "week"): (1, ()),
        ("week", "month"): (1 / weeks, ("weeks",)),
        ("fortnight", "week"): (2, ()),
        ("half_month", "week"): (52 / _HALVES, ("weeks",)),
        ("half_month", "month"): (0.5, ()),
        ("month", "week"): (weeks, ("weeks",)),
        ("month", "month"): (1, ()),
        ("year", "week"): (52, ("year_weeks",)),
        ("year", "month"): (12, ("months",)),
    }
    factor, names = table.get((unit, period), (None, ()))
    return factor, tuple((name, {}) for name in names)


def _full_time(unit: str, hours: Hours) -> Divisor | None:
    known = constants()
    month, note = known["full_time_month"], ("full_time", {"month": f"{known['full_time_month']:g}"})
    year = known["full_time_year"]
    if not hours.full_time:
        note = ("full_day", {"hours": f"{hours.min:g}", "month": f"{month:g}"})
    elif hours.contract:
        agreement = next(
            (one for one in known["contracts"] if any(word in hours.contract for word in one["words"])), None
        )
        if agreement:
            month = agreement["hours_per_month"]
            year = month * 12
            note = ("contract", {"month": f"{month:g}", "contract": agreement["name"]})
    week = known["full_time_week"]
    table = {
        "month": month,
        "year": year,
        "week": week,
        "fortnight": 2 * week,
        "half_month": month / 2,
        "day": week / 5,
    }
    value = table.get(unit)
    return None if value is None else Divisor(value, value, "C", (note,))


@cache
def constants() -> dict[str, Any]:
    """Return the divisors, and the collective agreements with theirs."""
    tables: dict[str, Any] = tomllib.loads(data_path("rates", "benchmarks.toml").read_text(encoding="utf-8"))
    return dict(tables["divisors"])
