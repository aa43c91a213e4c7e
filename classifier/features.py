"""The numbers that stand for an ad's cues: one per indicator, stated or denied, and one per family."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from classifier.cues import INDICATORS, Cue

_FAMILY = {indicator.id: indicator.family for indicator in INDICATORS.values()}
_DIRECTION = {indicator.id: indicator.direction for indicator in INDICATORS.values()}


def cue_features(cues: Iterable[Cue]) -> dict[str, float]:
    """Return feature → value: `cue:ID` and `not:ID` are 1 when stated or denied.

    `sum:DIRECTION` counts different indicators of a direction, at most 4, divided by 4.

    Presence, not frequency: an ad that says a thing three times does not mean it three times.
    """
    stated = {cue.indicator for cue in cues if not cue.negated}
    denied = {cue.indicator for cue in cues if cue.negated} - stated
    features = {f"cue:{name}": 1.0 for name in stated} | {f"not:{name}": 1.0 for name in denied}
    for direction, count in Counter(_DIRECTION[name] for name in stated).items():
        features[f"sum:{direction}"] = min(count, 4) / 4
    return features
