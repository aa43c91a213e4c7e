"""How sure a score is: cluster-bootstrap intervals, and the calibration error that chance alone would give."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, Final

import numpy as np

from classifier.tallies import BINS, figures

RESAMPLES: Final = 1000
LEVEL: Final = 0.95
SEED: Final = 7
_LEAST_SHARE: Final = 0.9
"""A score that is undefined in more resamples than the rest gets no interval."""


def intervals(counts: Mapping[str, Any], groups: Sequence[Hashable]) -> dict[str, tuple[float, float] | None]:
    """Return score → its 95 % interval, from `tallies` of ads of which each belongs to a group.

    Whole groups are drawn with replacement, since ads of one group are not independent (percentile bootstrap,
    Efron & Tibshirani 1993). None where a score cannot be told.
    """
    numbers = {group: number for number, group in enumerate(dict.fromkeys(groups))}
    member = np.array([numbers[group] for group in groups])
    draws = np.random.default_rng(SEED).multinomial(
        len(numbers), np.full(len(numbers), 1 / len(numbers)), size=RESAMPLES
    )
    sums = {name: np.tensordot(draws, _by_group(values, member, len(numbers)), 1) for name, values in counts.items()}
    return {name: _interval(values) for name, values in figures(sums).items()}


def chance_ece(confidence: Any) -> tuple[float, float]:
    """Return mean and 95th percentile of the ECE that a perfectly calibrated reader shows with these confidences.

    The ECE of few ads is never 0: with 10 bins and 150 ads it is near .08 by chance alone. Simulated: each ad is
    right with the probability that was given.
    """
    generator = np.random.default_rng(SEED)
    bins = np.eye(BINS)[np.minimum((confidence * BINS).astype(int), BINS - 1)]
    right = generator.random((RESAMPLES, len(confidence))) < confidence
    errors = np.abs(right @ bins - confidence @ bins).sum(axis=1) / len(confidence)
    return float(errors.mean()), float(np.quantile(errors, LEVEL))


def _by_group(values: Any, member: Any, size: int) -> Any:
    sums = np.zeros((size, *values.shape[1:]))
    np.add.at(sums, member, values)
    return sums


def _interval(values: Any) -> tuple[float, float] | None:
    known = values[np.isfinite(values)]
    if len(known) < _LEAST_SHARE * len(values):
        return None
    low, high = np.quantile(known, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return round(float(low), 4), round(float(high), 4)
