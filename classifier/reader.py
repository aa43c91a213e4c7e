"""The reader: text in, Reading out; the same code for one ad and for a million."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple, Self

from classifier.cache import ensure_scorer
from classifier.cues import Cue, questions
from classifier.decision import borne_out, decide, support_of
from classifier.explain import explain
from classifier.facts import Facts, find_facts
from classifier.features import cue_features
from classifier.inputs import Item
from classifier.language import detect_language
from classifier.persist import load_scorer
from classifier.reading import Reading
from classifier.scorer import Judged, Scorer
from classifier.sectors import find_sectors
from classifier.skill_level import skill_level
from classifier.skills import SkillHit, find_skills
from classifier.subtype import find_subtype
from classifier.text import MAX_CHARACTERS
from classifier.topics import topic_features
from classifier.words import words


class Reader:
    """Reads ads with one model."""

    def __init__(self, scorer: Scorer, card: Mapping[str, Any]) -> None:
        self.scorer = scorer
        """The model's weights."""
        self.card = card
        """The model's card: key, corpus, versions, validation."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how another process makes this reader."""
        return Reader, (self.scorer, self.card)

    @classmethod
    def load(cls, path: Path | None = None, progress: Callable[[str], None] = lambda _line: None) -> Self:
        """Return a reader with the model at `path`, or the shipped corpus' own, built on first use.

        Raises ModelError when `path` holds no sound model.
        """
        return cls(*(load_scorer(path) if path else ensure_scorer(progress)))

    def read(self, text: str, *, base_salary: Mapping[str, Any] | None = None, date: str | None = None) -> Reading:
        """Read one ad: `text` as `compose` makes it, pay fields and ISO date where the source gives them."""
        found = _find(text, base_salary, date)
        return _reading(found, self.scorer.judge(found.text, found.words, found.counted))

    def read_many(self, items: Iterable[Item]) -> list[Reading]:
        """Read many ads, as `read` reads each; all are held in memory."""
        return [self.read(item.text, base_salary=item.base_salary, date=item.date) for item in items]


class _Found(NamedTuple):
    """What is found in a text before it is judged."""

    text: str
    language: str
    facts: Facts
    words: list[str]
    counted: dict[str, float]
    """Cue and topic features."""
    skills: tuple[SkillHit, ...]
    level: int
    sectors: tuple[str, ...]


def _find(text: str, base_salary: Mapping[str, Any] | None, date: str | None) -> _Found:
    text = text[:MAX_CHARACTERS]
    language = detect_language(text)
    facts = find_facts(text, language=language, base_salary=base_salary, date=date)
    counted = cue_features(facts.cues) | topic_features(text)
    skills = find_skills(text)
    return _Found(
        text, language, facts, words(text), counted, skills, skill_level(text, skills), find_sectors(text)
    )  # fmt: skip


def _reading(found: _Found, score: Judged) -> Reading:
    text, language, facts = found.text, found.language, found.facts
    chances = score.probabilities
    stated = _stated(facts.cues)
    support, borne = support_of(stated), borne_out(stated)
    label, reason = decide(chances, words=len(found.words), language=language, support=support, borne=borne)
    return Reading(
        text=text,
        label=label,
        reason=reason,
        confidence=chances[score.likely],
        probabilities=chances,
        language=language,
        subtype=find_subtype(label, stated),
        evidence=explain(text, facts.cues, score.words, score.counted, score.likely),
        indicators=stated,
        pay=facts.pay,
        hourly=facts.hourly,
        hours_per_week=facts.hours_per_week,
        candidate_fee=facts.fee,
        skills=found.skills,
        skill_level=found.level,
        sectors=found.sectors,
        questions=tuple(questions(facts.cues, "it" if language == "it" else "en")),
    )


def _stated(cues: tuple[Cue, ...]) -> tuple[str, ...]:
    """Return the indicators that the ad states, each once, in the order of the text."""
    return tuple(dict.fromkeys([cue.indicator for cue in cues if not cue.negated]))
