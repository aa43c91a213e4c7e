"""What to ask the client before saying yes."""

import pytest

from classifier.cues import INDICATORS, find_cues, questions


def test_what_the_ad_grants_is_not_asked():
    """An ad that leaves hours, price and other clients to the reader is not asked for them."""
    text = "Lavori nei tuoi orari, dimmi la tua tariffa, so che hai altri clienti."
    granted = {INDICATORS[name].question["it"] for name in ("own_schedule", "sets_own_rate", "multiple_clients_ok")}

    assert granted - {""}
    assert not granted.intersection(questions(find_cues(text), "it"))


@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize(
    "text",
    [
        "Orario dalle 9 alle 18, si richiede esclusiva, partita IVA, 500 euro al mese.",
        "Cerco una VA.",
        "Full time, 9am-5pm EST, Hubstaff on, no other clients, $3/h, commission only, unpaid trial week.",
    ],
)
def test_two_to_four_and_none_twice(text, language):
    """However little or much an ad says."""
    asked = questions(find_cues(text), language)

    assert 2 <= len(asked) <= 4
    assert len(set(asked)) == len(asked)


def test_the_most_telling_comes_first():
    """Exclusivity is asked about before anything weak."""
    asked = questions(find_cues("Si richiede esclusiva. Cerchiamo un candidato ideale."), "it")

    assert asked[0] == INDICATORS["exclusivity"].question["it"]
