"""Pay that a source states in fields (schema.org `baseSalary`), checked against what the ad's text says.

Fields come first; where the text makes the same statement the text's words are kept, being more exact. A unit that
makes no sense (a month's pay tagged YEAR) is not believed, and a conflict is told in the reasons.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from classifier.pay_record import Pay
from classifier.rates import rates

_UNITS: Final = {"HOUR": "hour", "DAY": "day", "WEEK": "week", "MONTH": "month", "YEAR": "year"}
_FULL_TIME: Final = {"hour": 1, "day": 8, "week": 40, "month": 173.33, "year": 2080}
_SANE: Final = (0.5, 150.0)
_LEAST_YEARLY: Final = 1.5
"""EUR per hour of full-time work; outside, the unit or the amount of a field is not believed."""


def from_fields(salary: Mapping[str, Any]) -> Pay | None:
    """Return what `salary` (`currency`, `min`, `max`, `unit`, `raw`) states, or None where it holds no amount."""
    low, high = _number(salary.get("min")), _number(salary.get("max"))
    if low is None and high is None:
        return None
    if low is not None and high is not None and low > high:
        low, high = high, low
    currency = str(salary.get("currency") or "").upper() or None
    unit = _UNITS.get(str(salary.get("unit") or "").upper())
    pay = Pay(
        raw=str(salary.get("raw") or ""),
        start=0,
        end=0,
        min=low,
        max=high,
        currency=currency,
        unit=unit,
        kind="time",
        basis="unknown",
        currency_source="site" if currency else None,
        source="base_salary",
        reasons=("stated in the ad's fields",),
    )
    return pay if pay.raw else pay._replace(raw=_written(pay))


def reconciled(fields: Pay, found: Sequence[Pay], main: Pay | None) -> Pay:
    """Return the statement to believe, of the ad's `fields` and its text: `found` there, and `main` among them."""
    sane = is_sane(fields)
    same = [pay for pay in found if (pay.min, pay.max) == (fields.min, fields.max)]
    if same:
        return _agreed(fields, main if main in same else same[0], sane=sane)
    if main is not None and (main.min is not None or main.max is not None):
        if not sane:
            return main._replace(reasons=(*main.reasons, f"the ad's fields make no sense: {_written(fields)}"))
        return fields._replace(basis=main.basis, reasons=(*fields.reasons, f"the text says: {main.raw}"))
    if not sane:
        return fields._replace(unit=None, reasons=(*fields.reasons, f"the field's unit makes no sense: {fields.unit}"))
    return fields


def is_sane(pay: Pay) -> bool:
    """Return whether full-time work at this pay earns 0.5-150 EUR an hour; unknown units and currencies pass."""
    if pay.unit not in _FULL_TIME or pay.currency is None:
        return True
    rate = 1.0
    if pay.currency != "EUR":
        known = rates().rate(pay.currency)
        if known is None:
            return True
        rate = known.per_eur
    bounds = [bound / _FULL_TIME[pay.unit] / rate for bound in (pay.min, pay.max) if bound is not None]
    least = _LEAST_YEARLY if pay.unit == "year" else _SANE[0]
    return all(least <= bound <= _SANE[1] for bound in bounds)


def _agreed(fields: Pay, text: Pay, *, sane: bool) -> Pay:
    """Return the text's statement, completed by the fields."""
    unit, reasons = text.unit, (*text.reasons, "the ad's fields agree")
    if unit is None and sane:
        unit = fields.unit
    elif fields.unit and unit != fields.unit:
        reasons = (*text.reasons, f"the ad's fields say: {_written(fields)}")
    currency, source = (text.currency, text.currency_source) if text.currency else (fields.currency, "site")
    return text._replace(unit=unit, currency=currency, currency_source=source if currency else None, reasons=reasons)


def _written(pay: Pay) -> str:
    bounds = dict.fromkeys(f"{bound:g}" for bound in (pay.min, pay.max) if bound is not None)
    return " ".join(part for part in ("-".join(bounds), pay.currency or "", pay.unit or "") if part)


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return float(value) if 0 < value < 1e9 else None  # noqa: PLR2004 - no pay is larger
