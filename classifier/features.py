"""The numbers that stand for an ad's cues: one per indicator, stated or denied, and one per family."""

from __future__ import annotations

from collections.abc import Iterable

from classifier.cues import INDICATORS, Cue

_DIRECTION = {indicator.id: indicator.direction for indicator in INDICATORS.values()}


def cue_features(cues: Iterable[Cue]) -> dict[str, float]:
    """Return feature → value: `cue:ID` and `not:ID` are 1 when stated or denied.

    `sum:DIRECTION` counts different indicators of a direction, at most 4, divided by 4.

    Presence, not frequency: an ad that says a thing three times does not mean it three times.
    """
    features: dict[str, float] = {}
    counts: dict[str, int] = {}
    denied: list[str] = []
    for cue in cues:
        name = cue.indicator
        if cue.negated:
            denied.append(name)
        elif (feature := f"cue:{name}") not in features:
            features[feature] = 1.0
            direction = _DIRECTION[name]
            counts[direction] = counts.get(direction, 0) + 1
    for name in denied:
        if f"cue:{name}" not in features:
            features[f"not:{name}"] = 1.0
    for direction, count in counts.items():
        features[f"sum:{direction}"] = min(count, 4) / 4
    return features
