"""Reading one amount that is pay: its unit and kind, open ends, gross or net, currency and what comes on top."""

from __future__ import annotations

import re
from typing import Final

from classifier.pay_amounts import Amount
from classifier.pay_context import Context
from classifier.pay_record import Pay
from classifier.pay_terms import (
    basis_of,
    bounds,
    has_bonus,
    has_commission,
    is_expenses,
    is_silent,
    mensilita_of,
    vat_of,
)
from classifier.pay_unit_words import PIECES, TIME_UNITS
from classifier.pay_units import Unit, is_project, piece_behind, unit_before
from classifier.pay_usual import usual_unit

_RAL: Final = re.compile(r"\bral\b")
_RAL_BEHIND: Final = re.compile(r"[ ,(]{0,2}(?:di |annui di |lordi di )?ral\b")
_MONTHS_OF: Final = re.compile(r"[ (]{0,2}per \d{1,2} mesi di")
_HEAD: Final = 600
"""Characters at the start of the text in which the ad's type line stands."""
_NEAR: Final = 34
_REACH: Final = 120
"""Characters behind an amount, in its sentence, that are looked at."""
_ENDS: Final = ("\n", ". ", "; ")
_THOUSAND: Final = 1000
_NO_TERMS: Final = ("unknown", "unknown", False, False)


def statement(
    text: str, folded: str, amount: Amount, unit: Unit | None, around: Context, *, in_line: bool, language: str | None
) -> Pay:
    """Return what is stated by `amount`, judged to be pay by `around`."""
    window = around.window
    end = unit.end if unit else amount.end
    behind = _sentence(folded, amount.end)
    promised = f"{window}|{behind}"
    reasons: tuple[str, ...] = ("currency and unit",)
    if around.cue.words:
        reasons = (f"'{around.cue.words}' before it",)
    ral = "ral" in promised and _is_ral(folded, amount, window, behind)
    low, high = amount.low, amount.high
    if ral and high < _THOUSAND:
        low, high = low * _THOUSAND, high * _THOUSAND
        reasons += ("a RAL below 1,000 is in thousands",)
    kind, name = _kind(folded, amount, unit, around)
    if ral and kind == "time" and not (unit and unit.name == "month"):
        name = "year"
    if name is None and kind == "time":
        name, why = usual_unit(
            amount,
            f"{window} {behind[:60]}",
            high,
            before=window,
            head=folded[: min(amount.start, _HEAD)] if in_line else "",
        )
        kind = "project" if name == "project" else kind
        reasons += why
    currency, source = _currency(folded, amount, language, told=not in_line or name is not None)
    start, stop = amount.start, amount.end
    silent, plus = is_silent(promised, around.words, behind), "+" in folded[start:stop]
    least, most = (
        (low, None if plus else high)
        if silent or plus
        else bounds(folded, low, high, window, (stop, end), in_line=in_line)
    )
    basis, vat, commission, bonus = _NO_TERMS if silent else _terms(f"{window[-_NEAR:]}|{behind[:_NEAR]}", promised)
    record = (
        text[start:end], start, end, least, most, currency, name, kind, "gross" if ral else basis, source, vat,
        mensilita_of(behind[:60]), commission, bonus, None, "pay_line" if in_line else "text", reasons,
    )  # fmt: skip
    return tuple.__new__(Pay, record)


def _is_ral(folded: str, amount: Amount, window: str, behind: str) -> bool:
    """Return whether an amount is called RAL, a gross yearly salary."""
    if "ral" not in window[-_NEAR:] and "ral" not in behind[:_NEAR]:
        return False
    return bool(_RAL.search(window) or _RAL_BEHIND.match(folded, amount.end))


def _terms(near: str, promised: str) -> tuple[str, str, bool, bool]:
    """Return basis, VAT, whether a commission and whether a bonus is told beside an amount."""
    return basis_of(near), vat_of(near), has_commission(promised), has_bonus(promised)


def _currency(folded: str, amount: Amount, language: str | None, *, told: bool) -> tuple[str | None, str | None]:
    """Return the currency of `amount` and its source; in Italian where none is written and `told`, EUR."""
    currency, source = amount.currency, amount.source
    if language == "it" and (
        (currency is None and told)
        or (currency == "USD" and source == "text" and "cent" in folded[amount.start : amount.end])
    ):
        return "EUR", "language"
    return currency, source


def _sentence(folded: str, place: int) -> str:
    end = place + _REACH
    for mark in _ENDS:
        found = folded.find(mark, place, end)
        if found >= 0:
            end = found
    return folded[place:end]


def _kind(folded: str, amount: Amount, unit: Unit | None, around: Context) -> tuple[str, str | None]:
    """Return (kind, unit)."""
    window = around.window
    name = unit.name if unit else unit_before(window, around.words)
    if is_expenses(window[-40:]) or folded.startswith((" di rimborso", " rimborso"), amount.end):
        return "expenses", name if name in TIME_UNITS else None
    if name == "sale":
        return "commission", name
    whole = name is None and is_project(window, folded, amount.end)
    months_of_work = name and not unit and _MONTHS_OF.match(folded, amount.end)
    if name == "project" or whole or months_of_work:
        return "project", "project"
    if name is None and piece_behind(folded, amount.end):
        name = "piece"
    return "piece" if name in PIECES else "time", name
