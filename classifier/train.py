"""Training: fit on the corpus, calibrate and validate on groups never seen together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax, softmax
from sklearn.base import clone
from sklearn.model_selection import StratifiedGroupKFold
from sklearn.pipeline import Pipeline

from classifier.corpus import Example
from classifier.labels import LABELS
from classifier.metrics import score_table
from classifier.pipeline import build_pipeline
from crawler.errors import ModelError

FOLDS: Final = 5
SEED: Final = 7
MIN_PER_LABEL: Final = 10
"""Fewer groups of a label cannot be split into training and testing."""
PRIOR_SHIFT: Final[Mapping[str, float]] = MappingProxyType({"open_employment": -0.4})
"""What is added to a label's logit. Balanced class weights make every label as likely as another, and companies'
vacancies swallow other trades and hidden jobs then; chosen on real ads (docs/experiments.md)."""
SOFTENING: Final = 1.2
"""By how much the temperature is raised over the corpus' own: ads written by few hands are easier than the world's,
and the reader was too sure of itself on real ones (docs/experiments.md)."""

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Trained:
    """A fitted model and what is known about it."""

    pipeline: Pipeline
    """Takes composed texts (see `classifier.text.compose`); its `decision_function` gives logits."""
    temperature: float
    """Logits are divided by it before the softmax (Guo et al. 2017)."""
    validation: dict[str, Any]
    """Grouped out-of-fold figures, by `metrics.score_table`: all, and by language."""
    counts: dict[str, Any]
    """Ads and groups the model was fitted on, by label and language."""

    def predict_proba(self, texts: Sequence[str]) -> Any:
        """Return calibrated probabilities, shape (texts, labels), labels in the order of `pipeline.classes_`."""
        return softmax(self.pipeline.decision_function(texts) / self.temperature, axis=1)


def train(examples: Sequence[Example], progress: Progress = lambda _line: None) -> Trained:
    """Fit on `examples`; raise ModelError when a label has too few groups to validate."""
    _check(examples)
    texts = [example.text for example in examples]
    labels = np.array([example.label for example in examples])
    pipeline = build_pipeline()
    progress(f"reading {len(examples)} labelled ads")
    logits = np.empty((len(examples), len(LABELS)))
    for number, (train_rows, test_rows) in enumerate(grouped_splits(examples), 1):
        progress(f"validating: fold {number} of {FOLDS}")
        fitted = _fit(pipeline, [texts[row] for row in train_rows], labels[train_rows])
        logits[test_rows] = fitted.decision_function([texts[row] for row in test_rows])
    progress("fitting the model")
    model = _fit(pipeline, texts, labels)
    degree = SOFTENING * best_temperature(logits, np.searchsorted(model.classes_, labels))
    return Trained(model, degree, _validate(examples, softmax(logits / degree, axis=1)), _count(examples))


def grouped_splits(examples: Sequence[Example]) -> list[tuple[Any, Any]]:
    """Return `FOLDS` (train, test) index pairs; no group is on both sides, labels are kept in proportion."""
    folds = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=SEED)
    labels = [example.label for example in examples]
    return list(folds.split(labels, labels, groups=[example.group for example in examples]))


def best_temperature(logits: Any, truth: Any) -> float:
    """Return the temperature with the least log-loss of `logits` (rows, labels) against `truth` (column numbers)."""
    rows = np.arange(len(truth))

    def loss(log_degree: float) -> float:
        return float(-log_softmax(logits / np.exp(log_degree), axis=1)[rows, truth].mean())

    return float(np.exp(minimize_scalar(loss, bounds=(-3.0, 3.0), method="bounded").x))


def _fit(pipeline: Pipeline, texts: list[str], labels: Any) -> Pipeline:
    fitted = clone(pipeline).fit(texts, labels)
    model = fitted["model"]
    model.intercept_ = model.intercept_ + [PRIOR_SHIFT.get(label, 0.0) for label in model.classes_]
    return fitted


def _check(examples: Sequence[Example]) -> None:
    groups = {label: {example.group for example in examples if example.label == label} for label in LABELS}
    for label, found in groups.items():
        if len(found) < MIN_PER_LABEL:
            raise ModelError(f"only {len(found)} groups of ads labelled {label}; training needs {MIN_PER_LABEL}")


def _validate(examples: Sequence[Example], probabilities: Any) -> dict[str, Any]:
    names: list[str] = sorted(LABELS)
    rows = [
        (example.label, dict(zip(names, map(float, row), strict=True)))
        for example, row in zip(examples, probabilities, strict=True)
    ]
    tables = {"all": score_table(rows)}
    for language in sorted({example.language for example in examples}):
        kept = [row for row, example in zip(rows, examples, strict=True) if example.language == language]
        tables[language] = score_table(kept)
    return tables


def _count(examples: Sequence[Example]) -> dict[str, Any]:
    return {
        "ads": len(examples),
        "groups": len({example.group for example in examples}),
        "by_label": dict(sorted(Counter(example.label for example in examples).items())),
        "by_language": dict(sorted(Counter(example.language for example in examples).items())),
    }
