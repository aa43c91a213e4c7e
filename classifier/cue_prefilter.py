"""Which phrases may stand in a text, told by its words alone: the few that are worth looking for.

The words of a text are looked up in a table that fills itself: word → what it meets of the phrases' needs
(`cue_needs`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import chain
from operator import and_, or_
from typing import Final, NamedTuple

from classifier.cue_needs import Need, rarity
from classifier.cue_parts import ANY, FIGURE

REMEMBERED: Final = 1 << 16
"""Words kept in the table, at most; then it begins anew."""
COMMON: Final = 1.0
"""A phrase, the rarest need of which is not as rare (`_rarity`), is weak."""
MOST_NEEDS: Final = 3
"""Needs of a phrase that are looked at, the rarest."""
_LETTERS: Final = bytes(code if re.match(rb"[A-Za-z_]", bytes([code])) else ord(" ") for code in range(256))
"""A table for `bytes.translate`: what is no letter becomes a blank."""
_FIGURES: Final = re.compile(rb"[0-9]")


Table = dict[str, list[int]]
"""Word → numbers."""


class Tables(NamedTuple):
    """The needs of many phrases as plain numbers, which can be kept in a file."""

    weak: list[int]
    """Phrases that need nothing, or only what stands in most ads, by number: their words tell nothing."""
    waiting: dict[str, list[list[int]]]
    """Word → the phrases that it calls: each its number, then its needs."""
    alone: Table
    """Word → needs that it meets."""
    left: Table
    """Word → needs that it meets with the right word behind it."""
    right: Table
    """Word → needs that it meets with the left word before it."""


def tabulate(phrases: Iterable[Sequence[Need]]) -> Tables:
    """Return the tables of phrases, each given by its needs; of these the rarest are taken.

    The needs of phrases that common words call have the lowest numbers: they are looked at most, and low bits quickest.
    """
    tables = Tables([], {}, {}, {}, {})
    numbers: dict[Need, int] = {}
    chosen = [sorted(needs, key=lambda need: -_rarity(need))[:MOST_NEEDS] for needs in phrases]
    tables.weak.extend(index for index, needs in enumerate(chosen) if not needs or _rarity(needs[0]) < COMMON)
    strong = sorted(set(range(len(chosen))).difference(tables.weak), key=lambda index: _rarity(chosen[index][0]))
    for index in strong:
        first, *others = chosen[index]
        # a word that calls the phrase has met the first need already, unless a neighbour belongs to it
        wanted = [numbers.setdefault(need, len(numbers)) for need in ([first] if first.lefts else []) + others]
        for word in sorted(first.callers):
            tables.waiting.setdefault(word, []).append([index, *wanted])
    for need, number in numbers.items():
        for words, table in zip(need[:3], tables[2:], strict=True):
            for word in words:
                table.setdefault(word, []).append(number)
    return tables


class Prefilter:
    """Tells by the words of a text which phrases may stand in it."""

    def __init__(self, tables: Tables) -> None:
        self._words = _Words(tables)

    def candidates(self, data: bytes) -> set[int]:
        """Return the numbers of the phrases, the weak ones apart, that may stand in folded text given as bytes."""
        words = data.translate(_LETTERS).split()
        if _FIGURES.search(data):
            words.append(FIGURE.encode())
        if not words:
            return set()
        alone, left, right, waiting = zip(*map(self._words.__getitem__, words), strict=True)
        met = reduce(or_, filter(None, chain(alone, map(and_, left, right[1:]))), 0)
        called = filter(None, dict(zip(words, waiting, strict=True)).values())
        return {index for entries in called for index, wanted in entries if wanted & met == wanted}


class _Words(dict[bytes, tuple[int, int, int, tuple[tuple[int, int], ...]]]):
    """Word → what it meets, each need a bit: alone, as left neighbour, as right one; and the phrases that it calls."""

    def __init__(self, tables: Tables) -> None:
        super().__init__()
        self._tables = tables
        self._known = frozenset().union(*tables[1:])
        self._longest = max(map(len, self._known), default=0)

    def __missing__(self, word: bytes) -> tuple[int, int, int, tuple[tuple[int, int], ...]]:
        letters = word.decode("ascii")
        forms = [letters]
        for length in range(1, min(len(word), self._longest) + 1):
            forms += [letters[:length] + ANY, ANY + letters[-length:]]
        known = [form for form in forms if form in self._known]
        tables = self._tables
        alone, left, right = (_bits(number for form in known for number in table.get(form, ())) for table in tables[2:])
        called = tuple((index, _bits(needs)) for form in known for index, *needs in tables.waiting.get(form, ()))
        if len(self) >= REMEMBERED:
            self.clear()
        self[word] = meets = (alone, left, right, called) if known else _NOTHING
        return meets


_NOTHING: Final = (0, 0, 0, ())
"""What most words meet; one object for all."""


def _bits(numbers: Iterable[int]) -> int:
    return reduce(or_, (1 << number for number in numbers), 0)


def _rarity(need: Need) -> float:
    """Return how seldom `need` is met, as a guess; two neighbours are rarer than a word."""
    if FIGURE in need.callers:
        return -1.0
    return min(map(rarity, need.callers)) - len(need.callers) / 8 + 2 * bool(need.lefts)
