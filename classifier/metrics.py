"""Scores of a reader against labels; every table is plain JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
from sklearn.metrics import confusion_matrix, f1_score, precision_recall_fscore_support

from classifier.decision import THRESHOLDS
from classifier.labels import LABELS

BINS: Final = 10
"""Bins of equal width over the confidence, for the expected calibration error (Guo et al. 2017)."""

Row = tuple[str, Mapping[str, float]]
"""A true label and the probabilities given."""


def score_table(rows: Sequence[Row], thresholds: Mapping[str, float] = THRESHOLDS) -> dict[str, Any]:
    """Return n, accuracy, macro-F1, per-label scores, confusion, calibration and the operating point."""
    truth = np.array([label for label, _ in rows])
    matrix = np.array([[probabilities[label] for label in LABELS] for _, probabilities in rows])
    guess = np.array(LABELS)[matrix.argmax(axis=1)]
    confidence = matrix.max(axis=1)
    present = [label for label in LABELS if label in truth]
    return {
        "n": len(rows),
        "accuracy": _round((truth == guess).mean()),
        "macro_f1": _round(f1_score(truth, guess, labels=present, average="macro", zero_division=0)),
        "genuine_vs_disguised": _genuine_vs_disguised(truth, matrix),
        "labels": _per_label(truth, guess),
        "confusion": confusion_matrix(truth, guess, labels=list(LABELS)).tolist(),
        "decisions": _decisions(truth, guess, confidence, thresholds),
        "ece": _round(_ece(confidence, truth == guess)),
        "brier": _round(((matrix - (truth[:, None] == np.array(LABELS))) ** 2).sum(axis=1).mean()),
        "operating_point": _operating_point(truth, guess, confidence, thresholds),
        "coverage_accuracy": _coverage(confidence, truth == guess),
    }


def _per_label(truth: Any, guess: Any) -> dict[str, dict[str, Any]]:
    columns = precision_recall_fscore_support(truth, guess, labels=list(LABELS), zero_division=0)
    return {
        label: {"precision": _round(p), "recall": _round(r), "f1": _round(f), "n": int(n)}
        for label, p, r, f, n in zip(LABELS, *columns, strict=True)
    }


def _genuine_vs_disguised(truth: Any, matrix: Any) -> float | None:
    """Return the accuracy on ads whose label is one of the two, choosing between these two only."""
    pair = LABELS[:2]
    kept = np.isin(truth, pair)
    if not kept.any():
        return None
    guess = np.array(pair)[matrix[kept][:, :2].argmax(axis=1)]
    return _round((guess == truth[kept]).mean())


def _ece(confidence: Any, right: Any) -> float:
    bins = np.minimum((confidence * BINS).astype(int), BINS - 1)
    gaps = [
        abs(confidence[bins == index].mean() - right[bins == index].mean()) * (bins == index).mean()
        for index in np.unique(bins)
    ]
    return float(sum(gaps))


def _operating_point(
    truth: Any, guess: Any, confidence: Any, thresholds: Mapping[str, float]
) -> dict[str, float | None]:
    decided = confidence >= np.array([thresholds[label] for label in guess])
    accused = decided & (guess == "disguised_employment")
    guilty = truth == "disguised_employment"
    return {
        "coverage": _round(decided.mean()),
        "accuracy_where_decided": _round((truth == guess)[decided].mean()) if decided.any() else None,
        "disguised_precision": _round(guilty[accused].mean()) if accused.any() else None,
        "disguised_recall": _round(accused[guilty].mean()) if guilty.any() else None,
    }


def _decisions(truth: Any, guess: Any, confidence: Any, thresholds: Mapping[str, float]) -> list[list[int]]:
    """Return the confusion as a report meets it: true labels × labels given, then those left `uncertain`."""
    decided = confidence >= np.array([thresholds[label] for label in guess])
    columns = [decided & (guess == label) for label in LABELS]
    return [[int((given & (truth == true)).sum()) for given in (*columns, ~decided)] for true in LABELS]


def _coverage(confidence: Any, right: Any) -> dict[str, float]:
    order = np.argsort(-confidence, kind="stable")
    shares = (1.0, 0.9, 0.8, 0.7, 0.5)
    return {f"{share:.0%}": _round(right[order[: max(1, round(share * len(order)))]].mean()) for share in shares}


def _round(value: Any) -> float:
    return round(float(value), 4)
