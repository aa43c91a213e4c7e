"""The skill level an ad asks, 0 to 3, by a written rule: points for what the ad says, each with its place.

The role in the title weighs most, then the roles and skills that the text asks, then what it says of experience
(`data/skills/level.toml` holds the points, `data/skills/roles.toml` the roles).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from classifier.known_words import ROLE, TextWords, read_words
from classifier.signs import rules, standing
from classifier.skills import SkillHit
from classifier.stems import stem
from classifier.surroundings import read_surroundings
from classifier.text import fold

NONE, ROUTINE, AUTONOMOUS, SPECIALIST = range(4)
"""The levels, by what they ask; see data/README.md."""

_HEAD: Final = 700
"""Characters of the body in which roles count."""
_TITLE: Final = ("simple", "at_home")
"""Lists of phrases that count in the title."""
_TEXT: Final = ("raise", "expert", "project", "lower", "bait", "routine")
"""Lists of phrases that count wherever they stand, each once."""
_SERVING: Final = 8
"""Characters before a profession in which a word such as "for" or "degli" makes it the client."""
_TENTHS: Final = 10
"""Roles have tenths of levels."""
_BODY: Final = ("body_0", "body_1", "body_2", "body_3")
_SKILL: Final = ("skill_0", "skill_1", "skill_2", "skill_3")
"""Kinds of points, by level."""


class Point(NamedTuple):
    """What moves the level, and where it stands."""

    kind: str
    """Name of the points in `data/skills/level.toml`: `role_20`, `skill_3`, `raise`…"""
    points: float
    """What it adds."""
    start: int
    """Offset of the first character."""
    end: int
    """Offset behind the last character; `start` where something is missing (`no_role`)."""


class Level(NamedTuple):
    """A level and why."""

    level: int
    """0 none asked, 1 routine, 2 autonomous, 3 specialist."""
    points: float
    """The sum that was rounded."""
    evidence: tuple[Point, ...]
    """What was added up, in the order of the text."""


Told = tuple[str, int, int]
"""What moves the level (a kind of `Point`), and where it stands."""


def skill_level(text: str, skills: Sequence[SkillHit]) -> int:
    """Return the level that the ad `text`, naming `skills`, asks."""
    return _rounded(_points(_told(text, skills)))


def read_level(text: str, skills: Sequence[SkillHit]) -> Level:
    """Return the level that the ad `text`, naming `skills`, asks, with its evidence.

    Soft skills, languages and what is only welcome do not count.
    """
    told = _told(text, skills)
    weights = _weights()
    evidence = [Point(kind, weights[kind], start, end) for kind, start, end in told]
    points = _points(told)
    return Level(_rounded(points), points, tuple(sorted(evidence, key=lambda point: point.start)))


def title_level(text: str) -> int | None:
    """Return the level of the highest role named in the first line of `text`, or None where it names none."""
    words = read_words(text.split("\n", 1)[0])
    return max((max(levels) // _TENTHS for _, _, _, _, levels in words.find(ROLE)), default=None)


def _points(told: list[Told]) -> float:
    weights = _weights()
    return round(weights["start"] + sum([weights[kind] for kind, _, _ in told]), 2)


def _rounded(points: float) -> int:
    return min(max(int(points + 0.5), NONE), SPECIALIST)


def _told(text: str, skills: Sequence[SkillHit]) -> list[Told]:
    """Return what counts, so many of a kind as count."""
    folded = fold(text)
    words = read_words(text)
    told = _title(folded, words)
    told += _skills(skills)
    told += _body(folded, words)
    told += _experience(folded)
    most: dict[str, int] = rules("level.toml")["most"]
    counted: dict[str, int] = {}
    kept: list[Told] = []
    for one in told:
        kind = one[0]
        count = counted.get(kind, 0)
        if count < most.get(kind, 1):
            counted[kind] = count + 1
            kept.append(one)
    return kept


def _title(folded: str, words: TextWords) -> list[Told]:
    """Return the role of the first line, or that it has none, and what makes it less."""
    title = folded.partition("\n")[0]
    roles = _title_roles(title, words)
    told: list[Told] = []
    if not roles:
        told.append(("no_role", 0, 0))
    else:
        level, start, end = max(roles, key=lambda role: (role[0], -role[1]))
        if level == _TENTHS * ROUTINE:
            level, start, end = min(roles)
        told.append((f"role_{level}", start, end))
        assisting = _assisting().search(title) if level > _TENTHS * AUTONOMOUS else None
        if assisting:
            told.append(("assisting", assisting.start(), assisting.end()))
    for kind in _TITLE:
        phrases: list[str] = rules("level.toml")[kind]
        for phrase in phrases:
            place = title.find(phrase)
            if place >= 0:
                told.append((kind, place, place + len(phrase)))
                break
    return told


def _title_roles(title: str, words: TextWords) -> list[tuple[int, int, int]]:
    """Return level (in tenths) and place of each role that the title asks.

    Not whom the work is for, nor a rank or field beside a routine role.
    """
    roles = [(levels[-1], start, end) for _, _, start, end, levels in words.within(0, len(title)).find(ROLE)]
    clients = _clients()
    own = [role for role in roles if stem(title[role[1] : role[2]]) not in clients]
    if not own and roles:
        serving: list[str] = rules("level.toml")["serving"]
        before = tuple(serving)
        own = [role for role in roles if not title[max(0, role[1] - _SERVING) : role[1]].rstrip(" '").endswith(before)]
    for level, _, _ in own:
        if level == _TENTHS * ROUTINE:
            weak: list[str] = rules("level.toml")["weak"]
            return [role for role in own if role[0] <= _TENTHS * ROUTINE or title[role[1] : role[2]] not in weak]
    return own


def _skills(skills: Sequence[SkillHit]) -> list[Told]:
    return [
        (_SKILL[hit.level], hit.start, hit.end)
        for hit in skills
        if hit.level >= AUTONOMOUS and not hit.nice and not hit.id.startswith(("so.", "ln."))
    ]


def _body(folded: str, words: TextWords) -> list[Told]:
    """Return the roles named in the first lines below the title."""
    first = folded.find("\n") + 1
    if not first:
        return []
    around = read_surroundings(folded)
    told: list[Told] = []
    for _, _, start, end, levels in words.within(first, first + _HEAD).find(ROLE):
        level = levels[-1]
        if level > NONE and not around.is_welcome(start):
            told.append((_BODY[(level + _TENTHS // 2) // _TENTHS], start, end))
    return told


def _experience(folded: str) -> list[Told]:
    told: list[Told] = []
    for kind, phrase in standing(folded):
        if kind in _TEXT:
            place = folded.find(phrase)
            told.append((kind, place, place + len(phrase)))
    return told


@cache
def _clients() -> frozenset[str]:
    clients: list[str] = rules("level.toml")["clients"]
    return frozenset(stem(word) for word in clients)


@cache
def _weights() -> dict[str, float]:
    points: dict[str, float] = rules("level.toml")["points"]
    return points


@cache
def _assisting() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(rules('level.toml')['assisting'])})\b")
