"""Phrases of fixed wording that say how a skill or a role is meant: which of them stand in an ad.

They are the lists `company` and `nice` of `data/skills/matching.toml`, and those of `level.toml` that count wherever
they stand.
"""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from typing import Any, Final

from classifier.cue_notation import to_bytes
from classifier.literals import Literals
from crawler.paths import data_path

_LISTS: Final = {
    "matching.toml": ("company", "nice"),
    "level.toml": ("raise", "expert", "project", "lower", "bait", "routine"),
}


@cache
def rules(name: str) -> dict[str, Any]:
    """Return what `matching.toml` or `level.toml` holds."""
    return tomllib.loads(data_path("skills", name).read_text(encoding="utf-8"))


@lru_cache(maxsize=2)
def standing(folded: str) -> list[tuple[str, str]]:
    """Return (list, phrase) of the phrases that stand in folded text, in the order of the files; kept for a while."""
    signs = _signs()
    return [signs[number] for number in _literals().within(to_bytes(folded))]


@cache
def _signs() -> list[tuple[str, str]]:
    return [(kind, phrase) for name, kinds in _LISTS.items() for kind in kinds for phrase in rules(name)[kind]]


@cache
def _literals() -> Literals:
    return Literals(phrase for _, phrase in _signs())
