r"""Which words a text must hold for a pattern of the lexicons to match in it.

A pattern that needs "orari…" and "fissi" or "fisso" need not be tried on a text without them. What is told here is told
of the pattern itself, as `cue_notation` makes it, and never too much is asked: a part of which nothing is certain asks
nothing. A word is a run of letters and figures (`\w`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from classifier.cue_common import is_common
from classifier.cue_parts import ANY, Readings, parts

_UNKNOWN: Final = re.compile(r"[*~#]")

Need = frozenset[str]
"""Words of which a text must hold one: `orari*` is any word that begins so, `*ore` any that ends so."""


def needs(regex: str) -> tuple[Need, ...]:
    r"""Return what `regex` needs, part by part, without what stands in many ads; the text must meet all of it.

    >>> for need in needs(r"\b(?:reperibil[a-z]*(?:[ -]+\n?|\n)[ -]*(?:nottur[a-z]*|festiva))\b"):
    ...     print(*sorted(need))
    reperibil*
    festiva nottur*
    """
    return tuple(dict.fromkeys(filter(None, _by_part(regex))))


def later_needs(regex: str) -> tuple[Need, ...]:
    """Return what `regex` needs behind its first part."""
    return tuple(dict.fromkeys(filter(None, _by_part(regex)[1:])))


@lru_cache(maxsize=1)
def _by_part(regex: str) -> list[Need | None]:
    return [_need(part) for part in parts(regex)]


def _need(part: Readings) -> Need | None:
    """Return a word of each reading, when each has one that is not common."""
    words = [_rarest(reading) for reading in part]
    return frozenset(words) if all(words) else None


def _rarest(reading: str) -> str:
    """Return what is certain of a word of `reading`, the longest that is not common; empty when all are."""
    words = reading.split()
    certain = [form for word in words for form in (_head(word), _tail(word)) if form and not is_common(form)]
    return max(certain, key=len, default="")


def _head(word: str) -> str:
    """Return what is certain of a word from its beginning: all of it, some letters, or nothing."""
    head = _UNKNOWN.split(word, maxsplit=1)[0]
    return head if head == word or not head else head + ANY


def _tail(word: str) -> str:
    tail = _UNKNOWN.split(word)[-1]
    return ANY + tail if tail and tail != word else ""
