"""Numbers written in words before a currency: `sette euro`, `millecinquecento euro`, `five dollars`."""

from __future__ import annotations

import re
from typing import Final

from classifier.pay_patterns import SPOKEN
from classifier.searched import searched

_ITALIAN: Final = {
    "un": 1, "uno": 1, "una": 1, "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "sei": 6, "sette": 7, "otto": 8,
    "nove": 9, "dieci": 10, "undici": 11, "dodici": 12, "tredici": 13, "quattordici": 14, "quindici": 15,
    "sedici": 16, "diciassette": 17, "diciotto": 18, "diciannove": 19, "venti": 20, "trenta": 30, "quaranta": 40,
    "cinquanta": 50, "sessanta": 60, "settanta": 70, "ottanta": 80, "novanta": 90,
}  # fmt: skip
_ENGLISH: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_BIG: Final = {"cento": 100, "cent": 100, "hundred": 100, "mila": 1000, "mille": 1000, "thousand": 1000}
_CUT: Final = {
    "vent": 20,
    "trent": 30,
    "quarant": 40,
    "cinquant": 50,
    "sessant": 60,
    "settant": 70,
    "ottant": 80,
    "novant": 90,
}
_BLANKS: Final = frozenset(" \n")
_LAST_LETTERS: Final = frozenset(word[-1] for word in (*_ITALIAN, *_ENGLISH, *_BIG, *_CUT)) | _BLANKS
"""With one of these ends what stands before a word of money, where that is a number in words."""
_PIECES: Final[dict[str, list[tuple[str, int]]]] = {}
"""First letter → the pieces of Italian numbers that begin with it, the longest first, and their values."""
for _piece, _value in sorted({**_ITALIAN, **_BIG, **_CUT}.items(), key=lambda item: -len(item[0])):
    _PIECES.setdefault(_piece[0], []).append((_piece, _value))
_MONEY: Final = re.compile(
    r"\b(euros?|dollari|dollars?|pounds|sterline|bucks|pesos|centesimi|cents?)\b(?: e (cinquanta|venti|trenta|"
    r"mezzo)\b)?"
)
_LONG: Final = 300
_STEMS: Final = ("euro", "dollar", "cent", "pounds", "bucks", "pesos", "sterline")
_HALVES: Final = {"cinquanta": 0.5, "mezzo": 0.5, "venti": 0.2, "trenta": 0.3}
_WORDS_BACK: Final = 4
_LONGEST: Final = 60
_WIDEST: Final = 20
"""An upper end more than so many times the lower is no range."""


_TO: Final = re.compile(r"(?: (?:to|a|ad|ai|o|or) |[-/])$")
_AND: Final = re.compile(r" (?:e|ed|and) $")
_BETWEEN: Final = re.compile(r"\b(?:tra|fra|between) (?:i |gli )?$")


def spoken_amounts(folded: str) -> list[tuple[int, int, float, float, str]]:
    """Return (start, end, lower, upper, currency word) of amounts in words, in order.

    >>> spoken_amounts("ti offriamo millecinquecento euro al mese")
    [(12, 33, 1500.0, 1500.0, 'euro')]
    >>> spoken_amounts("da otto a dieci euro l'ora")
    [(3, 20, 8.0, 10.0, 'euro')]
    """
    if not _are_likely(folded):
        return []
    found: list[tuple[int, int, float, float, str]] = []
    for match in _MONEY.finditer(folded):
        start = match.start()
        number = _number_before(folded[max(0, start - _LONGEST) : start])
        if number:
            length, value = number
            value += _HALVES.get(match.group(2) or "", 0.0)
            start, low = _lower(folded, start - length, value)
            found.append((start, match.end(), low, value, match.group(1)))
    return found


def _are_likely(folded: str) -> bool:
    """Return whether a word of money stands anywhere behind a number in words."""
    if len(folded) > _LONG and SPOKEN not in searched(folded).standing:
        return False
    for word in _STEMS:  # noqa: SIM110 - quicker than any(), and asked of every text
        if word in folded and _follows_number(folded, word):
            return True
    return False


def _lower(folded: str, start: int, high: float) -> tuple[int, float]:
    """Return the start and lower end of a range whose upper end in words begins at `start`, else what is given."""
    window = folded[max(0, start - _LONGEST) : start]
    joint = _TO.search(window) or _AND.search(window)
    number = _number_before(window[: joint.start()]) if joint else None
    if joint is None or number is None:
        return start, high
    length, low = number
    begins = start - (len(window) - joint.start()) - length
    loose = joint.re is _AND and not _BETWEEN.search(folded[max(0, begins - 14) : begins])
    return (start, high) if loose or not low < high <= low * _WIDEST else (begins, low)


def _follows_number(folded: str, word: str) -> bool:
    """Return whether a word of money that begins with `word` stands anywhere behind a number in words."""
    place = folded.find(word, 2)
    while place >= 0:
        if folded[place - 1] in _BLANKS and folded[place - 2] in _LAST_LETTERS:
            window = folded[max(0, place - _LONGEST) : place]
            if _MONEY.match(folded, place) and _number_before(window):
                return True
        place = folded.find(word, place + 1)
    return False


def _number_before(window: str) -> tuple[int, float] | None:
    """Return (characters back, value) of the longest number in words at the end of `window`."""
    words = window.rstrip().replace("-", " ").replace("/", " ").split(" ")[-_WORDS_BACK:]
    best: tuple[int, float] | None = None
    blanks = len(window) - len(window.rstrip())
    for count in range(1, len(words) + 1):
        tail = words[-count:]
        if not tail[0]:
            break
        value = spoken_number(tail)
        if value is None and tail[0] not in {"and", "e"}:
            break
        if value is not None:
            best = (len(" ".join(tail)) + blanks, value)
    return best


def spoken_number(words: list[str]) -> float | None:
    """Return the value of a number in words, or None.

    >>> [spoken_number(text.split()) for text in ("twenty five", "two thousand five hundred", "duemilacinquecento")]
    [25.0, 2500.0, 2500.0]
    """
    total, group = 0.0, 0.0
    for word in words:
        if word in {"and", "e"} and (total or group):
            continue
        parts = [_ENGLISH[word]] if word in _ENGLISH else _split(word)
        if not parts:
            return None
        for part in parts:
            if part == 1000:  # noqa: PLR2004 - thousand
                total, group = total + max(group, 1) * 1000, 0.0
            elif part == 100:  # noqa: PLR2004 - hundred
                group = max(group, 1) * 100
            elif group % 100 and (group % 100 < 20 or part > 9):  # noqa: PLR2004 - `seven nine` are two numbers
                return None
            else:
                group += part
    return total + group or None


def _split(word: str) -> list[int]:
    """Return the parts of an Italian number written as one word, or none when it is no number."""
    parts = []
    while word:
        for piece, value in _PIECES.get(word[0], ()):
            if word.startswith(piece):
                parts.append(value)
                word = word[len(piece) :]
                break
        else:
            return []
    return parts
