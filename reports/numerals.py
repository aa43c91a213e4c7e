"""The numbers in a text of either language, as a machine compares them."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

_NUMBER: Final = re.compile(r"\d[\d.,]*")
_MARKS: Final = {"it": (".", ","), "en": (",", ".")}


def numerals(text: str, language: str) -> Counter[float]:
    """Return how often each number stands in `text`, written as `language` writes numbers.

    >>> numerals("1.234 annunci su 2.000, il 61,7%", "it") == numerals("1,234 ads of 2,000, 61.7%", "en")
    True
    """
    thousands, decimal = _MARKS[language]
    found = (match.group().rstrip(".,") for match in _NUMBER.finditer(text))
    return Counter(float(number.replace(thousands, "").replace(decimal, ".")) for number in found)
