"""The weights of one block of terms, and its terms as texts bring them up."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Any, Final

from classifier.empty_words import says_something
from classifier.packed import unpack

Four = tuple[float, float, float, float]
"""One number for each label, in the model's order of labels."""
_THIRD: Final = 2


class Term:
    """A term of a block, with how often it stands in the text that is being scored."""

    def __init__(self, name: str, square: float, added: Four, *, shown: bool) -> None:
        self.count = 0
        """So often it stands in the text; 0 between two texts."""
        self.shown = shown
        """Whether it may explain a verdict to a reader."""
        self.square = square
        """The square of its inverse document frequency (idf)."""
        self.added = added
        """Its idf times its weight for each label."""
        self.name = name
        """Under which it is shown: without the mark of its block."""


class Block:
    """The weights of one block (see `classifier.terms`); terms by lines, numbers as `packed` or as lists."""

    def __init__(self, weights: Mapping[str, Any], *, shown: bool = True) -> None:
        terms = weights["terms"]
        self.names: list[str] = (terms.split("\n") if terms else []) if isinstance(terms, str) else list(terms)
        """Its terms, column by column."""
        self.idf: Sequence[float] = unpack(weights["idf"])
        """Inverse document frequency of each column."""
        self.weights: list[Sequence[float]] = [unpack(row) for row in weights["weights"]]
        """For each label one number a column."""
        self._shown = shown
        """Whether its terms may explain a verdict."""
        self._columns: dict[str, int] = {}
        self._met: list[Term | None] = [None] * len(self.names)
        self._seconds: dict[str, str] = {}

    def to_dict(self) -> dict[str, Any]:
        """Return what the block is made of."""
        return {"terms": self.names, "idf": self.idf, "weights": self.weights}

    def ordered(self) -> bool:
        """Tell whether the terms stand in the order of their characters, as `column` and `pairs` need them."""
        return self.names == sorted(self.names)

    def find(self, name: str) -> Term | None:
        """Return the term called `name`, always the same object; None when the model has none."""
        if not self._columns:
            self._columns = dict(zip(self.names, range(len(self.names)), strict=True))
        column = self._columns.get(name)
        return None if column is None else self.term(column)

    def term(self, column: int) -> Term:
        """Return the term of `column`, always the same object."""
        term = self._met[column]
        if term is None:
            square, added = self.numbers(column)
            name = self.names[column].rpartition(":")[2]
            term = self._met[column] = Term(name, square, added, shown=self._shown and says_something(name))
        return term

    def numbers(self, column: int | None) -> tuple[float, Four]:
        """Return the square of the idf of `column`, and its idf times its weight for each label; zeros for None."""
        if column is None:
            return 0.0, (0.0, 0.0, 0.0, 0.0)
        idf = self.idf[column]
        one, two, three, four = self.weights
        return idf * idf, (idf * one[column], idf * two[column], idf * three[column], idf * four[column])

    def column(self, name: str) -> int | None:
        """Return the column of the term called `name`, looked for in the order of the terms."""
        at = bisect_left(self.names, name)
        return at if at < len(self.names) and self.names[at] == name else None

    def pairs(self, left: str) -> dict[str, int]:
        """Return the columns of all pairs that `left` begins, by their second words."""
        names, start = self.names, f"{left} "
        at = bisect_left(names, start)
        found: dict[str, int] = {}
        while at < len(names) and names[at].startswith(start):
            right = names[at][len(start) :]
            found[self._seconds.setdefault(right, right)] = at
            at += 1
        return found


def weight(count: int) -> float:
    """Return how much a term counts that stands so often in a text: 1 + ln count."""
    return 1.0 if count == 1 else 1.0 + math.log(count)


def total(terms: list[Term]) -> tuple[float, Four]:
    """Return the sums of the squares and of what is added, as if each term stood once."""
    square = a = b = c = d = 0.0
    for term in terms:
        one, two, three, four = term.added
        square += term.square
        a += one
        b += two
        c += three
        d += four
    return square, (a, b, c, d)


def pick(numbers: Four, label: int) -> float:
    """Return the number of the label at that place in the model's order of labels."""
    one, two, three, four = numbers
    if label < _THIRD:
        return two if label else one
    return three if label == _THIRD else four
