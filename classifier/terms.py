"""The terms that stand for a text, in blocks: words, parts of words, words of the title and of the lines below it.

The same lists serve the scikit-learn pipeline and the lean scorer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from classifier.text import HEADINGS, fold
from classifier.words import ngrams, words, words_between

TITLE_CHARACTERS: Final = 120
"""Of a first line, so many characters are taken as the title."""
PART: Final = 4
"""Letters of a part of a word; runs of 3 to 5 together were no better and three times as many (docs/experiments.md)."""
HEAD_LINES: Final = 5
"""Below the title, so many lines may hold the ad's fields (`compose` writes them there)."""

_FIELDS: Final = {fold(name): field for headings in HEADINGS.values() for field, name in headings.items()}
_LONGEST: Final = max(map(len, _FIELDS))
_PLACES: Final = frozenset(
    "remote remoto home casa smart working anywhere worldwide client worker ovunque international hybrid".split()
)
"""Words of a place that tell how one works; the names of towns and countries are left out."""


def title_terms(text: str) -> list[str]:
    r"""Return words and pairs of neighbours of the first line, each marked `title:`.

    >>> title_terms("Assistente virtuale\nPer tre mesi.")
    ['title:assistente', 'title:virtuale', 'title:assistente virtuale']
    """
    end = text.find("\n")
    single = words_between(text, 0, min(end if end >= 0 else len(text), TITLE_CHARACTERS))
    return [f"title:{term}" for term in (*single, *(f"{left} {right}" for left, right in pairwise(single)))]


def head_terms(text: str) -> list[str]:
    r"""Return words of the lines that `compose` writes below the title, marked with their field.

    >>> head_terms("Grafica\nTipo: a ore\nLuogo: Torino, da remoto\n\nSalve!")
    ['employment_type:ore', 'job_location', 'job_location:remoto']
    """
    terms: list[str] = []
    start = text.find("\n") + 1
    for _ in range(HEAD_LINES - 1):
        if not start:
            break
        following = text.find("\n", start)
        end = following if following >= 0 else len(text)
        colon = text.find(":", start, end)
        if colon >= 0:
            terms += _field_terms(text[start:colon].strip(), text, colon + 1, end)
        start = following + 1
    return terms


def _field_terms(name: str, text: str, start: int, end: int) -> list[str]:
    """Return the terms of the field called `name`, whose value stands in `text` from `start` to `end`."""
    field = _FIELDS.get(fold(name)) if len(name) <= _LONGEST else None
    if field is None:
        return []
    single = words_between(text, start, end)
    if field == "job_location":
        return [field, *[f"{field}:{word}" for word in single if word in _PLACES]]
    return [f"{field}:{word}" for word in single]


def word_parts(text: str) -> list[str]:
    """Return the runs of four letters of each word, its edges marked by blanks: they bridge endings and typos.

    >>> word_parts("Turni")
    [' tur', 'turn', 'urni', 'rni ']
    """
    return [part for word in words(text) for part in cut(word)]


def cut(word: str) -> list[str]:
    """Return the parts of one word, as `word_parts` does."""
    padded = f" {word} "
    return [padded[at : at + PART] for at in range(max(1, len(padded) - PART + 1))]


BLOCKS: Final[Mapping[str, Callable[[str], list[str]]]] = MappingProxyType(
    {"words": ngrams, "parts": word_parts, "title": title_terms, "head": head_terms}
)
"""Name of a block → the function that finds its terms; a vectoriser of its own weighs each block."""
