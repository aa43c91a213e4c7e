"""Which words a text must hold for a pattern of the lexicons to match in it.

A pattern that needs "orari…" just before "fissi" or "fisso" need not be tried on a text without them. What is told here
is told of the pattern itself, as `cue_notation` makes it, and never too much is asked: a part of which nothing is
certain asks nothing. A word is a run of letters; figures are all alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from classifier.cue_parts import ANY, FIGURE, SPLIT, Readings, parts
from classifier.empty_words import EMPTY

_EDGE: Final = re.compile(rf"[{SPLIT}{FIGURE}]")
_WILD: Final = re.compile(r"[*~]")


class Need(NamedTuple):
    """What the text must hold: a word of `words`, or one of `lefts` followed by one of `rights`.

    `orari*` is any word that begins so, `*ore` any that ends so, `#` any figure.
    """

    words: frozenset[str]
    lefts: frozenset[str] = frozenset()
    rights: frozenset[str] = frozenset()
    callers: frozenset[str] = frozenset()
    """Words of which one at least stands in every text that meets the need: the rarer of two neighbours."""


def needs(regex: str) -> tuple[Need, ...]:
    r"""Return what `regex` needs; the text must meet all of it.

    >>> for need in needs(r"\b(?:orari[a-z]*(?:[ -]+\n?|\n)[ -]*(?:fiss[oi]|rigidi))\b"):
    ...     print(*map(sorted, need))
    [] ['orari*'] ['fissi', 'fisso', 'rigidi'] ['orari*']
    """
    found = parts(regex)
    between = [_neighbours(*pair) for pair in pairwise(found)]
    told = [any(pair) for pair in pairwise([None, *between, None])]
    each = [need for part, paired in zip(found, told, strict=True) for need in _needs(part, paired=paired)]
    return tuple(dict.fromkeys([*filter(None, between), *each]))


def _needs(part: Readings, *, paired: bool) -> Iterator[Need]:
    """Yield a word or two neighbours of each reading, when each has some; and a figure, when each has one.

    A word alone tells nothing more of a part that is `paired` with its neighbour.
    """
    forms = [_best(reading) for reading in part]
    if all(forms) and not (paired and any(len(form) == 1 for form in forms)):
        pairs = [form for form in forms if len(form) > 1]
        yield Need(
            frozenset(form[0] for form in forms if len(form) == 1),
            frozenset(pair[0] for pair in pairs),
            frozenset(pair[1] for pair in pairs),
            frozenset(max(form, key=rarity) for form in forms),
        )
    if all(FIGURE in reading for reading in part):
        yield Need(frozenset({FIGURE}), callers=frozenset({FIGURE}))


def _best(reading: str) -> tuple[str, ...]:
    """Return the two neighbours of `reading` that are most telling, else its longest word, a figure, or nothing."""
    words = _EDGE.sub(SPLIT, reading).split()
    pairs = [(left, right) for one, two in pairwise(words) if (left := _last(one)) and (right := _first(two))]
    if pairs:
        return max(pairs, key=lambda pair: max(map(rarity, pair)))
    certain = [form for word in words for form in (_first(word), _tail(word)) if form]
    if certain:
        return (max(certain, key=rarity),)
    return (FIGURE,) if FIGURE in reading else ()


def _neighbours(one: Readings, two: Readings) -> Need | None:
    """Return the words between which the blank of two parts stands, where each reading has them."""
    lefts = frozenset(_last(_ending(reading)) for reading in one)
    rights = frozenset(_first(_beginning(reading)) for reading in two)
    if "" in lefts or "" in rights:
        return None
    return Need(frozenset(), lefts, rights, max(lefts, rights, key=lambda words: min(map(rarity, words))))


def rarity(word: str) -> float:
    """Return how rare `word` is, as a guess: long words are, words that stand in every ad are not."""
    return len(word) / 4 if word.strip(ANY) in EMPTY else len(word)


def _ending(reading: str) -> str:
    return next(reversed(_EDGE.sub(SPLIT, reading).split()), "")


def _beginning(reading: str) -> str:
    return next(iter(_EDGE.sub(SPLIT, reading).split()), "")


def _first(word: str) -> str:
    """Return what is certain of a word that begins at an edge: all of it, or its beginning and `*`; else nothing."""
    head = _WILD.split(word, maxsplit=1)[0]
    return head if head == word or not head else head + ANY


def _tail(word: str) -> str:
    tail = _WILD.split(word)[-1]
    return ANY + tail if tail and tail != word else ""


def _last(word: str) -> str:
    """Return what is certain of a word that ends at an edge: all of it, its end, or its beginning before letters."""
    if ANY not in word:
        return _first(word)
    return _tail(word)
