"""Finding known phrases word by word, endings of number and gender aside; linear in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, Generic, NamedTuple, TypeVar

from classifier.text import fold

V = TypeVar("V")

_TOKEN: Final = re.compile(r"[a-z0-9]+(?:\+(?= |$))?")
_SHORT: Final = 4
"""Words of up to this many letters are compared whole."""


class Token(NamedTuple):
    """A word of a text."""

    word: str
    """The word, folded."""
    stem: str
    """The word without its endings of number and gender, as `stem` cuts it."""
    start: int
    """Offset of the first character."""
    end: int
    """Offset behind the last character."""


@lru_cache(maxsize=8)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the words of `text` with their places; kept for a while, since several parts of a reading ask for them."""
    return tuple(
        Token(match.group(), stem(match.group()), match.start(), match.end()) for match in _TOKEN.finditer(fold(text))
    )


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """Cut the endings of number and gender, Italian and English.

    >>> stem("agende"), stem("agenda"), stem("emails"), stem("Word".lower())
    ('agend', 'agend', 'email', 'word')
    """
    return word.rstrip("s").rstrip("aeio") or word if len(word) > _SHORT else word


class PhraseTable(Generic[V]):
    """Phrases and what they stand for."""

    def __init__(self, phrases: Iterable[tuple[str, V]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        for phrase, value in phrases:
            stems = tuple(token.stem for token in tokens(phrase))
            if stems:
                self._by_first.setdefault(stems[0], []).append((stems, value))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def find(self, words: Sequence[Token]) -> Iterator[tuple[int, int, list[V]]]:
        """Yield (first word, words, values) of the longest phrases in `words`, none within another."""
        free = 0
        for index, word in enumerate(words):
            if index < free:
                continue
            length, values = self._longest(words, index, self._by_first.get(word.stem, ()))
            if length:
                free = index + length
                yield index, length, values

    @staticmethod
    def _longest(
        words: Sequence[Token], index: int, entries: Iterable[tuple[tuple[str, ...], V]]
    ) -> tuple[int, list[V]]:
        best, values = 0, []
        for stems, value in entries:
            if len(stems) < best:
                break
            if stems == tuple(word.stem for word in words[index : index + len(stems)]):
                best = len(stems)
                values.append(value)
        return best, values
