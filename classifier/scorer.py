"""The lean scorer: the pipeline's exported weights, applied without numpy; equal to it within 1e-5."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from threading import Lock
from typing import Any, Final, NamedTuple

from classifier.empty_words import LEAST
from classifier.standing import Standing
from classifier.terms import head_terms, title_terms
from classifier.weights import Block, Term, pick
from classifier.word_table import WordTable

_NO_BLOCK: Final = {"terms": "", "idf": "", "weights": ["", "", "", ""]}


class Judged(NamedTuple):
    """What is said of one text."""

    probabilities: dict[str, float]
    """Label → calibrated probability; they sum to 1."""
    likely: str
    """The most likely label."""
    words: dict[str, float]
    """Word or pair → what it adds to the logit of `likely`, in whatever block; what says nothing to a reader or adds
    less than `LEAST` is left out."""
    counted: dict[str, float]
    """Cue or topic feature → what it adds to the logit of `likely`; less than `LEAST` is left out."""


class Scorer:
    """Weights of a fitted pipeline: for each term and counted feature one number a label."""

    def __init__(self, weights: Mapping[str, Any]) -> None:
        self.labels: list[str] = list(weights["labels"])
        """Labels in the order of every weight's numbers."""
        self.intercept: list[float] = list(map(float, weights["intercept"]))
        self.temperature: float = float(weights["temperature"])
        """Logits are divided by it before the softmax (Guo et al. 2017)."""
        self.blocks: dict[str, Block] = {
            name: Block(block, shown=name != "parts") for name, block in weights["blocks"].items()
        }
        """Name → weights of a block of terms."""
        self.counted: dict[str, list[float]] = dict(weights["counted"])
        """Cue or topic feature → one number a label."""
        self._features: dict[str, Term] = {name: _feature(name, row) for name, row in self.counted.items()}
        words, parts, title, head = (
            self.blocks.get(name) or Block(_NO_BLOCK) for name in ("words", "parts", "title", "head")
        )
        if not words.ordered():
            raise ValueError("terms out of order")
        self._table = WordTable(words, parts)
        self._title: Block = title
        self._head: Block = head
        self._lock = Lock()

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how another process makes this scorer: from its weights alone."""
        blocks = {name: block.to_dict() for name, block in self.blocks.items()}
        numbers = {"intercept": self.intercept, "temperature": self.temperature, "counted": self.counted}
        return Scorer, ({"labels": self.labels, "blocks": blocks, **numbers},)

    @staticmethod
    def from_json(text: str | bytes) -> Scorer:
        """Return the scorer that `persist` exported as JSON."""
        return Scorer(json.loads(text))

    def judge(self, text: str, words: list[str], counted: Mapping[str, float]) -> Judged:
        """Return what is said of `text`, given with its words and its cue and topic features."""
        with self._lock:
            standing = Standing()
            try:
                self._table.find(words, standing.words, standing.terms)
                _count(self._title, title_terms(text), standing.title)
                _count(self._head, head_terms(text), standing.head)
                return self._judge(standing, counted)
            finally:
                standing.clear()
                self._table.trim()

    def _judge(self, standing: Standing, counted: Mapping[str, float]) -> Judged:
        features = self._features
        a, b, c, d = standing.add_up()
        for name, value in counted.items():
            feature = features.get(name)
            if feature is not None:
                one, two, three, four = feature.added
                a += value * one
                b += value * two
                c += value * three
                d += value * four
        probabilities = _softmax([a, b, c, d], self.intercept, self.temperature)
        likely = probabilities.index(max(probabilities))
        told: dict[str, float] = {}
        for name, value in counted.items():
            feature = features.get(name)
            if feature is not None and value * pick(feature.added, likely) > LEAST:
                told[name] = value * pick(feature.added, likely)
        return Judged(
            dict(zip(self.labels, probabilities, strict=True)), self.labels[likely], standing.shown(likely), told
        )


def _count(block: Block, names: list[str], found: list[Term]) -> None:
    for name in names:
        term = block.find(name)
        if term is not None:
            if not term.count:
                found.append(term)
            term.count += 1


def _feature(name: str, row: Sequence[float]) -> Term:
    one, two, three, four = map(float, row)
    return Term(name, 1.0, (one, two, three, four), shown=False)


def _softmax(logits: list[float], intercept: list[float], temperature: float) -> list[float]:
    scaled = [(logit + more) / temperature for logit, more in zip(logits, intercept, strict=True)]
    top = max(scaled)
    powers = [math.exp(value - top) for value in scaled]
    total = sum(powers)
    return [power / total for power in powers]
