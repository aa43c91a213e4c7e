"""The lean scorer's weights applied to many texts at once, with numpy: equal to `Scorer` but for rounding (1e-12)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, pairwise
from typing import Any

import numpy as np
from scipy.sparse import csr_array, hstack
from scipy.special import softmax

from classifier.bulk_terms import WordTable, count_terms, sparse
from classifier.explain import LEAST, says_something
from classifier.scorer import Block, Judged, Scorer
from classifier.terms import head_terms, title_terms

_BLOCKS = ("words", "parts", "title", "head")


class BulkScorer:
    """A scorer's weights as arrays."""

    def __init__(self, scorer: Scorer) -> None:
        self._scorer = scorer
        self._blocks = [scorer.blocks.get(name) or _NO_BLOCK for name in _BLOCKS]
        self._table = WordTable(self._blocks[0].columns, self._blocks[1].columns)
        self._idf = [np.array(block.idf) for block in self._blocks]
        self._weights = np.concatenate([_by_column(block.weights, len(scorer.labels)) for block in self._blocks])
        self._counted = {name: column for column, name in enumerate(scorer.counted)}
        self._counted_weights = np.array(list(scorer.counted.values()), dtype=float).reshape(-1, len(scorer.labels))
        self._names, self._shown = self._named()

    def score(
        self, texts: Sequence[str], words: Sequence[Sequence[str]], counted: Sequence[Mapping[str, float]]
    ) -> list[Judged]:
        """Return what is said of each text, given with its words and its cue and topic features."""
        terms, features, names = self._terms(texts, words), *self._features(counted)
        logits = self._scorer.intercept + features @ self._counted_weights + terms @ self._weights
        probabilities = softmax(logits / self._scorer.temperature, axis=1)
        likely = probabilities.argmax(axis=1)
        labels = self._scorer.labels
        return [
            Judged(dict(zip(labels, row, strict=True)), labels[at], shown, told)
            for row, at, shown, told in zip(
                probabilities.tolist(),
                likely.tolist(),
                self._worth_showing(terms, likely),
                _by_name(names, features, self._counted_weights, likely),
                strict=True,
            )
        ]

    def _terms(self, texts: Sequence[str], words: Sequence[Sequence[str]]) -> Any:
        """Return the TF-IDF values of all blocks side by side: texts by terms."""
        title, head = (count_terms(block.columns, list(map(find, texts))) for block, find in zip(
            self._blocks[2:], (title_terms, head_terms), strict=True
        ))  # fmt: skip
        counts = [*self._table.count(words), title, head]
        return hstack([_weighed(matrix, idf) for matrix, idf in zip(counts, self._idf, strict=True)], format="csr")

    def _features(self, counted: Sequence[Mapping[str, float]]) -> tuple[Any, list[list[str]]]:
        """Return the values of the known features: texts by features; and their names, text by text."""
        columns = self._counted
        names = [[name for name in features if name in columns] for features in counted]
        values = [features[name] for features, row in zip(counted, names, strict=True) for name in row]
        lengths = np.array([len(row) for row in names], dtype=np.int64)
        at = np.array([columns[name] for row in names for name in row], dtype=np.int64)
        return sparse(at, lengths, len(columns), np.array(values, dtype=float)), names

    def _named(self) -> tuple[list[str], Any]:
        """Return the names under which terms are shown, and which term has which: terms by names."""
        numbers: dict[str, int] = {}
        found = []
        for term in chain.from_iterable(block.columns for block in self._blocks):
            name = term.rpartition(":")[2]
            found.append([numbers.setdefault(name, len(numbers))] if says_something(name) else [])
        lengths = np.array([len(row) for row in found], dtype=np.int64)
        matrix = sparse(np.array(list(chain.from_iterable(found)), dtype=np.int64), lengths, len(numbers))
        return list(numbers), matrix

    def _worth_showing(self, terms: Any, likely: Any) -> list[dict[str, float]]:
        """Return for each text the terms that add more than `LEAST` to its most likely label, with what they add."""
        sums = _parts(terms, self._weights, likely) @ self._shown
        strong = np.flatnonzero(sums.data > LEAST)
        ends = np.searchsorted(strong, sums.indptr).tolist()
        found = [self._names[name] for name in sums.indices[strong].tolist()]
        added = sums.data[strong].tolist()
        return [dict(zip(found[a:b], added[a:b], strict=True)) for a, b in pairwise(ends)]


_NO_BLOCK = Block({"terms": "", "idf": "", "weights": []})


def _by_column(weights: Sequence[Sequence[float]], labels: int) -> Any:
    return np.array(weights, dtype=float).reshape(labels, -1).T


def _weighed(counts: Any, idf: Any) -> Any:
    """Return counts as TF-IDF values: (1 + ln count) × idf, each row scaled to unit length."""
    counts.data = (1.0 + np.log(counts.data)) * idf[counts.indices]
    rows = _rows(counts)
    norms = np.sqrt(np.bincount(rows, weights=counts.data**2, minlength=counts.shape[0]))
    counts.data /= norms[rows]
    return counts


def _parts(values: Any, weights: Any, likely: Any) -> Any:
    """Return what each value adds to the logit of its row's label."""
    added = values.data * weights[values.indices, likely[_rows(values)]]
    return csr_array((added, values.indices, values.indptr), shape=values.shape)


def _by_name(names: Sequence[Sequence[str]], features: Any, weights: Any, likely: Any) -> list[dict[str, float]]:
    added = iter(_parts(features, weights, likely).data.tolist())
    return [{name: next(added) for name in row} for row in names]


def _rows(matrix: Any) -> Any:
    """Return the row of each value of `matrix`."""
    return np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
