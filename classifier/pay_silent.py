"""Statements of pay without an amount: commission only, expenses only, unpaid, to be agreed."""

from __future__ import annotations

import re
from typing import Final

from classifier.candidate_fee import CandidateFee
from classifier.pay_patterns import SILENT
from classifier.pay_record import Pay
from classifier.searched import searched

_SILENT: Final = re.compile(SILENT)
_STEMS: Final = (
    "provvigion", "commission", "rimborso spese", "expenses", "retribuit", "volontari", "gratuito", "unpaid",
    "volunteer", "pro bono", "no pay", "compenso", "retribuzione", "stipendio", "ral ", "ral:", "pay ", "pay:",
    "salary",
    "rate ", "rate:", "tariffa", "trattamento economico", "budget",
)  # fmt: skip
"""A text without any of these says nothing."""
_SHORT: Final = 300
_OFTEN: Final = 4
"""So many places of a word are searched."""
_BEFORE, _BEHIND = 16, 70
"""Characters around a word that are searched."""


def is_commission_only(folded: str) -> bool:
    """Return whether the ad says that it pays by commission only."""
    if "commission" not in folded and "provvigion" not in folded:
        return False
    match = _search(folded)
    return match is not None and match.group(1) is not None


def _search(folded: str) -> re.Match[str] | None:
    """Return the first statement; only the surroundings of telling words are searched, which is quicker than all."""
    if SILENT not in searched(folded).standing:
        return None
    if len(folded) < _SHORT:
        return _SILENT.search(folded)
    for stem in _STEMS:
        place = folded.find(stem)
        for _ in range(_OFTEN):
            if place < 0:
                break
            match = _SILENT.search(folded, max(0, place - _BEFORE), place + _BEHIND)
            if match:
                return match
            place = folded.find(stem, place + 1)
    return None


def silent_pay(text: str, folded: str, fee: CandidateFee | None = None) -> Pay | None:
    """Return what the ad says of pay without naming an amount, or None where it says nothing.

    A `fee` asked from the worker is told even where nothing is said of pay.
    """
    match = _search(folded)
    if match is None and fee is None:
        return None
    start, end = match.span() if match else (fee.start, fee.end)  # type: ignore[union-attr]
    kind = "none" if match is None else "commission" if match.group(1) else "expenses" if match.group(2) else "none"
    return Pay(
        raw=text[start:end],
        start=start,
        end=end,
        min=None,
        max=None,
        currency=None,
        unit=None,
        kind=kind,
        basis="unknown",
        candidate_fee=fee,
        reasons=("no amount is stated" if match else "money asked from the worker is no pay",),
    )
