"""The lean scorer: the pipeline's exported weights, applied without numpy; equal to it within 1e-5."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Score:
    """Probabilities of one text and the parts they are made of."""

    probabilities: dict[str, float]
    """Label → calibrated probability; they sum to 1."""
    words: dict[str, float]
    """N-gram → its value: (1 + ln count) × idf, scaled to unit length over the text."""
    cues: Mapping[str, float]
    """Cue feature → its value."""


class Scorer:
    """Weights of a fitted pipeline: for each n-gram and cue feature one number a label."""

    def __init__(self, weights: Mapping[str, Any]) -> None:
        self.labels: list[str] = list(weights["labels"])
        """Labels in the order of every weight's numbers."""
        self.intercept: list[float] = list(weights["intercept"])
        self.temperature: float = float(weights["temperature"])
        """Logits are divided by it before the softmax (Guo et al. 2017)."""
        self.idf: dict[str, float] = dict(zip(weights["words"], weights["idf"], strict=True))
        self.word_weights: dict[str, list[float]] = dict(zip(weights["words"], weights["word_weights"], strict=True))
        self.cue_weights: dict[str, list[float]] = dict(zip(weights["cues"], weights["cue_weights"], strict=True))

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Return the scorer that `persist` exported as JSON."""
        return cls(json.loads(text))

    def score(self, terms: Sequence[str], cues: Mapping[str, float]) -> Score:
        """Return probabilities for a text given as `words.ngrams` and `features.cue_features`."""
        values = self._tf_idf(terms)
        known = {name: value for name, value in cues.items() if name in self.cue_weights}
        logits = list(self.intercept)
        for table, features in ((self.word_weights, values), (self.cue_weights, known)):
            for name, value in features.items():
                for index, weight in enumerate(table[name]):
                    logits[index] += value * weight
        return Score(dict(zip(self.labels, _softmax(logits, self.temperature), strict=True)), values, known)

    def contributions(self, score: Score, label: str) -> tuple[dict[str, float], dict[str, float]]:
        """Return what each n-gram and each cue feature adds to the logit of `label` (intercept apart)."""
        index = self.labels.index(label)
        words = {name: value * self.word_weights[name][index] for name, value in score.words.items()}
        cues = {name: value * self.cue_weights[name][index] for name, value in score.cues.items()}
        return words, cues

    def _tf_idf(self, terms: Sequence[str]) -> dict[str, float]:
        idf = self.idf
        counts = Counter(term for term in terms if term in idf)
        values = {term: (1.0 + math.log(count)) * idf[term] for term, count in counts.items()}
        length = math.sqrt(sum(value * value for value in values.values())) or 1.0
        return {term: value / length for term, value in values.items()}


def _softmax(logits: Sequence[float], temperature: float) -> list[float]:
    scaled = [logit / temperature for logit in logits]
    top = max(scaled)
    powers = [math.exp(value - top) for value in scaled]
    total = sum(powers)
    return [power / total for power in powers]
