"""Scope: what denies a phrase, what does not, and what undoes it."""

import pytest

from classifier.cue_scope import Scope

DENIED = [
    ("non chiediamo [orari fissi]", True),
    ("senza [orari fissi]", True),
    ("niente capi, niente [orari fissi]", True),
    ("no need for [a resume]", True),
    ("[orari fissi] non richiesti", True),
    ("[a portfolio] is not required", True),
    ("[un diploma] facoltativo", True),
    ("non solo [orari fissi]", False),
    ("non esitare: [orari fissi]", False),
    ("siamo seri. [orari fissi]", False),
    ("non siamo pigri, [orari fissi]", False),
    ("without exception [fixed hours]", False),
    ("not only [fixed hours]", False),
    ("do not apply unless [fixed hours]", False),
    ("if you do not like [fixed hours]", False),
    ("[nessun orario] non importa", False),
    ("no agencies and [no side clients]", False),
]


@pytest.mark.parametrize(("marked", "denied"), DENIED)
def test_a_denial_is_seen_in_its_own_clause(marked, denied):
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    assert Scope(text.encode()).denied(start, end) is denied


UNDONE = [
    ("declared_employment", "dopo il periodo di prova: [assunzione]", True),
    ("declared_employment", "offriamo [assunzione]", False),
    ("self_employed_form", "[p.iva] 0123", True),
    ("self_employed_form", "con [p.iva]", False),
    ("exclusivity", "zona in [esclusiva]", True),
    ("other_trade", "ufficio\n[infermiere]", True),
    ("other_trade", "[infermiere]\nufficio", False),
    ("other_trade", "assistente virtuale per [infermiere]", True),
]


@pytest.mark.parametrize(("indicator", "marked", "undone"), UNDONE)
def test_exceptions_take_a_phrase_away_when_they_stand_beside_it(indicator, marked, undone):
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    assert Scope(text.encode()).undone(indicator, start, end) is undone
