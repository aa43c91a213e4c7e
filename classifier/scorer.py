"""The lean scorer: the pipeline's exported weights, applied without numpy; equal to it within 1e-5."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import mul
from typing import Any, NamedTuple, Self

from classifier.packed import unpack


@dataclass(frozen=True, slots=True)
class Score:
    """Probabilities of one text and the parts they are made of."""

    probabilities: dict[str, float]
    """Label → calibrated probability; they sum to 1."""
    terms: dict[str, dict[str, float]]
    """Block → term → its value: (1 + ln count) × idf, scaled to unit length over the block."""
    counted: Mapping[str, float]
    """Cue or topic feature → its value."""


class Judged(NamedTuple):
    """What is said of one text."""

    probabilities: dict[str, float]
    """Label → calibrated probability; they sum to 1."""
    likely: str
    """The most likely label."""
    words: Mapping[str, float]
    """Term → what it adds to the logit of `likely` (see `Scorer.contributions`); what adds little may be left out."""
    counted: Mapping[str, float]
    """Cue or topic feature → what it adds to the logit of `likely`."""


class Block:
    """The weights of one block of terms (see `classifier.terms`); terms by lines, numbers as `packed` or as lists."""

    def __init__(self, weights: Mapping[str, Any]) -> None:
        terms = weights["terms"]
        names: list[str] = (terms.split("\n") if terms else []) if isinstance(terms, str) else terms
        self.columns: dict[str, int] = dict(zip(names, range(len(names)), strict=True))
        """Term → its column."""
        self.idf = unpack(weights["idf"])
        """Inverse document frequency of each column."""
        self.weights = [unpack(row) for row in weights["weights"]]
        """For each label one number a column."""

    def values(self, terms: Sequence[str]) -> dict[str, float]:
        """Return the TF-IDF value of each known term of `terms`."""
        idf, columns = self.idf, self.columns
        counts = Counter(filter(columns.__contains__, terms))
        values = {term: (1.0 + math.log(count)) * idf[columns[term]] for term, count in counts.items()}
        length = math.sqrt(sum(value * value for value in values.values())) or 1.0
        return {term: value / length for term, value in values.items()}


class Scorer:
    """Weights of a fitted pipeline: for each term and counted feature one number a label."""

    def __init__(self, weights: Mapping[str, Any]) -> None:
        self.labels: list[str] = list(weights["labels"])
        """Labels in the order of every weight's numbers."""
        self.intercept: list[float] = list(weights["intercept"])
        self.temperature: float = float(weights["temperature"])
        """Logits are divided by it before the softmax (Guo et al. 2017)."""
        self.blocks: dict[str, Block] = {name: Block(block) for name, block in weights["blocks"].items()}
        """Name → weights of a block of terms."""
        self.counted: dict[str, list[float]] = dict(weights["counted"])
        """Cue or topic feature → one number a label."""

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Return the scorer that `persist` exported as JSON."""
        return cls(json.loads(text))

    def score(self, terms: Mapping[str, Sequence[str]], counted: Mapping[str, float]) -> Score:
        """Return probabilities for a text given as terms by block and as cue and topic features."""
        values = {name: block.values(terms.get(name, ())) for name, block in self.blocks.items()}
        known = {name: value for name, value in counted.items() if name in self.counted}
        logits = list(self.intercept)
        for name, block in self.blocks.items():
            columns = [block.columns[term] for term in values[name]]
            for index, row in enumerate(block.weights):
                logits[index] += sum(map(mul, values[name].values(), map(row.__getitem__, columns)))
        for index, row in enumerate(zip(*map(self.counted.__getitem__, known), strict=True)):
            logits[index] += sum(map(mul, known.values(), row))
        return Score(dict(zip(self.labels, _softmax(logits, self.temperature), strict=True)), values, known)

    def judge(self, terms: Mapping[str, Sequence[str]], counted: Mapping[str, float]) -> Judged:
        """Return what is said of a text given as terms by block and as cue and topic features."""
        score = self.score(terms, counted)
        likely = max(score.probabilities, key=lambda name: score.probabilities[name])
        return Judged(score.probabilities, likely, *self.contributions(score, likely))

    def contributions(self, score: Score, label: str) -> tuple[dict[str, float], dict[str, float]]:
        """Return what each term and each counted feature adds to the logit of `label` (intercept apart).

        A term counts under its words alone: what its title and head blocks add is added to it. Parts of words
        are left as they are.
        """
        index = self.labels.index(label)
        words: dict[str, float] = {}
        for block, values in score.terms.items():
            columns, weights = self.blocks[block].columns, self.blocks[block].weights[index]
            for term, value in values.items():
                name = term.rpartition(":")[2]
                words[name] = words.get(name, 0.0) + value * weights[columns[term]]
        counted = {name: value * self.counted[name][index] for name, value in score.counted.items()}
        return words, counted


def _softmax(logits: Sequence[float], temperature: float) -> list[float]:
    scaled = [logit / temperature for logit in logits]
    top = max(scaled)
    powers = [math.exp(value - top) for value in scaled]
    total = sum(powers)
    return [power / total for power in powers]
