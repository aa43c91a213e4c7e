"""The terms of many texts at once, as sparse matrices of counts: the same terms as `classifier.terms` lists.

A word is looked up in a table that fills itself, so that its parts are cut once and not in every ad anew.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any, Final

import numpy as np
from scipy.sparse import csr_array, eye_array

from classifier.terms import cut

REMEMBERED: Final = 1 << 17
"""Words kept in the table, at most."""
MOST_PARTS: Final = 1 << 22
"""Parts kept of all words, at most: words of hostile texts are long."""


def count_terms(columns: Mapping[str, int], texts: Sequence[Sequence[str]]) -> Any:
    """Return how often each known term stands in each text: a matrix, texts by `columns`."""
    rows = [[columns[term] for term in terms if term in columns] for terms in texts]
    return added_up(sparse(_flat(rows), np.array([len(row) for row in rows], dtype=np.int64), len(columns)))


def sparse(columns: Any, lengths: Any, width: int, values: Any = None) -> Any:
    """Return a matrix with `values`, or a 1 each, at `columns`, of which each row has so many (`lengths`)."""
    ends = np.concatenate([[0], np.cumsum(lengths)])
    return csr_array((np.ones(len(columns)) if values is None else values, columns, ends), shape=(len(lengths), width))


def added_up(matrix: Any) -> Any:
    """Return `matrix` with the values of a column that a row names twice added up, without sorting it."""
    return matrix @ eye_array(matrix.shape[1], format="csr")


class WordTable(dict[str, int]):
    """Word → its row in the tables of single words and of parts; begun anew (`trim`) when it grows too large."""

    def __init__(self, words: Mapping[str, int], parts: Mapping[str, int]) -> None:
        super().__init__()
        self._words, self._parts = words, parts
        pairs = [tuple(term.split(" ")) for term in words if " " in term]
        self._in_pairs = dict.fromkeys(chain.from_iterable(pairs))
        self._begin()
        self._width = len(self)
        keys = np.array([self[left] * self._width + self[right] for left, right in pairs], dtype=np.int64)
        order = np.argsort(keys)
        self._pair_keys = keys[order]
        self._pair_columns = np.array([words[" ".join(pair)] for pair in pairs], dtype=np.int64)[order]

    def _begin(self) -> None:
        """Forget all words but those that stand in known pairs: looked up first, they have the first rows."""
        self.clear()
        self._columns = array("q")
        self._cut, self._ends = array("q"), array("q", [0])
        for word in self._in_pairs:
            self[word]

    def __missing__(self, word: str) -> int:
        row = len(self)
        self._columns.append(self._words.get(word, -1))
        known = self._parts
        self._cut.extend([known[part] for part in cut(word) if part in known])
        self._ends.append(len(self._cut))
        self[word] = row
        return row

    def count(self, texts: Sequence[Sequence[str]]) -> tuple[Any, Any]:
        """Return the counts of words and pairs, and those of parts, in texts given as words: texts by columns."""
        if len(self) > REMEMBERED or len(self._cut) > MOST_PARTS:
            self._begin()
        rows = _flat([list(map(self.__getitem__, words)) for words in texts])
        lengths = np.array([len(words) for words in texts], dtype=np.int64)
        owners = np.repeat(np.arange(len(texts)), lengths)
        single = np.array(self._columns)[rows]
        pairs, lefts = self._pairs(rows, owners)
        known = np.flatnonzero(single >= 0)
        # a pair stands where its left word stands: both are brought into the order of the text
        order = np.argsort(np.concatenate([2 * known, 2 * lefts + 1]), kind="stable")
        columns = np.concatenate([single[known], pairs])[order]
        each = np.bincount(np.concatenate([owners[known], owners[lefts]]), minlength=len(texts))
        counts = added_up(sparse(columns, each, len(self._words)))
        return counts, sparse(rows, lengths, len(self)) @ self._part_matrix()

    def _pairs(self, rows: Any, owners: Any) -> tuple[Any, Any]:
        """Return the columns of the known pairs of neighbours, and where their left words stand."""
        left, right = rows[:-1], rows[1:]
        lefts = np.flatnonzero((left < self._width) & (right < self._width) & (owners[:-1] == owners[1:]))
        keys = left[lefts] * self._width + right[lefts]
        if not len(self._pair_keys):
            return keys[:0], lefts[:0]
        places = np.minimum(np.searchsorted(self._pair_keys, keys), len(self._pair_keys) - 1)
        known = self._pair_keys[places] == keys
        return self._pair_columns[places[known]], lefts[known]

    def _part_matrix(self) -> Any:
        indices = np.array(self._cut)
        return csr_array((np.ones(len(indices)), indices, np.array(self._ends)), shape=(len(self), len(self._parts)))


def _flat(rows: Sequence[Sequence[int]]) -> Any:
    return np.fromiter(chain.from_iterable(rows), dtype=np.int64, count=sum(map(len, rows)))
