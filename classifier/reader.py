"""The reader: text in, Reading out; the same code for one ad and for a million."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Self

from classifier.cache import ensure_scorer
from classifier.cues import Cue, questions
from classifier.decision import decide, support_of
from classifier.explain import explain
from classifier.facts import find_facts
from classifier.features import cue_features
from classifier.language import detect_language
from classifier.persist import load_scorer
from classifier.reading import Reading
from classifier.scorer import Scorer
from classifier.sectors import find_sectors
from classifier.skill_level import skill_level
from classifier.skills import find_skills
from classifier.subtype import find_subtype
from classifier.terms import BLOCKS
from classifier.text import MAX_CHARACTERS
from classifier.topics import topic_features


class Reader:
    """Reads ads with one model."""

    def __init__(self, scorer: Scorer, card: Mapping[str, Any]) -> None:
        self.scorer = scorer
        """The model's weights."""
        self.card = card
        """The model's card: key, corpus, versions, validation."""

    @classmethod
    def load(cls, path: Path | None = None, progress: Callable[[str], None] = lambda _line: None) -> Self:
        """Return a reader with the model at `path`, or the shipped corpus' own, built on first use.

        Raises ModelError when `path` holds no sound model.
        """
        return cls(*(load_scorer(path) if path else ensure_scorer(progress)))

    def read(self, text: str, *, base_salary: Mapping[str, Any] | None = None, date: str | None = None) -> Reading:
        """Read one ad: `text` as `compose` makes it, pay fields and ISO date where the source gives them."""
        text = text[:MAX_CHARACTERS]
        language = detect_language(text)
        facts = find_facts(text, language=language, base_salary=base_salary, date=date)
        terms = {name: analyzer(text) for name, analyzer in BLOCKS.items()}
        score = self.scorer.score(terms, cue_features(facts.cues) | topic_features(text))
        words = (len(terms["words"]) + 1) // 2
        label, reason = decide(score.probabilities, words=words, language=language, support=support_of(facts.cues))
        likely = max(score.probabilities, key=lambda name: score.probabilities[name])
        skills = find_skills(text)
        return Reading(
            text=text,
            label=label,
            reason=reason,
            confidence=score.probabilities[likely],
            probabilities=score.probabilities,
            language=language,
            subtype=find_subtype(label, facts.cues),
            evidence=explain(text, facts.cues, self.scorer, score, likely),
            indicators=_stated(facts.cues),
            pay=facts.pay,
            hourly=facts.hourly,
            hours_per_week=facts.hours_per_week,
            candidate_fee=facts.fee,
            skills=skills,
            skill_level=skill_level(text, skills),
            sectors=find_sectors(text),
            questions=tuple(questions(facts.cues, "it" if language == "it" else "en")),
        )


def _stated(cues: tuple[Cue, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cue.indicator for cue in cues if not cue.negated))
