"""Scores of a reader against labels; every table is plain JSON."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping, Sequence
from typing import Any, Final

import numpy as np

from classifier.decision import THRESHOLDS
from classifier.intervals import chance_ece, intervals
from classifier.labels import LABELS, UNCERTAIN
from classifier.tallies import BINS, Judged, figures, judge, tallies

COVERAGES: Final = (1.0, 0.9, 0.8, 0.7, 0.5)
"""Shares of the ads, the surest first, at which the accuracy is told."""
POINT: Final = ("coverage", "accuracy_where_decided", "disguised_precision", "disguised_recall", "false_accusations")
"""Scores of the verdicts, `uncertain` among them; the others look at the most likely label alone."""

Row = tuple[str, Mapping[str, float]]
"""A true label and the probabilities given."""


def score_table(
    rows: Sequence[Row],
    thresholds: Mapping[str, float] = THRESHOLDS,
    *,
    verdicts: Sequence[str] | None = None,
    groups: Sequence[Hashable] | None = None,
) -> dict[str, Any]:
    """Return the scores of `rows` (at least one): all of `tallies.figures`, by label, confusion, calibration, coverage.

    `verdicts` are what was answered; without them `thresholds` decide. With `groups`, each score has a 95 % interval.
    """
    answers = verdicts or [_verdict(probabilities, thresholds) for _, probabilities in rows]
    judged = judge([label for label, _ in rows], [probabilities for _, probabilities in rows], answers)
    counts = tallies(judged)
    sums = {name: values.sum(axis=0) for name, values in counts.items()}
    scores = {name: _round(value) for name, value in figures(sums).items()}
    table = {
        "n": len(rows),
        **{name: value for name, value in scores.items() if name not in POINT},
        "operating_point": {name: scores[name] for name in POINT},
        "labels": _per_label(sums["cells"]),
        "confusion": sums["cells"].astype(int).tolist(),
        "decisions": _decisions(judged),
        **_calibration(judged, sums),
        **_coverage(judged),
    }
    if groups is not None:
        table |= {"groups": len(set(groups)), "intervals": intervals(counts, groups)}
    return table


def _verdict(probabilities: Mapping[str, float], thresholds: Mapping[str, float]) -> str:
    label = max(LABELS, key=lambda name: probabilities[name])
    return label if probabilities[label] >= thresholds[label] else UNCERTAIN


def _per_label(cells: Any) -> dict[str, dict[str, Any]]:
    true, guessed, right = cells.sum(axis=1), cells.sum(axis=0), cells.diagonal()
    return {
        label: {
            "precision": _share(right[at], guessed[at]),
            "recall": _share(right[at], true[at]),
            "f1": _share(2 * right[at], true[at] + guessed[at]),
            "n": int(true[at]),
        }
        for at, label in enumerate(LABELS)
    }


def _decisions(judged: Judged) -> list[list[int]]:
    """Return the confusion as a report meets it: true labels × labels given, then those left `uncertain`."""
    columns = [*range(len(LABELS)), -1]
    return [
        [int(((judged.truth == true) & (judged.given == given)).sum()) for given in columns]
        for true in range(len(LABELS))
    ]


def _calibration(judged: Judged, sums: Mapping[str, Any]) -> dict[str, Any]:
    """Return what chance alone gives for the ECE, and the bins: mean confidence, share right, ads."""
    confidence = judged.matrix.max(axis=1)
    mean, high = chance_ece(confidence)
    sizes = np.bincount(np.minimum((confidence * BINS).astype(int), BINS - 1), minlength=BINS)
    bins = [
        {
            "confidence": _share(sums["bin_confidence"][at], sizes[at]),
            "right": _share(sums["bin_right"][at], sizes[at]),
            "n": int(sizes[at]),
        }
        for at in range(BINS)
        if sizes[at]
    ]
    return {"ece_by_chance": {"mean": _round(mean), "p95": _round(high)}, "reliability": bins}


def _coverage(judged: Judged) -> dict[str, Any]:
    """Return the accuracy among the surest shares of the ads, and the area under the risk–coverage curve (AURC)."""
    order = np.argsort(-judged.matrix.max(axis=1), kind="stable")
    right = (judged.matrix.argmax(axis=1) == judged.truth)[order]
    risks = 1 - right.cumsum() / np.arange(1, len(right) + 1)
    shares = {f"{share:.0%}": _round(right[: max(1, round(share * len(order)))].mean()) for share in COVERAGES}
    return {"coverage_accuracy": shares, "aurc": _round(risks.mean())}


def _share(part: Any, whole: Any) -> float | None:
    """Return part / whole; 0 where there is nothing, as scikit-learn's `zero_division=0` has it."""
    return _round(part / whole) if whole else 0.0


def _round(value: Any) -> float | None:
    number = float(value)
    return round(number, 4) if math.isfinite(number) else None
