"""Pay that an ad states: find every amount, decide by its context whether it is pay, then read it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from classifier.candidate_fee import CandidateFee, fee_of
from classifier.pay_amounts import Amount, find_amounts
from classifier.pay_bait import without_bait
from classifier.pay_choice import Found, choose, is_sure
from classifier.pay_context import judge
from classifier.pay_fields import from_fields, reconciled
from classifier.pay_lexicon import FEE
from classifier.pay_percent import percentage
from classifier.pay_read import statement
from classifier.pay_record import Pay
from classifier.pay_silent import silent_pay
from classifier.pay_units import unit_behind
from classifier.text import fold

__all__ = ["Pay", "all_pay", "main_pay"]

_HEADINGS: Final = ("\ncompenso:", "\npay:")
_HEAD: Final = 1_500
_NOWHERE: Final = (-1, -1)


def all_pay(text: str, language: str | None = None) -> list[Pay]:
    """Return all statements of pay in `text`, in order; `language` (`it`, `en`) gives a currency where none stands."""
    folded = fold(text)
    found, fee = _find(text, folded, language)
    sure = [item.pay for item in found if is_sure(item, folded)]
    if sure:
        return sure
    silent = silent_pay(text, folded, fee)
    return [silent] if silent else []


def main_pay(text: str, language: str | None = None, *, base_salary: Mapping[str, Any] | None = None) -> Pay | None:
    """Return the main statement of pay in `text`, or None where it says nothing of pay.

    `base_salary` (`currency`, `min`, `max`, `unit`, as `crawler.ad.BaseSalary`) comes first where it is sound.
    """
    folded = fold(text)
    found, fee = _find(text, folded, language)
    pay = choose(found, folded) or silent_pay(text, folded, fee)
    if pay is not None and not pay.raw:
        pay = pay._replace(raw=text[pay.start : pay.end])
    fields = from_fields(base_salary) if base_salary else None
    if fields is not None:
        pay = reconciled(fields, [item.pay for item in found], pay)
    if pay is not None and fee is not None:
        pay = pay._replace(candidate_fee=fee)
    return pay


def _find(text: str, folded: str, language: str | None) -> tuple[list[Found], CandidateFee | None]:
    """Return the statements, and the first sum that is asked from the worker."""
    line = _pay_line(folded)
    found: list[Found] = []
    fee: CandidateFee | None = None
    floor = 0
    for amount in _candidates(folded, line):
        in_line = line[0] <= amount.start < line[1]
        unit = None
        if amount.percent:
            percent = percentage(text, folded, amount, in_line=in_line)
            if percent:
                found.append(Found(percent, 2))
        else:
            unit = unit_behind(folded, amount.end)
            if unit and amount.currency is None and folded.endswith("pm", 0, unit.end):
                unit = None  # the clock's
            around = judge(folded, amount, unit, floor, in_line=in_line)
            if around.strength:
                pay = statement(text, folded, amount, unit, around, in_line=in_line, language=language)
                found.append(Found(pay, around.strength, around.cue.words))
            elif around.cue.sense == FEE and amount.currency and fee is None:
                fee = fee_of(folded, amount, around.window, around.cue)
            elif amount.currency is None:
                continue
        floor = unit.end if unit else amount.end
    return without_bait(found, folded) if found else found, fee


def _pay_line(folded: str) -> tuple[int, int]:
    """Return where the ad's pay heading stands, as `classifier.text.compose` writes it above the body."""
    if folded.find(":", 0, _HEAD) < 0:
        return _NOWHERE
    for name in _HEADINGS:
        start = folded.find(name, 0, _HEAD)
        if start > 0 or folded.startswith(name[1:]):
            start = start + len(name) if start > 0 else len(name) - 1
            end = folded.find("\n", start)
            return start, len(folded) if end < 0 else end
    return _NOWHERE


def _candidates(folded: str, line: tuple[int, int]) -> list[Amount]:
    """Return numbers that may be pay; in the pay line a number without currency counts where none has one."""
    amounts = find_amounts(folded, line)
    if line[1] < 0:
        return amounts
    inside = [amount for amount in amounts if line[0] <= amount.start < line[1]]
    if not any(amount.currency for amount in inside):
        return amounts
    bare = [amount for amount in inside if amount.currency is None and not amount.percent and not amount.scaled]
    return [amount for amount in amounts if amount not in bare] if bare else amounts
