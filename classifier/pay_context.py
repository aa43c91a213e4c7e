"""Is a number pay? What stands before it in its sentence, and right behind it, decides."""

from __future__ import annotations

import re
from typing import Final

from classifier.pay_amounts import Amount
from classifier.pay_bare import is_alternative, is_bare_pay
from classifier.pay_lexicon import FEE, NOTHING, OTHER, PAY, Cue, cue_among, cue_behind, words_of
from classifier.pay_unit_words import TIME_UNITS
from classifier.pay_units import Unit, piece_behind, unit_before
from classifier.pay_usual import HOURS_AT

_MARKS: Final = (".", "!", "?", ";")
"""Ends of a sentence, where a blank follows."""
_LETTER: Final = re.compile(r"[^\W\d_]")
_REACH: Final = 90
"""Characters before a number that are looked at."""
_SURE, _LIKELY, _WEAK = 3, 2, 1
_NEAR: Final = 3
"""Words between a word of pay and the number, at most, to be sure."""

_PLATFORM: Final = re.compile(
    r"\b(?:avg|average)\b[a-z .]{0,30}\b(?:paid|client)|by client|client's|total spent|\bspent\b|"
    r"\binvestiment[oi]\b|\binvestment\b"
)
_TERMS: Final = re.compile(
    r"[ ,(]{0,2}(?:nett[oi]\b|lord[oi]\b|gross\b|net\b|puliti\b|[+] ?iva|piu iva|oltre iva|annu|ral\b|fix|"
    r"budget fisso|fiss[oi]\b|flat\b|"
    r"total\b|in tutto|per tutto|tutto compreso|a progetto|a forfa?it|forfa?it|forfettari|for it\b|"
    r"for the (?:whole|entire|full|job|project)|per l'intero|una tantum|"
    r"per (?:il|questo|tutto il) (?:lavoro|progetto|incarico)|stipend\b|retainer\b|base\b|"
    r"one-off|il primo mese|i primi|the first (?:month|week)|con ritenuta|iva (?:inclusa|esclusa|compresa)|x 1[345]\b)"
)
"""Words right behind an amount that make it pay where nothing else tells."""
_CLOCK: Final = re.compile(r"\d{1,2}[.:][0134][05] ?- ?\d{1,2}[.:][0134][05]")
_LINE_WORDS: Final = 6
"""So many words may stand before a number without currency in the pay line."""
HUGE: Final = 400_000
"""No pay in EUR, USD or GBP is so high."""
_ALONE_BEFORE: Final = re.compile(
    r"(?:^|[.!?;,:\n)]|(?:^| )-)\s*(?:(?:circa|about|around|tra|fra|between|da|from|flat|fissi|total|totale|max|"
    r"massimo|minimo|"
    r"non piu di|non oltre|up to|at most|fino a) )?$"
)
_ALONE_REACH: Final = 36
_ALONE_BEHIND: Final = re.compile(
    r" ?(?:$|[.,;)(\n!]|- |all in\b|(?:on|dietro|con|senza) (?:invoice|fattura)|depending|dipend|secondo|a seconda|"
    r"in base|"
    r"based on|for (?:it|the|all|both|each)\b|per (?:ogni|il|la|l'|tutt[oie]|title|titolo|booked)|o\b|or\b|and\b|e\b|"
    r"di rimborso|pro[- ]rata|actual\b|fte\b|doe\b|"
    r"[+] |per \d|plus\b|piu\b|al(?:la|l')? |as a |starting\b|to (?:start|begin)|per (?:iniziare|cominciare)|"
    r"pagat[oi]\b|paid\b)"
)
"""An amount that is a clause of its own: `Part time, mornings, 500 euro.`"""
_SOLD: Final = re.compile(
    r"\b(?:how to|graduates|corsist[aei]|alliev[aei]|academy|accademia|masterclass|bootcamp|"
    r"insegn(?:a|o|iamo|ano|are|arti|eremo)|impar(?:a|are|erai|ate|eranno)|teach(?:es)?|"
    r"(?:our|this|my|nostro|mio|questo) (?:course|training|corso|percorso)|corso per|charge)\b"
)
"""Words before what a course promises: others' earnings, no pay."""
SOLD_WORDS: Final = frozenset(
    "how graduates corsista corsiste corsisti allieva allieve allievi academy accademia masterclass bootcamp insegna "
    "insegno insegniamo insegnano insegnare insegnarti insegneremo impara imparare imparerai imparate impareranno "
    "teach teaches course training corso percorso charge".split()
)
"""One of which stands in every match of `_SOLD`."""
_HOURS: Final = re.compile(r"\b(?:ore|hours|hrs)\b")


_PAY_LINE, _COURSE = Cue("pay line", PAY, 0), Cue("course", OTHER, 0)


