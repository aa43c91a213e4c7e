"""Word n-grams of an ad: the same list for the scikit-learn pipeline and for the lean scorer."""

from __future__ import annotations

import re
from itertools import pairwise

from classifier.text import fold

_WORD = re.compile(r"[^\W_]{2,}", re.ASCII)
"""Marks, addresses and e-mails; an e-mail is looked for at the start of a word only, so that the time stays linear."""
_DIGITS = re.compile(r"[0-9]")
_NOISE = re.compile(r"\[[a-z]+\]|https?://\S+|www\.\S+|(?<!\S)[^\s@]++@\S+")


def _mask(match: re.Match[str]) -> str:
    return " " * len(match.group())


def word_spans(text: str) -> list[tuple[str, int, int]]:
    """Return each word as (folded word, start, end), offsets into `text`.

    Addresses and masks such as `[email]` are dropped, digits are written as 0.
    """
    folded = _DIGITS.sub("0", _NOISE.sub(_mask, fold(text)))
    return [(match.group(), match.start(), match.end()) for match in _WORD.finditer(folded)]


def words(text: str) -> list[str]:
    """Return the words of `text`, folded.

    >>> words("Perché 9.00-18.00? Scrivi a [email]")
    ['perche', '00', '00', 'scrivi']
    """
    return _WORD.findall(_DIGITS.sub("0", _NOISE.sub(_mask, fold(text))))


def ngrams(text: str) -> list[str]:
    """Return single words and pairs of neighbours of `text`, for the vectoriser and for the lean scorer."""
    single = words(text)
    return single + [f"{left} {right}" for left, right in pairwise(single)]
