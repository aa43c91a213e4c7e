"""What to ask the client before saying yes, from the cues found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from classifier.cue import Cue
from classifier.cue_lexicon import load_indicators

MOST: Final = 4
LEAST: Final = 2
_STRENGTHS: Final = {"decisive": 0, "strong": 1, "medium": 2, "weak": 3}
_DIRECTIONS: Final = {"S": 0, "E": 1, "D": 2}
_DEFAULTS: Final = ("exclusivity", "own_schedule", "sets_own_rate", "fair_terms")
"""Whose questions fill up when an ad says little: other clients, time, price, written terms."""


def questions(cues: Iterable[Cue], language: str) -> list[str]:
    """Return two to four questions in `language` (`it`, else English), the most telling first.

    What the ad grants already (other clients, own hours, own price) is not asked.
    """
    entries = load_indicators()
    tongue = "it" if language == "it" else "en"
    stated = dict.fromkeys(cue.indicator for cue in cues if not cue.negated)
    telling = sorted(
        (name for name in stated if entries[name].question[tongue] and entries[name].direction != "G"),
        key=lambda name: (_DIRECTIONS.get(entries[name].direction, 3), _STRENGTHS[entries[name].strength]),
    )
    asked = list(dict.fromkeys(entries[name].question[tongue] for name in telling))[:MOST]
    spare = (entries[name].question[tongue] for name in _DEFAULTS if name not in stated)
    for question in spare:
        if len(asked) >= LEAST:
            break
        if question not in asked:
            asked.append(question)
    return asked
