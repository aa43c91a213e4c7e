"""What is read from a text before it is judged: pay, hours, hourly pay and cues, each with its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from classifier.candidate_fee import CandidateFee, asked_fee
from classifier.cues import Cue, find_cues
from classifier.hourly import Hourly, eur_per_hour
from classifier.hours import find_hours, week_hours
from classifier.pay import Pay, main_pay
from classifier.text import fold
from classifier.trades import with_trades


@dataclass(frozen=True, slots=True)
class Facts:
    """What the text states; None where it states nothing."""

    pay: Pay | None
    """The main statement of pay."""
    hourly: Hourly | None
    """That pay in EUR per hour, when it can be converted without guessing."""
    cues: tuple[Cue, ...]
    """The codebook's indicators that stand in the text."""
    hours_per_week: float | None = None
    """Hours of work a week, as `hours.week_hours` has them."""
    fee: CandidateFee | None = None
    """Money asked from the worker; None where none is."""


def find_facts(
    text: str,
    *,
    language: str | None = None,
    base_salary: Mapping[str, Any] | None = None,
    date: str | None = None,
) -> Facts:
    """Read pay, hourly pay and cues from `text`; `date` (ISO) chooses the exchange rate."""
    pay = main_pay(text, language, base_salary=base_salary)
    hours = find_hours(text)
    hourly = eur_per_hour(pay, hours, date=date, language=language) if pay else None
    span = (pay.start, pay.end) if pay and pay.end > pay.start and text[pay.start : pay.end] == pay.raw else None
    cues = with_trades(text, find_cues(text, hourly_eur=_middle(hourly), pay_span=span))
    fee = asked_fee(pay.candidate_fee if pay else None, cues, fold(text))
    return Facts(pay, hourly, tuple(cues), week_hours(hours), fee)


def _middle(hourly: Hourly | None) -> float | None:
    if hourly is None:
        return None
    bounds = [bound for bound in (hourly.min, hourly.max) if bound is not None]
    return sum(bounds) / len(bounds) if bounds else None
