"""The decision layer: from probabilities to a verdict, or `uncertain` rather than a wrong accusation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from classifier.cues import INDICATORS, Cue
from classifier.labels import UNCERTAIN

MIN_WORDS: Final = 6
"""A text of fewer words says too little to be judged."""
THRESHOLDS: Final = {
    "genuine_freelance": 0.40,
    "disguised_employment": 0.90,
    "open_employment": 0.40,
    "out_of_scope": 0.40,
}
"""Least probability of each label below which the verdict is `uncertain`. A false accusation costs most: the bar of
`disguised_employment` is where 95 of 100 such verdicts on real ads were right (docs/experiments.md)."""
CORROBORATED: Final = 0.55
"""The bar of `disguised_employment` where the ad's own words corroborate it."""


def decide(
    probabilities: Mapping[str, float],
    *,
    words: int,
    language: str,
    corroborated: bool = False,
    thresholds: Mapping[str, float] = THRESHOLDS,
) -> tuple[str, str]:
    """Return (verdict, reason); the reason is empty unless the verdict is `uncertain`.

    `words` is the number of words read, `language` as `detect_language` returns it, `corroborated` as `corroborates`
    tells it of the ad's cues.
    """
    label = max(probabilities, key=lambda name: probabilities[name])
    if language == "other":
        return UNCERTAIN, "language"
    if words < MIN_WORDS:
        return UNCERTAIN, "too_short"
    bar = thresholds[label]
    if corroborated and label == "disguised_employment":
        bar = min(bar, CORROBORATED)
    return (label, "") if probabilities[label] >= bar else (UNCERTAIN, "undecided")


def corroborates(cues: Iterable[Cue]) -> bool:
    """Return whether two strong indicators of control or of low-skill bulk work are stated, and no few hours.

    The codebook's labelling rule, steps 4 and 5: one sign alone never convicts. Few hours leave room for other clients.
    """
    stated = {cue.indicator for cue in cues if not cue.negated}
    strong = [
        name for name in stated if INDICATORS[name].direction in {"E", "D"} and INDICATORS[name].strength == "strong"
    ]
    return len(strong) > 1 and "part_time_few_hours" not in stated
