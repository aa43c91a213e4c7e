"""Pay in EUR per hour, where it can be had without guessing.

Tier A: stated by the hour. B: a sum for a day, week, month or year, and the hours are in the ad. C: full time is stated
or implied. A month without hours, pieces, projects, commissions and expenses are never converted; neither is gross to
net nor an employee's pay to a freelance's.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date as day
from functools import cache
from typing import Any, Final

from classifier.divisors import divisor
from classifier.hours import Hours
from classifier.pay import Pay
from classifier.rates import Rate, rates
from crawler.paths import data_path

SANE: Final = (0.5, 150.0)
"""EUR per hour; what lies outside is flagged, not dropped."""
OLD_DAYS: Final = 90
"""A rate so many days older than the ad is flagged."""


@dataclass(frozen=True, slots=True)
class Hourly:
    """Pay in EUR per hour."""

    min: float | None
    """Lower end; None when open."""
    max: float | None
    """Upper end; None when open."""
    tier: str
    """`A` stated by the hour, `B` from hours in the ad, `C` full time assumed."""
    assumptions: tuple[str, ...]
    """What was assumed, in words; empty when nothing was."""
    rate_date: str | None
    """ISO date of the exchange rate; None for EUR."""


def eur_per_hour(
    pay: Pay, hours: Hours | None, *, date: str | None = None, language: str | None = None
) -> Hourly | None:
    """Convert `pay` to EUR per hour by the hours of the ad and the ECB rate of `date` (ISO), or return None.

    Assumptions are told in Italian for `it`, else in English.
    """
    if pay.kind != "time" or pay.currency is None or (pay.min is None and pay.max is None):
        return None
    hours_paid = divisor(pay.unit, hours)
    rate = Rate(1.0, "") if pay.currency == "EUR" else rates().rate(pay.currency, date)
    if hours_paid is None or rate is None:
        return None
    share = (pay.mensilita or 12) / 12 if pay.unit == "month" else 1.0
    low = _divided(pay.min, share, hours_paid.most, rate)
    high = _divided(pay.max, share, hours_paid.least, rate)
    if low is None and high is None:
        return None
    notes = list(hours_paid.notes)
    if share != 1:
        notes.append(("mensilita", {"n": pay.mensilita}))
    if pay.unit == "year" and pay.basis == "gross":
        notes.append(("paid_hours", {}))
    if any(reason.startswith("no period") for reason in pay.reasons):
        notes.append(("inferred", {}))
    notes += _about_rate(pay.currency, rate, date) if rate.date else []
    if any(bound is not None and not SANE[0] <= bound <= SANE[1] for bound in (low, high)):
        notes.append(("insane", {}))
    words = _words("it" if language == "it" else "en")
    return Hourly(low, high, hours_paid.tier, tuple(_told(words, *note) for note in notes), rate.date or None)


def _divided(bound: float | None, share: float, hours: float | None, rate: Rate) -> float | None:
    return None if bound is None or not hours else round(bound * share / hours / rate.per_eur, 2)


def _about_rate(currency: str, rate: Rate, date: str | None) -> list[tuple[str, dict[str, Any]]]:
    notes: list[tuple[str, dict[str, Any]]] = [
        ("rate", {"date": rate.date, "rate": f"{rate.per_eur:g}", "currency": currency})
    ]
    if date:
        older = (day.fromisoformat(date[:10]) - day.fromisoformat(rate.date)).days
        if older > OLD_DAYS:
            notes.append(("rate_old", {"days": older}))
        elif older < 0:
            notes.append(("rate_first", {}))
    return notes


def _told(words: dict[str, Any], name: str, values: dict[str, Any]) -> str:
    if "period" in values:
        values = {**values, "period": words["period"][values["period"]]}
    return str(words[name]).format(**values)


@cache
def _words(language: str) -> dict[str, Any]:
    tables = tomllib.loads(data_path("rates", "assumptions.toml").read_text(encoding="utf-8"))
    return dict(tables[language])
