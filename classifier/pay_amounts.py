"""Finding numbers that may be money: in figures or in words, one number or a range, with currency and scale."""

from __future__ import annotations

import re
from typing import Final

from classifier.pay_figures import LONE, MORE, PATTERN, SECOND, Amount, read, read_plain
from classifier.pay_lone import DIGIT, currency_end, is_alone, number_end, shape_of
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
).match
_HINTING: Final = frozenset(
    (*"ne lo gr pu in ra an me or al l' pe og ho mo we ye p. x1 tu fi".split(), "a ", "x ", "e ")
)
"""Beginnings of the words among them."""
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
    shape = shape_of(folded)
    start = shape.find(DIGIT)
    while start >= 0:
        sign = currency_before(folded, start) if start else ""
        idle = not sign and not line[0] <= start < line[1]
        end = 0 if start and folded[start - 1] == "." else number_end(folded, shape, start)
        if end and is_alone(folded, shape, end):
            if not (idle and folded[start:end].isdigit() and _is_idle(folded, start, end, found)):
                amount = read_plain(folded, start, end, end, sign)
                if not _is_foreign(folded, amount):
                    found.append(amount)
        elif end and (last := currency_end(folded, shape, end)):
            amount = read_plain(folded, start, end, last, sign)
            end = last
            if not _is_foreign(folded, amount, sure=True):
                found.append(amount)
        else:
            end = _read(folded, start, sign, found, idle=idle)
        start = shape.find(DIGIT, end)
    spoken = spoken_amounts(folded)
    if spoken:
        found += [_spoken(*hit) for hit in spoken]
        found.sort(key=lambda amount: (amount.start, amount.end))
    return found


def _read(folded: str, start: int, sign: str, found: list[Amount], *, idle: bool) -> int:
    """Add what stands at `start` to `found` where it may be pay; return where to look on."""
    match = PATTERN.match(folded, start)
    if match is None:
        return start + 1
    end = match.end()
    groups = match.lastindex
    if groups == MORE and match.group(SECOND) is None:
        return end  # a telephone number, a code
    if idle and groups == LONE and not _is_marked(match.group()) and _is_idle(folded, start, end, found):
        return end
    amount = read(folded, match, sign)
    if match.group(3) and match.group(1) == "401":
        return amount.end
    if not _is_foreign(folded, amount, sure=match.group(4) is not None):
        found.append(amount)
    return amount.end if amount.end > start else start + 1


def _is_marked(written: str) -> bool:
    return not written.isdigit() and ("." in written or "," in written or " " in written)


def _is_idle(folded: str, start: int, end: int, found: list[Amount]) -> bool:
    """Return whether nothing beside a lone number, written without currency or scale, can make it pay."""
    plain = folded[end : end + 1] == " " and folded[end + 1 : end + 2].isalpha()
    if (not plain or folded[end + 1 : end + 3] in _HINTING) and _HINT_BEHIND(folded, end):
        return False
    last = folded[start - _HINT_REACH if start > _HINT_REACH else 0 : start].rstrip(" :=(-\n").rpartition(" ")[2]
    hint = last if last in HINTS_BEFORE else last.rpartition("\n")[2].strip("(:")
    if hint in HINTS_BEFORE:
        words = _WORDS.findall(folded, start - _REACH if start > _REACH else 0, start) if hint in _JOINTS else None
        if words is None or not _ANNOUNCING.isdisjoint(words):
            return False
    near = bool(found) and start - found[-1].end <= _REACH
    return not (near and ALTERNATIVE.search(folded, max(0, start - _HINT_GAP), start))


def _is_foreign(folded: str, amount: Amount, *, sure: bool = False) -> bool:
    """Return whether a number is no money at all: millions, `PHP 8`, `CAD 2d`; `sure` where a currency is behind it."""
    end = amount.end
    after = folded[end : end + 2]
    if ("m" in after or "b" in after) and _MILLIONS.match(folded, end):
        return True
    if amount.source != "text" or amount.ranged:
        return False
    letters = None if sure else _LETTERS.match(folded, end)
    if letters and letters.group() not in UNIT_WORDS:
        return True
    small = amount.currency == "PHP" and amount.low < _LEAST_PESOS and amount.plain
    return small and unit_behind(folded, end) is None


def _spoken(start: int, end: int, low: float, high: float, word: str) -> Amount:
    if word.startswith("cent"):
        low, high = round(low / 100, 4), round(high / 100, 4)
        currency = "EUR" if word == "centesimi" else "USD"
    else:
        found = currency_of(word)
        currency = found[0] if found else "EUR"
    return Amount(start, end, low, high, (currency, "text"))
