"""Finding numbers that may be money: in figures or in words, one number or a range, with currency and scale."""

from __future__ import annotations

import re
from typing import Final

from classifier.pay_figures import LONE, MORE, PATTERN, SECOND, Amount, read
from classifier.pay_notation import currency_before, currency_of
from classifier.pay_spoken import spoken_amounts
from classifier.pay_unit_words import UNIT_WORDS
from classifier.pay_units import unit_behind

__all__ = ["ALTERNATIVE", "HINTS_BEFORE", "Amount", "find_amounts"]

_MILLIONS: Final = re.compile(r"\+?\s?(?:mln|ml[di]|milion[ei]|million[si]?|billions?|miliard[oi]|mm?|bn|b)\b")
_LETTERS: Final = re.compile(r"[a-z]{1,12}")
_HINT_BEHIND: Final = re.compile(
    r"[ ,(]{0,2}(?:nett|lord|gross|net\b|pulit|in busta|ral\b|annu|mens|orari|al |mese|all'|l'|/|per |an? |ogni |hour|"
    r"month|week|year|p\.a|x ?1|tutto|fissi|e \d\d|\+)"
)
HINTS_BEFORE: Final = frozenset(
    "ral fisso fissa fissi tariffa compenso stipendio retribuzione budget salary pay rate wage paga compensation base "
    "occasionale indicativa indicativo lorda lordo netta netto annua annuo mensile oraria orario giornaliera "
    "giornaliero range profilo di da is of tra fra max circa a sui 💶 💰 💵".split()
)
"""Words one of which stands last before a number without currency that is pay."""
ALTERNATIVE: Final = re.compile(
    r"\b(?:sale|salgono|poi|notte|nott?urn[oi]|festivi|estero|dopo|rising|then|later)\b[a-z ]{0,28}$"
)
"""Words of later or other work, before a number that stands for it: `8 € l'ora, poi 9`."""
_JOINTS: Final = frozenset("di da is of tra fra max circa a sui".split())
"""Hints that mean something only behind one of `_ANNOUNCING`."""
_ANNOUNCING: Final = HINTS_BEFORE - _JOINTS
_WORDS: Final = re.compile("[a-z]+|[💶💰💵]")
_REACH: Final = 60
"""Characters before a number in which words that announce it are looked for."""
_HINT_REACH: Final = 16
_HINT_GAP: Final = 40
"""So near behind another amount a lone number may stand for later or other work."""
_LEAST_PESOS: Final = 40
"""`PHP 8` is a programming language."""


def find_amounts(folded: str, line: tuple[int, int] = (-1, -1)) -> list[Amount]:
    """Return every number of `folded` that may be pay, with its currency, ranges as one, in order.

    A plain number with nothing of pay beside it is left out, save in the pay line, which stands at `line`.
    """
    found: list[Amount] = []
    place = 0
    while match := PATTERN.search(folded, place):
        start, place = match.span()
        groups = match.lastindex
        if groups == MORE and match.group(SECOND) is None:
            continue  # a telephone number, a code
        sign = currency_before(folded, start) if start else ""
        if groups == LONE and not sign and not line[0] <= start < line[1] and _is_idle(folded, match, found):
            continue
        amount = read(folded, match, sign)
        place = amount.end if amount.end > start else start + 1
        if not _is_foreign(folded, amount, match):
            found.append(amount)
    spoken = spoken_amounts(folded)
    return sorted([*found, *(_spoken(*hit) for hit in spoken)]) if spoken else found


def _is_idle(folded: str, match: re.Match[str], found: list[Amount]) -> bool:
    """Return whether nothing beside a lone number, written without currency or scale, can make it pay."""
    start, end = match.span()
    written = match.group()
    if not written.isdigit() and ("." in written or "," in written or " " in written):
        return False
    if _HINT_BEHIND.match(folded, end):
        return False
    last = folded[start - _HINT_REACH if start > _HINT_REACH else 0 : start].rstrip(" :=(-\n").rpartition(" ")[2]
    hint = last if last in HINTS_BEFORE else last.rpartition("\n")[2].strip("(:")
    if hint in HINTS_BEFORE:
        words = _WORDS.findall(folded, start - _REACH if start > _REACH else 0, start) if hint in _JOINTS else None
        if words is None or not _ANNOUNCING.isdisjoint(words):
            return False
    near = bool(found) and start - found[-1].end <= _REACH
    return not (near and ALTERNATIVE.search(folded, max(0, start - _HINT_GAP), start))


def _is_foreign(folded: str, amount: Amount, match: re.Match[str]) -> bool:
    """Return whether a number is no money at all: millions, a 401(k), `PHP 8`, `CAD 2d`."""
    _, end, low, high, currency, source, _, scaled, plain = amount
    after = folded[end : end + 2]
    if ("m" in after or "b" in after) and _MILLIONS.match(folded, end):
        return True
    if scaled and match.group(3) and match.group(1) == "401":
        return True
    if source != "text" or low != high:
        return False
    letters = _LETTERS.match(folded, end)
    if letters and match.group(4) is None and letters.group() not in UNIT_WORDS:
        return True
    small = currency == "PHP" and low < _LEAST_PESOS and plain
    return small and unit_behind(folded, end) is None


def _spoken(start: int, end: int, low: float, high: float, word: str) -> Amount:
    if word.startswith("cent"):
        low, high = round(low / 100, 4), round(high / 100, 4)
        currency = "EUR" if word == "centesimi" else "USD"
    else:
        found = currency_of(word)
        currency = found[0] if found else "EUR"
    return Amount(start, end, low, high, currency, "text")
