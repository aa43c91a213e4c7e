"""A reading as JSON."""

import dataclasses
import json

from classifier.explain import Evidence
from classifier.hourly import Hourly
from classifier.labels import LABELS
from classifier.pay import main_pay
from classifier.reading import Reading
from classifier.skills import SkillHit, find_skills

TEXT = "VA: gestione agenda, 20 euro l'ora"


def reading(**changes):
    basis = Reading(
        TEXT,
        "genuine_freelance",
        "",
        0.87654321,
        dict.fromkeys(LABELS, 0.25),
        "it",
        None,
        (),
        (),
        None,
        None,
        (),
        0,
        (),
    )
    return dataclasses.replace(basis, **changes)


def test_nothing_is_null_or_empty():
    """Unknown is null, never a guess."""
    values = reading().to_dict()

    assert (None, None, None, [], [], []) == tuple(
        values[name] for name in ("pay", "subtype", "reason", "evidence", "skills", "questions")
    )


def test_probabilities_are_rounded():
    """Four digits."""
    assert reading().to_dict()["confidence"] == 0.8765


def test_evidence_is_told_with_its_place():
    """All fields of the span."""
    span = Evidence("fixed_hours", "VA", 0, 2, "genuine_freelance", 0.5, denied=True)

    (told,) = reading(evidence=(span,)).to_dict()["evidence"]
    assert told == {
        "indicator": "fixed_hours",
        "text": "VA",
        "start": 0,
        "end": 2,
        "direction": "genuine_freelance",
        "weight": 0.5,
        "denied": True,
    }


def test_pay_without_and_with_an_hourly_figure():
    """`eur_per_hour` is null where it cannot be told."""
    pay = main_pay(TEXT, "it")
    without = reading(pay=pay).to_dict()["pay"]
    told = reading(pay=pay, hourly=Hourly(20.0, 20.0, "A", ("x",), "2026-10-30")).to_dict()["pay"]

    assert without["eur_per_hour"] is None
    assert TEXT[told["start"] : told["end"]] == told["raw"]
    assert told["eur_per_hour"] == {
        "min": 20.0,
        "max": 20.0,
        "tier": "A",
        "assumptions": ["x"],
        "rate_date": "2026-10-30",
    }


def test_skills_are_told_with_their_words():
    """Id, level and the ad's own words."""
    hits = find_skills(TEXT)
    told = reading(skills=hits).to_dict()["skills"]

    assert hits
    assert all(isinstance(hit, SkillHit) for hit in hits)
    assert [{"id": hit.id, "level": hit.level, "text": hit.text} for hit in hits] == told


def test_it_is_plain_json():
    """No value that JSON does not know."""
    assert json.loads(json.dumps(reading(pay=main_pay(TEXT, "it")).to_dict(), allow_nan=False))
