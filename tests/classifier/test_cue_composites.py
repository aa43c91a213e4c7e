"""Composites: the form of the contract and the way of working, taken together."""

import pytest

from classifier.cue import Cue
from classifier.cue_composites import find_composites

CASES = [
    ({"self_employed_form": "P.IVA", "fixed_hours": "9-18"}, {"vat_plus_control"}),
    ({"self_employed_form": "P.IVA", "full_time_load": "full time"}, {"vat_plus_control"}),
    ({"self_employed_form": "P.IVA", "fixed_workplace": "in sede"}, {"vat_plus_control"}),
    ({"self_employed_form": "P.IVA", "own_schedule": "orari liberi"}, set()),
    ({"self_employed_form": "P.IVA", "staff_vocabulary": "candidato"}, set()),
    ({"fixed_hours": "9-18"}, set()),
    ({"self_employed_form": "P.IVA", "fixed_hours": "9-18", "declared_employment": "CCNL"}, set()),
    (
        {"self_employed_form": "prestazione occasionale", "fixed_hours": "9-18"},
        {"vat_plus_control", "occasional_for_continuous"},
    ),
    ({"self_employed_form": "ritenuta d'acconto"}, set()),
]


@pytest.mark.parametrize(("stated", "follow"), CASES)
def test_what_follows_from_what(stated, follow):
    cues = [Cue(name, 0, len(text), text, negated=False, source="pattern") for name, text in stated.items()]
    assert {cue.indicator for cue in find_composites(cues)} == follow


def test_a_denied_cue_makes_nothing():
    cues = [
        Cue("self_employed_form", 0, 5, "P.IVA", negated=True, source="pattern"),
        Cue("fixed_hours", 6, 10, "9-18", negated=False, source="pattern"),
    ]
    assert not list(find_composites(cues))
