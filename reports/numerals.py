"""The numbers in a text of either language, as a machine compares them."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

_NUMBER: Final = re.compile(r"\d[\d.,]*")
_MARKS: Final = {"it": (".", ","), "en": (",", ".")}
_LEVEL: Final = re.compile(r"\b(I|II|III|IV|V|VI|VII)(?= livello)")
_ROMAN: Final = {"I": "1", "II": "2", "III": "3", "IV": "4", "V": "5", "VI": "6", "VII": "7"}


def numerals(text: str, language: str) -> Counter[float]:
    """Return how often each number stands in `text`, written as `language` writes numbers.

    Levels of Italian contracts are written in Roman figures, and count as the others.

    >>> sorted(numerals("1.234 annunci, il 61,7% (IV livello)", "it"))
    [4.0, 61.7, 1234.0]
    """
    thousands, decimal = _MARKS[language]
    plain = _LEVEL.sub(lambda found: _ROMAN[found.group()], text)
    found = (match.group().rstrip(".,") for match in _NUMBER.finditer(plain))
    return Counter(_value(number.replace(thousands, "").replace(decimal, ".")) for number in found)


def _value(number: str) -> float:
    """Return a number as it is worth; one of several points (a version, a date) as its digits."""
    return float(number if number.count(".") < 2 else number.replace(".", ""))  # noqa: PLR2004 - one decimal point