class Context:
    """What the words around a number make of it."""

    __slots__ = ("cue", "strength", "window", "words")

    def __init__(self, window: str, words: list[str], cue: Cue, strength: int) -> None:
        self.window: str = window
        """What stands before it in its sentence."""
        self.words: list[str] = words
        """The words of that, where it may be pay."""
        self.cue: Cue = cue
        """The word that tells."""
        self.strength: int = strength
        """3 surely pay, 2 likely, 1 perhaps, 0 not."""


def left_window(folded: str, start: int, floor: int) -> str:
    """Return the words before `start` in its sentence, not before `floor`; a heading on the line above counts."""
    window = folded[floor if floor > start - _REACH else max(0, start - _REACH) : start]
    begins = 0
    for mark in _MARKS:
        place = window.rfind(mark)
        while place >= begins and not window[place + 1 : place + 2].isspace():
            place = window.rfind(mark, 0, place)
        if place >= begins:
            begins = place + 1
    place = window.rfind("\n")
    while place >= begins and not _LETTER.search(window, place + 1):
        place = window.rfind("\n", 0, place)
    if place >= begins:
        begins = place + 1
    return window[begins:] if begins else window


def judge(folded: str, amount: Amount, unit: Unit | None, floor: int, *, in_line: bool) -> Context:
    """Judge `amount`; `floor` is where the amount before it ends, `in_line` tells of the ad's pay heading."""
    window = left_window(folded, amount.start, floor)
    if in_line and (amount.currency or len(window.split()) <= _LINE_WORDS):
        return Context(window, words_of(window), _PAY_LINE, _line_strength(folded, amount, window))
    if amount.currency is None and not is_bare_pay(folded, amount, unit, window, floor):
        return Context(window, [], NOTHING, 0)
    words = words_of(window)
    if not SOLD_WORDS.isdisjoint(words) and _SOLD.search(window) and "offriamo" not in window:
        return Context(window, words, _COURSE, 0)
    cue = cue_among(words)
    behind = cue_behind(folded, unit.end if unit else amount.end)
    if behind and not (cue.sense == PAY and cue.gap == 0 and amount.currency):
        fee = cue.sense == FEE or "fee" in behind or behind in {"deposit", "registration"}
        cue = Cue(behind, FEE if fee else OTHER, 0)
    return Context(window, words, cue, _strength(folded, amount, unit, window, cue, floor))


def _line_strength(folded: str, amount: Amount, window: str) -> int:
    if amount.currency is None and _CLOCK.fullmatch(folded, amount.start, amount.end):
        return 0
    return 0 if _is_of_platform(f"{window}{folded[amount.end : amount.end + 14]}") else _SURE


def _is_of_platform(words: str) -> bool:
    """Return whether `words` tell what a marketplace knows of the client: what was spent, what others were paid."""
    if not ("spent" in words or "client" in words or "invest" in words or "paid" in words):
        return False
    return _PLATFORM.search(words) is not None


def _strength(folded: str, amount: Amount, unit: Unit | None, window: str, cue: Cue, floor: int) -> int:
    if cue.sense in {FEE, OTHER}:
        comma = "," in window[-3:]
        apart = unit is not None and (
            (unit.name == "hour" and (cue.gap > 1 or comma)) or (comma and cue.gap > 1 and unit.name in TIME_UNITS)
        )
        return _LIKELY if apart and cue.sense == OTHER and not _is_of_platform(window) else 0
    if amount.high >= HUGE and amount.currency in {"EUR", "USD", "GBP"}:
        return 0
    if cue.sense == PAY:
        return _SURE if unit or cue.gap <= _NEAR else _LIKELY
    if unit or _TERMS.match(folded, amount.end) or unit_before(window) or _has_money_sign(window):
        return _LIKELY
    return _unannounced(folded, amount, window, floor)


def _has_money_sign(window: str) -> bool:
    return "💶" in window or "💰" in window or "💵" in window


def _unannounced(folded: str, amount: Amount, window: str, floor: int) -> int:
    """Return the strength of an amount that no word and no unit tells of."""
    if amount.currency is None:
        return _WEAK if is_alternative(amount, window, floor) else _LIKELY
    if _is_alone(folded, amount):
        return _LIKELY
    by_piece = (amount.ranged or folded[amount.end : amount.end + 1] == "/") and piece_behind(folded, amount.end)
    return _LIKELY if by_piece or (amount.ranged and _HOURS.search(window)) else _WEAK


def _is_alone(folded: str, amount: Amount) -> bool:
    """Return whether an amount with its currency is a clause of its own; `RS485` is none."""
    glued = folded[amount.start].isalpha() and " " not in folded[amount.start : amount.end]
    before = folded[max(0, amount.start - _ALONE_REACH) : amount.start]
    if glued or not (_ALONE_BEFORE.search(before) or HOURS_AT.search(before)):
        return False
    return bool(_ALONE_BEHIND.match(folded, amount.end)) or piece_behind(folded, amount.end)
