"""The skills an ad asks: the taxonomy of `data/skills/`, matched word by word, with spans."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

from classifier.literals import Literals
from classifier.stems import StemTable, read_words
from classifier.text import fold
from crawler.paths import data_path

_BEFORE: Final = 200
_AFTER: Final = 120
"""Characters of a skill's line, before and behind it, in which a word such as "gradita" makes it welcome only."""
_ENDS: Final = ("\n", ". ", "! ", "? ")
"""Where a sentence ends."""


@dataclass(frozen=True, slots=True)
class Skill:
    """A row of the taxonomy."""

    id: str
    """Area and name, e.g. `adm.email`."""
    area: str
    """One of 15 areas."""
    level: int
    """Base level, 0 to 3."""
    label_it: str
    """Italian name."""
    label_en: str
    """English name."""


@dataclass(frozen=True, slots=True)
class SkillHit:
    """A skill found in an ad."""

    id: str
    """Id of the skill."""
    level: int
    """Its base level, 0 to 3."""
    text: str
    """The ad's own words."""
    start: int
    """Offset of the first character."""
    end: int
    """Offset behind the last character."""
    nice: bool
    """True when the ad calls it welcome, not required."""


def find_skills(text: str) -> tuple[SkillHit, ...]:
    """Return the skills that `text` names, each once at its first place, in the order of the text."""
    read = read_words(text)
    folded = fold(text)
    found: dict[str, SkillHit] = {}
    for index, length, names in _table().find(read):
        if length == 1 and not _in_company(read.words, index):
            continue
        start, end = read.starts[index], read.ends[index + length - 1]
        if all(name in found for name in names) or _is_of_company(folded, start, end):
            continue
        for name in names:
            if name not in found:
                level = taxonomy()[name].level
                found[name] = SkillHit(name, level, text[start:end], start, end, is_welcome(folded, start))
    return tuple(found.values())


@cache
def taxonomy() -> dict[str, Skill]:
    """Return id → skill, in the order of the file."""
    return {
        row["id"]: Skill(row["id"], row["area"], row["base_level"], row["label_it"], row["label_en"]) for row in _rows()
    }


@cache
def _rows() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(data_path("skills", "skills.json").read_text(encoding="utf-8"))
    return rows


@cache
def _table() -> StemTable[str]:
    return StemTable(
        (phrase, row["id"])
        for row in _rows()
        for phrase in dict.fromkeys([row["label_it"], row["label_en"], *row["syn_it"], *row["syn_en"]])
    )


@cache
def _matching() -> dict[str, Any]:
    return tomllib.loads(data_path("skills", "matching.toml").read_text(encoding="utf-8"))


def _in_company(words: Sequence[str], index: int) -> bool:
    """Return whether an ambiguous single word (Excel, Make, Monday) stands in company that makes it a skill."""
    guard: Mapping[str, list[str]] | None = _matching()["guards"].get(words[index])
    if guard is None:
        return True
    before = words[index - 1] if index else ""
    following = words[index + 1] if index + 1 < len(words) else ""
    if before in guard.get("unless_before", ()) or following in guard.get("unless_next", ()):
        return False
    required = "require_before" in guard or "require_next" in guard
    return not required or before in guard.get("require_before", ()) or following in guard.get("require_next", ())


def _is_of_company(folded: str, start: int, end: int) -> bool:
    """Return whether the sentence around a skill tells of the company and asks nothing."""
    company = _standing("company", folded)
    if not company:
        return False
    before, behind = folded[max(0, start - _BEFORE) : start], folded[end : end + _AFTER]
    first = max(before.rfind(mark) for mark in _ENDS) + 1
    last = min((place for mark in _ENDS if (place := behind.find(mark)) >= 0), default=_AFTER)
    sentence = before[first:] + folded[start:end] + behind[:last]
    return any(phrase in sentence for phrase in company) and not any(
        phrase in sentence for phrase in _standing("asking", folded)
    )


def is_welcome(folded: str, start: int) -> bool:
    """Return whether the line around `start` calls what stands there welcome, not required."""
    welcoming = _standing("nice", folded)
    if not welcoming:
        return False
    before = folded[max(0, start - _BEFORE) : start].rpartition("\n")[2]
    line = before + folded[start : start + _AFTER].partition("\n")[0]
    return any(phrase in line for phrase in welcoming)


@lru_cache(maxsize=8)
def _standing(kind: str, folded: str) -> tuple[str, ...]:
    """Return the phrases of a kind (`company`, `asking`, `nice`) that stand anywhere in the text."""
    found = _signs(folded)
    return tuple(phrase for phrase in _matching()[kind] if phrase in found)


@lru_cache(maxsize=2)
def _signs(folded: str) -> set[str]:
    return _literals().within(folded)


@cache
def _literals() -> Literals:
    return Literals(phrase for kind in ("company", "asking", "nice") for phrase in _matching()[kind])
