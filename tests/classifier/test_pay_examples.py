"""The table of pay examples: the specification of what is read from a statement of pay."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from classifier.pay import Pay, main_pay

_ROWS = tomllib.loads((Path(__file__).parent / "pay_examples.toml").read_text(encoding="utf-8"))
_SILENT = {"commission": "commission", "expenses": "expenses", "unpaid": "none"}


def _cases():
    for group, table in _ROWS.items():
        for language in ("it", "en"):
            for text, expected in table.get(language, []):
                yield pytest.param(language, text, expected, id=f"{group}-{text[:50]}")
        for language, text, expected in table.get("xfail", []):
            mark = pytest.mark.xfail(strict=True)
            yield pytest.param(language, text, expected, id=f"{group}-{text[:50]}", marks=mark)


def told(pay: Pay | None, expected: str) -> str:
    """Return what was read, in the notation of the table; what the table does not ask is left out."""
    asked = expected.split()
    if pay is None:
        return expected if expected in {"none", "nothing"} else "nothing"
    fee = f"fee:{pay.candidate_fee.min:g}" if pay.candidate_fee is not None else ""
    if pay.min is None and pay.max is None:
        silent = {"commission": "commission", "expenses": "expenses", "none": "unpaid"}[pay.kind]
        return "none" if expected == "none" else fee or silent
    low, high = ("" if bound is None else f"{bound:g}" for bound in (pay.min, pay.max))
    words = [
        low if low == high else f"{low}..{high}",
        pay.currency or "-",
        pay.unit or "-",
        pay.kind if pay.kind in {"commission", "expenses"} else "",
        pay.basis if pay.basis != "unknown" else "",
        f"vat:{pay.vat}" if pay.vat != "unknown" else "",
        f"x{pay.mensilita}" if pay.mensilita else "",
        "+commission" if pay.commission and "+commission" in asked else "",
        "+bonus" if pay.bonus and "+bonus" in asked else "",
        fee,
    ]
    return " ".join(word for word in words if word)


@pytest.mark.parametrize(("language", "text", "expected"), list(_cases()))
def test_example(language, text, expected):
    """What the table says is read."""
    assert told(main_pay(text, language), expected) == expected


def test_the_table_is_long_enough():
    """At least 400 rows of our own."""
    assert sum(1 for _ in _cases()) >= 400
