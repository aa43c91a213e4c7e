"""The decision layer: from probabilities to a verdict, or `uncertain` rather than a wrong accusation."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from enum import IntEnum
from typing import Final

from classifier.cues import INDICATORS
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
UNBORNE: Final = 0.6
"""The least bar of a verdict that no stated sign above weak speaks for: silence is no reason."""
CORROBORATED: Final = 0.55
"""The bar of `disguised_employment` where the ad's own words corroborate it."""

_LABEL: Final = {entry.id: entry.label for entry in INDICATORS.values() if entry.strength != "weak"}
"""Indicator above weak → the label for which it speaks."""
_SIGN: Final = {entry.id: entry.strength for entry in INDICATORS.values() if entry.direction in {"E", "D"}}
"""Indicator of control or low-skill bulk work → its strength."""


class Support(IntEnum):
    """How far an ad's own words bear an accusation out."""

    NONE = 0
    """No sign of control or of low-skill bulk work is stated, but weak ones."""
    SOME = 1
    STRONG = 2
    """Two strong signs, and no few hours."""


def decide(
    probabilities: Mapping[str, float],
    *,
    words: int,
    language: str,
    support: Support = Support.SOME,
    borne: Container[str] | None = None,
    thresholds: Mapping[str, float] = THRESHOLDS,
) -> tuple[str, str]:
    """Return (verdict, reason); the reason is empty unless the verdict is `uncertain`.

    `words` is the number of words read, `language` as `detect_language` returns it, `support` as `support_of` tells it:
    what no word of the ad bears out is no accusation. `borne` are the labels that its
    indicators bear out, as `borne_out` tells them; None when nobody looked.
    """
    label = max(probabilities, key=lambda name: probabilities[name])
    if language == "other":
        return UNCERTAIN, "language"
    if words < MIN_WORDS:
        return UNCERTAIN, "too_short"
    bar = thresholds[label]
    if label == "disguised_employment":
        bar = {Support.NONE: 2.0, Support.SOME: bar, Support.STRONG: min(bar, CORROBORATED)}[support]
    elif borne is not None and label not in borne:
        bar = max(bar, UNBORNE)
    return (label, "") if probabilities[label] >= bar else (UNCERTAIN, "undecided")


def borne_out(stated: Iterable[str]) -> frozenset[str]:
    """Return the labels for which an indicator above weak speaks, of those `stated` in the ad."""
    return frozenset([_LABEL[name] for name in stated if name in _LABEL])


def support_of(stated: Iterable[str]) -> Support:
    """Return how far the indicators `stated` of control (E) and of low-skill bulk work (D) bear an accusation out.

    The codebook's labelling rule, steps 4 and 5: one sign alone never convicts. Few hours leave room for other clients.
    """
    signs = strong = 0
    few_hours = False
    for name in stated:
        strength = _SIGN.get(name)
        if strength is not None:
            signs += strength != "weak"
            strong += strength == "strong"
        elif name == "part_time_few_hours":
            few_hours = True
    if strong > 1 and not few_hours:
        return Support.STRONG
    return Support.SOME if signs else Support.NONE
