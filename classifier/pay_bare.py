"""Numbers without a currency: pay only where words of pay stand right before them, or a unit of pay right behind."""

from __future__ import annotations

import re
from typing import Final

from classifier.pay_amounts import ALTERNATIVE, HINTS_BEFORE, Amount
from classifier.pay_lexicon import PAY, nearest_cue
from classifier.pay_units import Unit

_BEHIND: Final = re.compile(
    r"[ ,(]{0,2}(?:nett[oaie]\b|lord[oaie]\b|gross\b|net\b|puliti\b|in busta|ral\b|annu[aio]|mensil[ei]\b|"
    r"orari[oae]?\b|al mese|mese\b|all'ora|l'ora|/ ?(?:h|ora|hr|hour|mese|month|mo|week|day|anno|year|gg)\b|"
    r"per (?:hour|month|week|year|day|annum)|an? (?:hour|month|week|year|day)\b|hourly|monthly|weekly|yearly|annually|"
    r"p\.a\.|a (?:giornata|settimana)|al giorno|x 1[345]\b|per 1[345] mens|tutto il mese|fissi\b|"
    r"(?:\+|piu|oltre) ?iva\b|year\b)"
)
_BEFORE: Final = re.compile(
    r"(?:\b(?:ral|rimborso|fiss[oa]|fissi|tariffa|compenso|stipendio|retribuzione|budget|salary|pay|rate|wage|paga|"
    r"compensation|base|occasionale)(?: (?:indicativ[ao]|lord[ao]|nett[ao]|annu[ao]|mensile|orari[ao]|giornalier[ao]|"
    r"range|base|rate|secondo il profilo)){0,2} ?(?:di|da|:|e di|is|of|=|-|\(?tra|fra|max|range:?)?|[💶💰💵]:?) ?"
    r"(?:circa |a partire da |fino a |tra |fra |sui )?$"
)
_REACH: Final = 60
_YEARLY: Final = 10_000
"""A plain number from here on, behind a word of pay, is a salary."""
_SMALL: Final = 5
"""`3 year`, `2 al mese`: no pay."""
_PIECE: Final = 2
"""`0,03 a nominativo`: pay by the piece."""
_LEAST: Final = 100
"""`9 al giorno` is a number of something else."""
_CLOSE: Final = 40
_COUNT: Final = re.compile(
    r"[ ,;(]{0,3}(?:con )?(?:un )?(?:minimo|almeno|min\.?|massimo|max\.?|at least|up to|minimum)(?: d?i| of)? "
)
"""Between an amount and a number without currency: `0,80 € a pratica, minimo 150 al giorno` counts pieces."""


def is_bare_pay(folded: str, amount: Amount, unit: Unit | None, window: str, floor: int) -> bool:
    """Return whether a number without currency can be pay; `window` are the words before it."""
    if not amount.plain and unit and not unit.loose and amount.high < _PIECE:
        return True
    if (amount.high < _SMALL and amount.plain) or (floor and _COUNT.fullmatch(window)):
        return False
    behind = _BEHIND.match(folded, amount.end)
    if _announced(window):
        rest = folded[amount.end : amount.end + 3].lstrip(" ")
        wordy = rest[:1].isalpha() and amount.plain and not amount.scaled and amount.high < _YEARLY
        return bool(behind or unit) or not (wordy or rest[:1] in {":", "%", "/"})
    if behind:
        return amount.scaled or not amount.plain or amount.high >= _LEAST
    if is_alternative(amount, window, floor):
        return True
    rangy = amount.ranged and not folded[amount.end : amount.end + 2].lstrip(" ").isalpha()
    return amount.scaled and (rangy or nearest_cue(window).sense == PAY)


def is_alternative(amount: Amount, window: str, floor: int) -> bool:
    """Return whether a number stands for later or other work beside the amount that ends at `floor`."""
    return bool(floor) and amount.start - floor < _CLOSE and ALTERNATIVE.search(window) is not None


def _announced(window: str) -> bool:
    last = window.rstrip(" :=(-\n")[-14:].split()[-1:]
    return bool(last) and last[0].strip("(:") in HINTS_BEFORE and _BEFORE.search(window[-_REACH:]) is not None
