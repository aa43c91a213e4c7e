"""The decision layer: from probabilities to a verdict, or `uncertain` rather than a wrong accusation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from classifier.labels import UNCERTAIN

MIN_WORDS: Final = 6
"""A text of fewer words says too little to be judged."""
THRESHOLDS: Final = {
    "genuine_freelance": 0.40,
    "disguised_employment": 0.55,
    "open_employment": 0.40,
    "out_of_scope": 0.40,
}
"""Least probability of each label below which the verdict is `uncertain`; `disguised_employment` asks for more,
since a false accusation costs most (figures in docs/experiments.md)."""


def decide(
    probabilities: Mapping[str, float],
    *,
    words: int,
    language: str,
    thresholds: Mapping[str, float] = THRESHOLDS,
) -> tuple[str, str]:
    """Return (verdict, reason); the reason is empty unless the verdict is `uncertain`.

    `words` is the number of words read, `language` as `detect_language` returns it.
    """
    label = max(probabilities, key=lambda name: probabilities[name])
    if language == "other":
        return UNCERTAIN, "language"
    if words < MIN_WORDS:
        return UNCERTAIN, "too_short"
    if probabilities[label] < thresholds[label]:
        return UNCERTAIN, "undecided"
    return label, ""
