"""Which phrases may stand in a text, told by its words alone: the few that are worth looking for.

The words of a text are looked up in a table that fills itself: word → what it meets of the phrases' needs
(`cue_needs`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import reduce
from operator import and_, or_
from typing import Final, NamedTuple

from classifier.cue_needs import Need, rarity
from classifier.cue_parts import ANY, FIGURE

REMEMBERED: Final = 1 << 16
"""Words kept in the table, at most; then it begins anew."""
MOST_NEEDS: Final = 2
"""Needs of a phrase that are looked at, the rarest."""
_LETTERS: Final = bytes(code if re.match(rb"[A-Za-z_]", bytes([code])) else ord(" ") for code in range(256))
"""A table for `bytes.translate`: what is no letter becomes a blank."""
_FIGURES: Final = re.compile(rb"[0-9]")


class _Meets(NamedTuple):
    """What a word meets; each need is a bit."""

    alone: int
    """Needs that the word meets."""
    left: int
    """Needs that it meets with the right word behind it."""
    right: int
    """Needs that it meets with the left word before it."""
    waiting: tuple[tuple[int, int], ...]
    """Phrases that the word brings up, by number, each with its needs."""


class Prefilter:
    """The needs of many phrases."""

    def __init__(self, phrases: Iterable[Sequence[Need]]) -> None:
        bits: dict[Need, int] = {}
        waiting: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        self._always: list[int] = []
        for index, needs in enumerate(phrases):
            chosen = sorted(needs, key=lambda need: -_rarity(need))[:MOST_NEEDS]
            open_ones = [need for number, need in enumerate(chosen) if number or need.lefts]
            wanted = reduce(or_, (bits.setdefault(need, 1 << len(bits)) for need in open_ones), 0)
            for word in chosen[0].callers if chosen else ():
                waiting[word].append((index, wanted))
            if not needs:
                self._always.append(index)
        self._words = _Words(bits, waiting)

    def candidates(self, data: bytes) -> list[int]:
        """Return the numbers of the phrases that may stand in folded text given as bytes, in their order."""
        words = data.translate(_LETTERS).split()
        if _FIGURES.search(data):
            words.append(FIGURE.encode())
        if not words:
            return self._always
        alone, left, right, waiting = zip(*map(self._words.__getitem__, words), strict=True)
        met = reduce(or_, alone) | reduce(or_, map(and_, left, right[1:]), 0)
        called = filter(None, dict(zip(words, waiting, strict=True)).values())
        found = {index for entries in called for index, wanted in entries if wanted & met == wanted}
        return sorted(found.union(self._always))


class _Words(dict[bytes, _Meets]):
    """Word → what it meets."""

    def __init__(self, bits: dict[Need, int], waiting: dict[str, list[tuple[int, int]]]) -> None:
        super().__init__()
        self._alone, self._left, self._right = (defaultdict[str, int](int) for _ in range(3))
        self._waiting = waiting
        for need, bit in bits.items():
            for words, table in zip(need[:3], (self._alone, self._left, self._right), strict=True):
                for word in words:
                    table[word] |= bit
        self._known = frozenset([*self._alone, *self._left, *self._right, *waiting])
        self._longest = max(map(len, self._known), default=0)

    def __missing__(self, word: bytes) -> _Meets:
        letters = word.decode("ascii")
        forms = [letters]
        for length in range(1, min(len(word), self._longest) + 1):
            forms += [letters[:length] + ANY, ANY + letters[-length:]]
        known = [form for form in forms if form in self._known]
        alone, left, right = (
            reduce(or_, (table[form] for form in known if form in table), 0)
            for table in (self._alone, self._left, self._right)
        )
        waiting = tuple(entry for form in known for entry in self._waiting.get(form, ()))
        if len(self) >= REMEMBERED:
            self.clear()
        self[word] = entry = _Meets(alone, left, right, waiting)
        return entry


def _rarity(need: Need) -> float:
    """Return how seldom `need` is met, as a guess; two neighbours are rarer than a word."""
    return min(map(rarity, need.callers)) - len(need.callers) / 8 + 2 * bool(need.lefts)
