"""Words with their weights and those of their parts: a word is taken apart once, not in every text anew."""

from __future__ import annotations

from typing import Final

from classifier.empty_words import says_something
from classifier.terms import PART, cut
from classifier.weights import Block, Four, Term, total

REMEMBERED: Final = 1 << 16
"""Words kept in the table, at most."""
MOST_PARTS: Final = 1 << 22
"""Parts kept of all words, at most: words of hostile texts are long."""
NEW: Final = 4
"""Texts in which a word was met before its pairs are kept: for a single text it is quicker to look for each."""
_NO_PAIRS: Final[dict[str, int]] = {}


class Word(Term):
    """A word, known to the model or not, and what follows from it."""

    def __init__(self, name: str, square: float, added: Four, parts: list[Term]) -> None:
        super().__init__(name, square, added, shown=says_something(name))
        self.pairs: dict[str, int] = _NO_PAIRS
        """Second words of the known pairs that it begins → column of the pair; empty as long as the word is new."""
        self.parts = parts
        """Its known parts, in its order; one that stands twice in it is named twice."""
        self.parts_square, self.parts_added = total(parts)
        """The sums over its parts, as if each stood once in the text."""
        self.itself: Term | None = None
        """The part that is the whole word, where it is one and may be shown."""
        self.met = 0
        """In so many texts it was met, up to `NEW`."""


class WordTable:
    """Words of a model's `words` and `parts` blocks; begun anew when they are too many."""

    def __init__(self, words: Block, parts: Block, most: int = REMEMBERED) -> None:
        self._most = most
        self._words = words
        self._parts = parts
        self._table: dict[str, Word] = {}
        self._cut = 0

    def find(self, text: list[str], words: list[Word], terms: list[Term]) -> None:
        """Count the words of `text` and the known pairs of neighbours; add each word to `words`, all to `terms`.

        Whoever asks puts the counts back to 0.
        """
        table, known = self._table, self._words
        left: Word | None = None
        for name in text:
            word = table.get(name)
            if word is None:
                word = self._learn(name)
            if not word.count:
                words.append(word)
                terms.append(word)
            word.count += 1
            if left is not None:
                column = left.pairs.get(name) if left.met == NEW else known.column(f"{left.name} {name}")
                if column is not None:
                    pair = known.term(column)
                    if not pair.count:
                        terms.append(pair)
                    pair.count += 1
            left = word
        self._know(words)

    def _know(self, words: list[Word]) -> None:
        """Find all pairs of words that are new no more."""
        for word in words:
            if word.met != NEW:
                word.met += 1
                if word.met == NEW:
                    word.pairs = self._words.pairs(word.name) or _NO_PAIRS

    def trim(self) -> None:
        """Forget all words when they are too many."""
        if len(self._table) > self._most or self._cut > MOST_PARTS:
            self._table = {}
            self._cut = 0

    def _learn(self, name: str) -> Word:
        square, added = self._words.numbers(self._words.column(name))
        parts = [part for part in map(self._parts.find, cut(name)) if part is not None]
        word = Word(name, square, added, parts)
        if word.shown and len(name) == PART:
            word.itself = self._parts.find(name)
        self._table[name] = word
        self._cut += len(parts)
        return word
