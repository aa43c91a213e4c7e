"""A reading: what was made of one ad, and its form as JSON (the contract of `verava classify --format json`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from classifier.candidate_fee import CandidateFee
from classifier.explain import Evidence
from classifier.hourly import Hourly
from classifier.pay import Pay
from classifier.skills import SkillHit


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader says of one ad."""

    text: str
    """The text that was read; all offsets are into it."""
    label: str
    """One of the four labels, or `uncertain`."""
    reason: str
    """Why the label is `uncertain`: language, too_short, undecided; else empty."""
    confidence: float
    """Calibrated probability of the most likely label, 0 to 1."""
    probabilities: Mapping[str, float]
    """Label → calibrated probability."""
    language: str
    """`it`, `en` or `other`."""
    subtype: str | None
    """Finer kind, one of `labels.SUBTYPES`, or None where none is shown."""
    evidence: tuple[Evidence, ...]
    """Spans that speak for the most likely label, strongest first."""
    indicators: tuple[str, ...]
    """Ids of all indicators stated in the ad, in the order of the text."""
    pay: Pay | None
    """The main statement of pay."""
    hourly: Hourly | None
    """That pay in EUR per hour, or None where it cannot be converted without guessing."""
    skills: tuple[SkillHit, ...]
    """Skills asked, each once, in the order of the text."""
    skill_level: int
    """0 none, 1 routine, 2 autonomous, 3 specialist."""
    questions: tuple[str, ...]
    """What to ask the client before saying yes, in the ad's language."""
    sectors: tuple[str, ...] = ()
    """Sectors of the client that the ad tells, by id."""
    hours_per_week: float | None = None
    """Hours of work a week that the ad states; None where they are not known."""
    candidate_fee: CandidateFee | None = None
    """Money that the ad asks from the worker; None where it asks none."""

    def to_dict(self) -> dict[str, Any]:
        """Return the reading as plain JSON values, as the contract has it (without `id` and `text`)."""
        return {
            "label": self.label,
            "confidence": round(self.confidence, 4),
            "probabilities": {label: round(value, 4) for label, value in self.probabilities.items()},
            "language": self.language,
            "subtype": self.subtype,
            "reason": self.reason or None,
            "evidence": [span._asdict() for span in self.evidence],
            "pay": _pay(self.pay, self.hourly),
            "candidate_fee": self.candidate_fee._asdict() if self.candidate_fee else None,
            "hours_per_week": self.hours_per_week,
            "skills": [{"id": hit.id, "level": hit.level, "text": hit.text} for hit in self.skills],
            "skill_level": self.skill_level,
            "sectors": list(self.sectors),
            "questions": list(self.questions),
        }


def _pay(pay: Pay | None, hourly: Hourly | None) -> dict[str, Any] | None:
    if pay is None:
        return None
    converted = None
    if hourly is not None:
        converted = {
            "min": hourly.min,
            "max": hourly.max,
            "tier": hourly.tier,
            "assumptions": list(hourly.assumptions),
            "rate_date": hourly.rate_date,
        }
    names = ("raw", "start", "end", "min", "max", "currency", "unit", "kind", "basis")
    return {name: getattr(pay, name) for name in names} | {"eur_per_hour": converted}
