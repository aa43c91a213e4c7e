"""What a text is about: how many words of each topic of `data/lexicons/topics.toml` stand in it."""

from __future__ import annotations

import math
import tomllib
from collections import Counter
from functools import cache
from typing import Final

from classifier.stems import StemTable, read_words
from crawler.paths import data_path

_MOST: Final = 12
"""So many words of a topic, and more, count as wholly about it."""


def topic_features(text: str) -> dict[str, float]:
    """Return `topic:NAME` → 0 to 1 for each topic of `text`, on a logarithmic scale.

    `scope:out` is the share of all topic words that are of topics out of scope.
    """
    counts: Counter[str] = Counter()
    for _, _, topics in _table().find(read_words(text)):
        counts.update(set(topics))
    if not counts:
        return {}
    scopes = _scopes()
    outside = sum(count for name, count in counts.items() if scopes[name] == "out")
    full = math.log1p(_MOST)
    features = {f"topic:{name}": min(1.0, math.log1p(count) / full) for name, count in counts.items()}
    return features | {"scope:out": outside / sum(counts.values())}


@cache
def _topics() -> dict[str, dict[str, str]]:
    return tomllib.loads(data_path("lexicons", "topics.toml").read_text(encoding="utf-8"))


@cache
def _scopes() -> dict[str, str]:
    return {name: topic["scope"] for name, topic in _topics().items()}


@cache
def _table() -> StemTable[str]:
    return StemTable((word, name) for name, topic in _topics().items() for word in topic["words"].split())
