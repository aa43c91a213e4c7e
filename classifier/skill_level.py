"""The skill level an ad asks, 0 to 3, by a written rule (data/README.md).

The role in the title comes first, then what the text asks beside it, then what it says of experience.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from typing import Any, Final

from classifier.phrases import PhraseTable, tokens
from classifier.skills import SkillHit
from classifier.text import fold
from crawler.paths import data_path

NONE, ROUTINE, AUTONOMOUS, SPECIALIST = range(4)
"""The levels, by what they ask; see data/README.md."""

_MANY: Final = 4
"""So many autonomous skills lift a role that is routine by name."""
_STRONG: Final = 3
"""So many words of experience and strategy lift autonomous work to specialist work."""


def skill_level(text: str, skills: Sequence[SkillHit]) -> int:
    """Return the level that the ad `text`, naming `skills`, asks.

    1. The highest role in the title decides; without one, any autonomous skill makes the work autonomous.
    2. A routine role with four or more autonomous skills is autonomous.
    3. Autonomous work with specialist skills and three words of experience or strategy is specialist.
    4. Routine work for which the ad says that no experience is needed asks nothing.
    """
    required = [hit for hit in skills if not hit.nice and not hit.id.startswith(("so.", "ln."))]
    demanding = min(sum(hit.level >= AUTONOMOUS for hit in required), _MANY)
    specialist = any(hit.level == SPECIALIST for hit in required)
    level = title_level(text)
    if level is None:
        level = AUTONOMOUS if demanding else ROUTINE
    if level == ROUTINE and demanding >= _MANY:
        level = AUTONOMOUS
    if level == AUTONOMOUS and specialist and _count(text, "raise") >= _STRONG:
        level = SPECIALIST
    if level == ROUTINE and not demanding and _count(text, "lower"):
        level = NONE
    return level


def title_level(text: str) -> int | None:
    """Return the level of the highest role named in the first line of `text`, or None where it names none."""
    words = tokens(text.split("\n", 1)[0])
    return max((max(levels) for _, _, levels in _roles().find(words)), default=None)


@cache
def _roles() -> PhraseTable[int]:
    tables = tomllib.loads(data_path("skills", "roles.toml").read_text(encoding="utf-8"))
    return PhraseTable(
        (phrase, int(name.removeprefix("level_")))
        for name, table in tables.items()
        for phrases in table.values()
        for phrase in phrases
    )


@cache
def _level_words() -> dict[str, Any]:
    return tomllib.loads(data_path("skills", "level.toml").read_text(encoding="utf-8"))


def _count(text: str, kind: str) -> int:
    folded = fold(text)
    return sum(folded.count(phrase) for phrase in _level_words()[kind])
