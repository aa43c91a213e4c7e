"""The skill level an ad asks, 0 to 3, by a written rule: points for what the ad says, each with its place.

The role in the title weighs most, then the roles and skills that the text asks, then what it says of experience
(`data/skills/level.toml` holds the points, `data/skills/roles.toml` the roles).
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Final, NamedTuple

from classifier.literals import Literals
from classifier.skills import SkillHit, is_welcome
from classifier.stems import StemTable, read_words
from classifier.text import fold
from crawler.paths import data_path

NONE, ROUTINE, AUTONOMOUS, SPECIALIST = range(4)
"""The levels, by what they ask; see data/README.md."""

_HEAD: Final = 700
"""Characters of the body in which roles count."""
_MOST: Final = {"skill_2": 6, "skill_3": 4, "raise": 4, "lower": 1, "body_1": 4, "body_2": 4, "body_3": 4}
"""So many of a kind count at most."""


class Point(NamedTuple):
    """What moves the level, and where it stands."""

    kind: str
    """Name of the points in `data/skills/level.toml`: `role_2`, `skill_3`, `raise`…"""
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


def skill_level(text: str, skills: Sequence[SkillHit]) -> int:
    """Return the level that the ad `text`, naming `skills`, asks."""
    return read_level(text, skills).level


def read_level(text: str, skills: Sequence[SkillHit]) -> Level:
    """Return the level that the ad `text`, naming `skills`, asks, with its evidence.

    Soft skills, languages and what is only welcome do not count.
    """
    folded = fold(text)
    weights = _words()["points"]
    counted: Counter[str] = Counter()
    evidence = []
    for kind, start, end in (*_title(folded), *_skills(skills), *_body(text, folded), *_experience(folded)):
        counted[kind] += 1
        if counted[kind] <= _MOST.get(kind, 1):
            evidence.append(Point(kind, weights[kind], start, end))
    total = round(weights["start"] + sum(point.points for point in evidence), 2)
    return Level(
        min(max(int(total + 0.5), NONE), SPECIALIST), total, tuple(sorted(evidence, key=lambda point: point.start))
    )


def title_level(text: str) -> int | None:
    """Return the level of the highest role named in the first line of `text`, or None where it names none."""
    words = read_words(text.split("\n", 1)[0])
    return max((max(levels) for _, _, levels in _roles().find(words)), default=None)


def _title(folded: str) -> Iterator[tuple[str, int, int]]:
    title = folded.split("\n", 1)[0]
    words = read_words(title)
    roles = [
        (max(levels), words.starts[at], words.ends[at + length - 1]) for at, length, levels in _roles().find(words)
    ]
    if any(level == ROUTINE for level, _, _ in roles):
        weak = _words()["weak"]
        roles = [role for role in roles if role[0] != AUTONOMOUS or title[role[1] : role[2]] not in weak]
    if not roles:
        yield "no_role", 0, 0
    else:
        level, start, end = max(roles, key=lambda role: (role[0], -role[1]))
        if level == ROUTINE:
            level, start, end = min(roles)
        yield f"role_{level}", start, end
        assisting = _assisting().search(title) if level == SPECIALIST else None
        if assisting:
            yield "assisting", *assisting.span()
    for phrase in _words()["simple"]:
        if phrase in title:
            yield "simple", title.index(phrase), title.index(phrase) + len(phrase)
            return


def _skills(skills: Sequence[SkillHit]) -> Iterator[tuple[str, int, int]]:
    for hit in skills:
        if hit.level >= AUTONOMOUS and not hit.nice and not hit.id.startswith(("so.", "ln.")):
            yield f"skill_{hit.level}", hit.start, hit.end


def _body(text: str, folded: str) -> Iterator[tuple[str, int, int]]:
    """Yield the roles named in the first lines below the title."""
    first = folded.find("\n") + 1
    if not first:
        return
    words = read_words(text).within(first, first + _HEAD)
    for at, length, levels in _roles().find(words):
        start = words.starts[at]
        if max(levels) > NONE and not is_welcome(folded, start):
            yield f"body_{max(levels)}", start, words.ends[at + length - 1]


def _experience(folded: str) -> Iterator[tuple[str, int, int]]:
    standing = _literals().within(folded)
    for kind in ("raise", "lower"):
        for phrase in _words()[kind]:
            if phrase not in standing:
                continue
            place = folded.find(phrase)
            while place >= 0:
                yield kind, place, place + len(phrase)
                place = folded.find(phrase, place + len(phrase))


@cache
def _roles() -> StemTable[int]:
    tables = tomllib.loads(data_path("skills", "roles.toml").read_text(encoding="utf-8"))
    return StemTable(
        (phrase, int(name.removeprefix("level_")))
        for name, table in tables.items()
        for phrases in table.values()
        for phrase in phrases
    )


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(data_path("skills", "level.toml").read_text(encoding="utf-8"))


@cache
def _literals() -> Literals:
    return Literals(phrase for kind in ("raise", "lower") for phrase in _words()[kind])


@cache
def _assisting() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_words()['assisting'])})\b")
