"""The lean scorer's weights applied to many texts at once, with numpy: equal to `Scorer` but for rounding (1e-12)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from scipy.sparse import csr_array
from scipy.special import softmax

from classifier.bulk_terms import WordTable, count_terms
from classifier.explain import LEAST, says_something
from classifier.scorer import Block, Judged, Scorer
from classifier.terms import head_terms, title_terms

_WORDS = ("words", "parts")
_OTHERS = {"title": title_terms, "head": head_terms}


class BulkScorer:
    """A scorer's weights as arrays."""

    def __init__(self, scorer: Scorer) -> None:
        self._scorer = scorer
        blocks = {name: scorer.blocks.get(name) or _NO_BLOCK for name in (*_WORDS, *_OTHERS)}
        self._columns = {name: block.columns for name, block in blocks.items()}
        self._idf = {name: np.array(block.idf) for name, block in blocks.items()}
        self._weights = {
            name: np.array(block.weights).reshape(len(scorer.labels), -1).T.copy() for name, block in blocks.items()
        }
        self._table = WordTable(self._columns["words"], self._columns["parts"])
        self._names: list[str] = []
        self._name_of = self._number_names()

    def score(
        self, texts: Sequence[str], words: Sequence[Sequence[str]], counted: Sequence[Mapping[str, float]]
    ) -> list[Judged]:
        """Return what is said of each text, given with its words and its cue and topic features."""
        counts = dict(zip(_WORDS, self._table.count(words), strict=True))
        for name, analyzer in _OTHERS.items():
            counts[name] = count_terms(self._columns[name], [analyzer(text) for text in texts])
        logits = np.array([self._base(features) for features in counted])
        for name, matrix in counts.items():
            _weigh(matrix, self._idf[name])
            logits += matrix @ self._weights[name]
        probabilities = softmax(logits / self._scorer.temperature, axis=1)
        likely = probabilities.argmax(axis=1)
        shown = self._contributions(counts, likely)
        return [
            self._score(row, at, parts, features)
            for row, at, parts, features in zip(probabilities.tolist(), likely.tolist(), shown, counted, strict=True)
        ]

    def _score(self, row: list[float], at: int, words: dict[str, float], features: Mapping[str, float]) -> Judged:
        labels, table = self._scorer.labels, self._scorer.counted
        counted = {name: value * table[name][at] for name, value in features.items() if name in table}
        return Judged(dict(zip(labels, row, strict=True)), labels[at], words, counted)

    def _base(self, features: Mapping[str, float]) -> list[float]:
        """Return the logits that intercept and counted features give."""
        logits = list(self._scorer.intercept)
        table = self._scorer.counted
        for name, value in features.items():
            if name in table:
                logits = [logit + value * weight for logit, weight in zip(logits, table[name], strict=True)]
        return logits

    def _number_names(self) -> dict[str, Any]:
        """Return block → the number of the name under which each term's contribution is shown, -1 for none."""
        numbers: dict[str, int] = {}
        found = {}
        for block, columns in self._columns.items():
            names = [term.rpartition(":")[2] for term in columns]
            found[block] = np.array(
                [numbers.setdefault(name, len(numbers)) if says_something(name) else -1 for name in names],
                dtype=np.int64,
            )
        self._names = list(numbers)
        return found

    def _contributions(self, counts: Mapping[str, Any], likely: Any) -> list[dict[str, float]]:
        """Return for each text the terms that add more than `LEAST` to its most likely label, with what they add."""
        owners, names, values = [], [], []
        for block, matrix in counts.items():
            of = np.repeat(np.arange(len(likely)), np.diff(matrix.indptr))
            number = self._name_of[block][matrix.indices]
            kept = np.flatnonzero(number >= 0)
            of = of[kept]
            owners.append(of)
            names.append(number[kept])
            values.append(matrix.data[kept] * self._weights[block][matrix.indices[kept], likely[of]])
        shape = (len(likely), max(1, len(self._names)))
        sums = csr_array((np.concatenate(values), (np.concatenate(owners), np.concatenate(names))), shape=shape)
        strong = np.flatnonzero(sums.data > LEAST)
        ends = np.searchsorted(strong, sums.indptr).tolist()
        found = [self._names[name] for name in sums.indices[strong].tolist()]
        added = sums.data[strong].tolist()
        return [dict(zip(found[a:b], added[a:b], strict=True)) for a, b in pairwise(ends)]


_NO_BLOCK = Block({"terms": "", "idf": "", "weights": []})


def _weigh(matrix: Any, idf: Any) -> None:
    """Turn counts into TF-IDF values in place: (1 + ln count) × idf, each row scaled to unit length."""
    matrix.data = (1.0 + np.log(matrix.data)) * idf[matrix.indices]
    lengths = np.diff(matrix.indptr)
    rows = np.repeat(np.arange(len(lengths)), lengths)
    norms = np.sqrt(np.bincount(rows, weights=matrix.data**2, minlength=len(lengths)))
    matrix.data /= norms[rows]
