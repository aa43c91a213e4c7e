"""Scope: what denies a phrase, what does not, and what undoes it."""

import pytest

from classifier.cue_matcher import find_hits
from classifier.cue_scope import REACH, Scope, exceptions_of


def scope(text):
    data = text.encode()
    return Scope(data, find_hits(data)[1])


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
    assert scope(text).denied(start, end) is denied


def test_a_denial_is_seen_in_what_is_left_of_a_word_at_the_end_of_reach():
    """So it always was: the text is cut after so many characters, words and all."""
    text = f"piano {'x' * (REACH - 4)} orari"

    assert scope(text).denied(text.index("orari"), len(text))


def test_a_denial_inside_the_word_in_which_a_phrase_begins_is_seen():
    assert scope("no5 euro").denied(2, 8)


UNDONE = [
    ("declared_employment", "dopo il periodo di prova: [assunzione]", True),
    ("declared_employment", "offriamo [assunzione]", False),
    ("self_employed_form", "[p.iva] 0123", True),
    ("self_employed_form", "con [p.iva]", False),
    ("exclusivity", "zona in [esclusiva]", True),
    ("other_trade", "[infermiere]\nufficio", False),
    ("other_trade", "assistente virtuale per [infermiere]", True),
]


@pytest.mark.parametrize(("indicator", "marked", "undone"), UNDONE)
def test_exceptions_take_a_phrase_away_when_they_stand_beside_it(indicator, marked, undone):
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    assert scope(text).undone(exceptions_of(indicator), start, end) is undone


def test_most_indicators_have_no_exceptions():
    assert exceptions_of("rate_modest") is None
