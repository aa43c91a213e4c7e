"""The scikit-learn pipeline: cues and terms of a text → logistic regression over four labels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Self

from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import FeatureUnion, Pipeline

from classifier.facts import find_facts
from classifier.features import cue_features
from classifier.terms import BLOCKS
from classifier.topics import topic_features

C = 3.0
"""Inverse strength of the L2 penalty, chosen by grouped cross-validation (docs/experiments.md)."""
SCALES = MappingProxyType({"words": 2.5, "parts": 6.0, "title": 1.5, "head": 2.5, "cues": 1.0, "topics": 0.5})
"""How large the values of each block are. A word's TF-IDF is near 0.05 where a cue is 1: unscaled, the penalty
would leave everything to the cues (accuracy by scale in docs/experiments.md)."""
COUNTED = ("cues", "topics")
"""Blocks whose values are counted by our own code, not weighed by TF-IDF."""
MIN_DOCUMENTS = 2
"""A term seen in fewer training ads is left out."""


class FeatureCounter(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Turn texts into dictionaries of features; stateless."""

    def __init__(self, count: Callable[[str], dict[str, float]]) -> None:
        self.count = count
        """Text → feature name → value."""

    def fit(self, X: Sequence[str], y: Any = None) -> Self:  # noqa: ARG002, N803 - scikit-learn's signature
        """Learn nothing."""
        return self

    def transform(self, X: Sequence[str]) -> list[dict[str, float]]:  # noqa: N803 - scikit-learn's signature
        """Return one dictionary a text."""
        return [self.count(text) for text in X]

    def __sklearn_is_fitted__(self) -> bool:
        return True


@lru_cache(maxsize=8192)
def _cue_features(text: str) -> dict[str, float]:
    """Return the cue features of `text`; cached, since cross-validation comes by every text several times."""
    return cue_features(find_facts(text).cues)


def build_pipeline(c: float = C) -> Pipeline:
    """Return the unfitted pipeline; it takes composed texts (see `classifier.text.compose`)."""
    blocks = [
        (name, TfidfVectorizer(analyzer=analyzer, sublinear_tf=True, min_df=MIN_DOCUMENTS))
        for name, analyzer in BLOCKS.items()
    ]
    cues = Pipeline([("count", FeatureCounter(_cue_features)), ("matrix", DictVectorizer())])
    topics = Pipeline([("count", FeatureCounter(topic_features)), ("matrix", DictVectorizer())])
    features = FeatureUnion([*blocks, ("cues", cues), ("topics", topics)], transformer_weights=dict(SCALES))
    model = LogisticRegression(C=c, class_weight="balanced", max_iter=2000)
    return Pipeline([("features", features), ("model", model)])
