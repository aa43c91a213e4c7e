"""Finding known phrases word by word, endings of number and gender aside; linear in the text.

The words of a text are compared by their stems; where a word stands is asked of the few that are found.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from typing import Final, Generic, Self, TypeVar

from classifier.text import fold

V = TypeVar("V")

_WORD: Final = re.compile(r"([a-z0-9]+(?:\+(?= |$))?)")
_SHORT: Final = 4
"""Words of up to this many letters are compared whole, and of a longer one so many are kept: a "notaio" is no "not"."""
REMEMBERED: Final = 1 << 16
"""Words the stems of which are kept, at most."""


def stem(word: str) -> str:
    """Cut the endings of number and gender, Italian and English.

    >>> stem("agende"), stem("agenda"), stem("emails"), stem("word"), stem("notai"), stem("notaio"), stem("not")
    ('agend', 'agend', 'email', 'word', 'nota', 'nota', 'not')
    """
    bare = word.rstrip("s").rstrip("aeio")
    return bare if len(bare) >= _SHORT else word[:_SHORT]


class _Stems(dict[str, str]):
    """Word → its stem; fills itself, and begins anew when it is full."""

    def __missing__(self, word: str) -> str:
        if len(self) >= REMEMBERED:
            self.clear()
        self[word] = found = stem(word)
        return found


_STEMS: Final = _Stems()


class Words:
    """The words of a text."""

    def __init__(self, folded: str) -> None:
        self._folded = folded
        pieces = _WORD.split(folded)
        ends = list(accumulate(map(len, pieces)))
        self.words = pieces[1::2]
        """The words, folded."""
        self.starts = ends[:-1:2]
        """Offset of the first character of each word."""
        self.ends = ends[1::2]
        """Offset behind the last character of each word."""
        self.stems = tuple(map(_STEMS.__getitem__, self.words))
        """The words without their endings, as `stem` cuts them."""

    def within(self, first: int, last: int) -> Self:
        """Return the words of the text from offset `first`, where no word is cut, up to `last`.

        They are what `read_words` finds in that piece alone; their places are those in the whole text.
        """
        low = bisect_left(self.starts, first)
        high = max(low, bisect_left(self.ends, last - 1))
        after = self.ends[high - 1] if high > low else first
        found = type(self)(self._folded[after:last])
        found.words = self.words[low:high] + found.words
        found.stems = self.stems[low:high] + found.stems
        found.starts = self.starts[low:high] + [after + place for place in found.starts]
        found.ends = self.ends[low:high] + [after + place for place in found.ends]
        return found


@lru_cache(maxsize=8)
def read_words(text: str) -> Words:
    """Return the words of `text`; kept for a while, since several parts of a reading ask for them."""
    return Words(fold(text))


class StemTable(Generic[V]):
    """Phrases and what they stand for."""

    def __init__(self, phrases: Iterable[tuple[str, V]]) -> None:
        self._by_first: dict[str, dict[int, dict[tuple[str, ...], list[V]]]] = {}
        for phrase, value in phrases:
            stems = Words(fold(phrase)).stems
            if stems:
                lengths = self._by_first.setdefault(stems[0], {})
                lengths.setdefault(len(stems), {}).setdefault(stems, []).append(value)
        for first, lengths in self._by_first.items():
            self._by_first[first] = dict(sorted(lengths.items(), reverse=True))

    def find(self, words: Words) -> Iterator[tuple[int, int, list[V]]]:
        """Yield (first word, words, values) of the longest phrases in `words`, none within another."""
        stems, known = words.stems, self._by_first
        free = 0
        for index in [index for index, word in enumerate(stems) if word in known]:
            if index < free:
                continue
            for length, phrases in known[stems[index]].items():
                values = phrases.get(stems[index : index + length])
                if values is not None:
                    free = index + length
                    yield index, length, values
                    break
