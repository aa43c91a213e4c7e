"""Counts from which all scores follow, one row an ad: sums of them over any selection of ads give its scores.

Since scores are made of sums, a thousand resamples of groups of ads are one product of matrices (see `intervals`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

import numpy as np

from classifier.labels import LABELS, UNCERTAIN

BINS: Final = 10
"""Bins of equal width over the confidence, for the expected calibration error (Guo et al. 2017)."""
_KINDS: Final = len(LABELS)
_DISGUISED: Final = LABELS.index("disguised_employment")


class Judged(NamedTuple):
    """Ads with what is true of them and what was read."""

    truth: Any
    """Number of the true label, an integer an ad."""
    matrix: Any
    """Probabilities, (ads, labels) in the order of `LABELS`."""
    given: Any
    """Number of the label that was given as verdict; -1 where the verdict is `uncertain`."""


def judge(truth: Sequence[str], probabilities: Sequence[Mapping[str, float]], verdicts: Sequence[str]) -> Judged:
    """Return labels, probabilities and verdicts as numbers."""
    numbers = {label: number for number, label in enumerate(LABELS)} | {UNCERTAIN: -1}
    return Judged(
        np.array([numbers[label] for label in truth], dtype=int),
        np.array([[row[label] for label in LABELS] for row in probabilities], dtype=float).reshape(-1, _KINDS),
        np.array([numbers[label] for label in verdicts], dtype=int),
    )


def tallies(judged: Judged) -> dict[str, Any]:
    """Return name → counts of each ad, shape (ads, …): what `figures` adds up."""
    truth, matrix, given = judged
    guess = matrix.argmax(axis=1)
    confidence = matrix.max(axis=1)
    one = np.eye(_KINDS)[truth]
    pair = truth < 2  # noqa: PLR2004 - the first two labels are genuine and disguised
    bins = np.eye(BINS)[np.minimum((confidence * BINS).astype(int), BINS - 1)]
    return {
        "n": np.ones(len(truth)),
        "cells": (one[:, :, None] * np.eye(_KINDS)[guess][:, None, :]),
        "pair": pair * 1.0,
        "pair_right": pair * (matrix[:, :2].argmax(axis=1) == truth),
        "decided": (given >= 0) * 1.0,
        "decided_right": (given == truth) * 1.0,
        "accused": (given == _DISGUISED) * 1.0,
        "accused_rightly": ((given == _DISGUISED) & (truth == _DISGUISED)) * 1.0,
        "accused_wrongly": ((given == _DISGUISED) & (truth != _DISGUISED)) * 1.0,
        "disguised": (truth == _DISGUISED) * 1.0,
        "not_disguised": (truth != _DISGUISED) * 1.0,
        "squares": ((matrix - one) ** 2).sum(axis=1),
        "bin_confidence": bins * confidence[:, None],
        "bin_right": bins * (guess == truth)[:, None],
    }


def figures(sums: Mapping[str, Any]) -> dict[str, Any]:
    """Return name → score, from sums of `tallies` over ads; leading axes are kept. A share of nothing is NaN."""
    with np.errstate(divide="ignore", invalid="ignore"):
        cells, n = sums["cells"], sums["n"]
        gaps = np.abs(sums["bin_confidence"] - sums["bin_right"]).sum(axis=-1)
        return {
            "accuracy": np.trace(cells, axis1=-2, axis2=-1) / n,
            "macro_f1": _macro_f1(cells),
            "genuine_vs_disguised": sums["pair_right"] / sums["pair"],
            "coverage": sums["decided"] / n,
            "accuracy_where_decided": sums["decided_right"] / sums["decided"],
            "disguised_precision": sums["accused_rightly"] / sums["accused"],
            "disguised_recall": sums["accused_rightly"] / sums["disguised"],
            "false_accusations": sums["accused_wrongly"] / sums["not_disguised"],
            "ece": gaps / n,
            "brier": sums["squares"] / n,
        }


def _macro_f1(cells: Any) -> Any:
    """Return the mean F1 over the labels that occur."""
    right = np.diagonal(cells, axis1=-2, axis2=-1)
    true, guessed = cells.sum(axis=-1), cells.sum(axis=-2)
    f1 = 2 * right / (true + guessed)
    return np.nanmean(np.where(true > 0, f1, np.nan), axis=-1)
