"""The skills an ad asks: the taxonomy of `data/skills/`, matched word by word, with spans."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from classifier.known_words import SKILL, Words, read_words
from classifier.phrase_files import skill_rows
from classifier.signs import rules
from classifier.surroundings import read_surroundings
from classifier.text import fold


class Skill(NamedTuple):
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


class SkillHit(NamedTuple):
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
    words = read_words(text)
    around = read_surroundings(fold(text))
    known = _numbered()
    found: dict[int, SkillHit] = {}
    for place, after, start, end, numbers in words.find(SKILL):
        new = [number for number in numbers if number not in found]
        if not new or not _in_company(words, place, after) or around.of_company(start, end):
            continue
        nice = around.is_welcome(start)
        for number in new:
            skill = known[number]
            found[number] = SkillHit(skill.id, skill.level, text[start:end], start, end, nice)
    return tuple(found.values())


@cache
def taxonomy() -> dict[str, Skill]:
    """Return id → skill, in the order of the file."""
    return {skill.id: skill for skill in _numbered()}


@cache
def _numbered() -> list[Skill]:
    return [Skill(row["id"], row["area"], row["base_level"], row["label_it"], row["label_en"]) for row in skill_rows()]


class _Guard:
    """In which company an ambiguous word is a skill."""

    def __init__(self, entry: dict[str, list[str]]) -> None:
        self.required = "require_before" in entry or "require_next" in entry
        self.unless_before = _words(entry, "unless_before")
        self.unless_next = _words(entry, "unless_next")
        self.require_before = _words(entry, "require_before")
        self.require_next = _words(entry, "require_next")

    def allows(self, before: bytes, following: bytes) -> bool:
        """Return whether the word is a skill between these."""
        if before in self.unless_before or following in self.unless_next:
            return False
        return not self.required or before in self.require_before or following in self.require_next


def _words(entry: dict[str, list[str]], name: str) -> frozenset[bytes]:
    return frozenset(word.encode("ascii") for word in entry.get(name, ()))


@cache
def _guards() -> dict[bytes, _Guard]:
    return {word.encode("ascii"): _Guard(entry) for word, entry in rules("matching.toml")["guards"].items()}


def _in_company(words: Words, place: int, after: int) -> bool:
    """Return whether an ambiguous single word (Excel, Make, Monday) stands in company that makes it a skill."""
    guard = _guards().get(words.pieces[place]) if after == place + 1 else None
    return guard is None or guard.allows(words.before(place), words.behind(place))
