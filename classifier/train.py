"""Training: fit on the corpus, calibrate and validate on groups never seen together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from sklearn.calibration import CalibratedClassifierCV
from sklearn.model_selection import StratifiedGroupKFold, cross_val_predict
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

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Trained:
    """A fitted model and what is known about it."""

    model: CalibratedClassifierCV
    """Pipeline and temperature; `predict_proba` takes composed texts."""
    validation: dict[str, Any]
    """Grouped out-of-fold figures, by `metrics.score_table`: all, and by language."""
    counts: dict[str, Any]
    """Ads and groups the model was fitted on, by label and language."""


def train(examples: Sequence[Example], progress: Progress = lambda _line: None) -> Trained:
    """Fit on `examples`; raise ModelError when a label has too few groups to validate."""
    _check(examples)
    texts = [example.text for example in examples]
    labels = np.array([example.label for example in examples])
    splits = grouped_splits(examples)
    progress(f"reading {len(examples)} labelled ads")
    pipeline = build_pipeline()
    pipeline.named_steps["features"].fit_transform(texts)
    progress(f"validating on {FOLDS} folds of groups")
    calibrated = CalibratedClassifierCV(pipeline, method="temperature", cv=splits, ensemble=False)
    out_of_fold = _out_of_fold(pipeline, texts, labels, splits)
    progress("fitting and calibrating the model")
    model = calibrated.fit(texts, labels)
    probabilities = _tempered(out_of_fold, temperature(model))
    return Trained(model, _validate(examples, probabilities), _count(examples))


def grouped_splits(examples: Sequence[Example]) -> list[tuple[Any, Any]]:
    """Return `FOLDS` (train, test) index pairs; no group is on both sides, labels are kept in proportion."""
    folds = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=SEED)
    labels = [example.label for example in examples]
    return list(folds.split(labels, labels, groups=[example.group for example in examples]))


def temperature(model: CalibratedClassifierCV) -> float:
    """Return the temperature by which the fitted model divides its logits."""
    return float(1.0 / model.calibrated_classifiers_[0].calibrators[0].beta_)


def base_pipeline(model: CalibratedClassifierCV) -> Pipeline:
    """Return the fitted pipeline inside the calibrated model."""
    return model.calibrated_classifiers_[0].estimator


def _check(examples: Sequence[Example]) -> None:
    groups = {label: {example.group for example in examples if example.label == label} for label in LABELS}
    for label, found in groups.items():
        if len(found) < MIN_PER_LABEL:
            raise ModelError(f"only {len(found)} groups of ads labelled {label}; training needs {MIN_PER_LABEL}")


def _out_of_fold(pipeline: Pipeline, texts: list[str], labels: Any, splits: list[tuple[Any, Any]]) -> Any:
    return cross_val_predict(pipeline, texts, labels, cv=splits, method="decision_function")


def _tempered(logits: Any, degree: float) -> Any:
    scaled = logits / degree
    powers = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def _validate(examples: Sequence[Example], probabilities: Any) -> dict[str, Any]:
    names = sorted(LABELS)
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
