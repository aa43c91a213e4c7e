"""Pay in EUR per hour, where it can be had without guessing."""

from __future__ import annotations

from dataclasses import dataclass

from classifier.hours import Hours
from classifier.pay import Pay
from classifier.rates import rates

_WEEKS = 52 / 12


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
    """What was assumed, in words."""
    rate_date: str | None
    """ISO date of the exchange rate; None for EUR."""


def eur_per_hour(pay: Pay, hours: Hours | None, *, date: str | None = None) -> Hourly | None:
    """Convert `pay` to EUR per hour, or return None where that would be a guess."""
    if pay.kind != "time" or (pay.min is None and pay.max is None) or pay.currency is None:
        return None
    divisor = _divisor(pay.unit, hours)
    if divisor is None:
        return None
    rate = None if pay.currency == "EUR" else rates().rate(pay.currency, date)
    if pay.currency != "EUR" and rate is None:
        return None
    factor = divisor * (rate.per_eur if rate else 1.0)
    bounds = [None if bound is None else round(bound / factor, 2) for bound in (pay.min, pay.max)]
    return Hourly(bounds[0], bounds[1], "A" if pay.unit == "hour" else "B", (), rate.date if rate else None)


def _divisor(unit: str | None, hours: Hours | None) -> float | None:
    if unit == "hour":
        return 1.0
    if hours is None or unit != "month" or hours.period not in {"week", "month"}:
        return None
    return (hours.min + hours.max) / 2 * (_WEEKS if hours.period == "week" else 1.0)
