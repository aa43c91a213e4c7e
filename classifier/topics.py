"""What a text is about: how many words of each topic of `data/lexicons/topics.toml` stand in it."""

from __future__ import annotations

import math
from functools import cache
from typing import Final

from classifier.known_words import TOPIC, read_words
from classifier.phrase_files import topics

_MOST: Final = 12
"""So many words of a topic, and more, count as wholly about it."""
_SHARES: Final = [math.log1p(count) / math.log1p(_MOST) for count in range(_MOST)]
"""How far a text is about a topic by its words, on a logarithmic scale."""


def topic_features(text: str) -> dict[str, float]:
    """Return `topic:NAME` → 0 to 1 for each topic of `text`, on a logarithmic scale.

    `scope:out` is the share of all topic words that are of topics out of scope.
    """
    counts: dict[int, int] = {}
    for _, _, _, _, numbers in read_words(text).find(TOPIC):
        for number in numbers:
            counts[number] = counts.get(number, 0) + 1
    if not counts:
        return {}
    names = _names()
    features: dict[str, float] = {}
    outside = every = 0
    for number, count in counts.items():
        name, is_outside = names[number]
        features[name] = _SHARES[count] if count < _MOST else 1.0
        every += count
        outside += count if is_outside else 0
    features["scope:out"] = outside / every
    return features


@cache
def _names() -> list[tuple[str, bool]]:
    """Return the name of each topic's feature, and whether the topic is out of scope."""
    return [(f"topic:{name}", topic["scope"] == "out") for name, topic in topics().items()]
