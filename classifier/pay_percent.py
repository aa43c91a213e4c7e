"""Percentages that are pay: a commission on what is sold."""

from __future__ import annotations

import re
from typing import Final

from classifier.pay_amounts import Amount
from classifier.pay_record import Pay

_CUE: Final = re.compile(
    r"\b(?:commissions?|commissione|provvigion[ei]|provv\b|percentual[ei]|revenue share|rev-? ?share|profit share|"
    r"sul venduto|"
    r"sull'incassato|dell'incasso|royalt)"
)
_ON_SALES: Final = re.compile(
    r" ?(?:su|sul|sulle|sui|di|dell'|of|on|per)\w{0,3} ?(?:ogni |each |every |all )?(?:vend|contratt|sale|deal|"
    r"incass|fattur|revenue|"
    r"order|ticket|cash collected|(?:new business )?premium)"
)
_NOT: Final = re.compile(
    r" ?(?:scont|discount|off\b|remot|da remoto|azienda|margin|conversion|tasso|accura|satisfact|growth|crescita|"
    r"ritenuta|online)"
)
_WHOLE: Final = 100
"""`100% commission` is a kind of pay, no percentage of it."""
_REACH: Final = 60


def percentage(text: str, folded: str, amount: Amount, *, in_line: bool = False) -> Pay | None:
    """Return the commission that a percentage states, or None where it is none; one in the pay line is pay."""
    window = folded[max(0, amount.start - _REACH) : amount.start]
    window = window[max(window.rfind(mark) for mark in ".;\n") + 1 :]
    behind = folded[amount.end : amount.end + _REACH].split("\n", 1)[0]
    if (
        amount.low >= _WHOLE
        or _NOT.match(behind)
        or not (in_line or _CUE.search(window) or _CUE.search(behind) or _ON_SALES.match(behind))
    ):
        return None
    return Pay(
        raw=text[amount.start : amount.end],
        start=amount.start,
        end=amount.end,
        min=amount.low,
        max=amount.high,
        currency=None,
        unit="percent",
        kind="commission",
        basis="unknown",
        commission=True,
        reasons=("a percentage beside a word of commission",),
    )
