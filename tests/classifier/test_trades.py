"""Other trades: who seeks one, and who is only the client, the place of work, or the attribute of something else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.cue import Cue
from classifier.facts import find_facts
from classifier.trades import INDICATOR, find_trades, with_trades

TITLES = [
    "Naval architect",
    "Senior marine biologist, part time",
    "Electrochemists wanted",
    "React developer for a booking site",
    "CDL-A driver, home every weekend",
    "Registered Nurse - night shifts",
    "Looking for a violinist for one evening",
    "Dental nurse needed",
    "Architetto per studio a Torino",
    "Addetto/a pulizie uffici",
    "Cercasi saldatrice",
    "N. 2 elettricisti",
    "Operatore/trice CNC",
    "Chef de rang e commis di sala",
    "Studio di architettura cerca geometra",
]
NO_TITLES = [
    "Virtual assistant for a naval architect",
    "Assistant to an architect",
    "Architect seeks VA",
    "Plumber needs website copy",
    "Nurse scheduling coordinator",
    "Engineer's assistant",
    "Canva templates for a nutritionist",
    "Business developer",
    "WordPress developer",
    "Sole trader",
    "Segretaria per studio di avvocati",
    "Studio di architetti cerca segretaria",
    "Avvocato cerca segretaria",
    "Contabile per idraulico",
    "Operatore telefonico",
    "Sito per fotografo",
    "Ufficio tecnico: inserimento dati",
    "",
]
SOUGHT = [
    "A small job\nWe are looking for an experienced structural engineer.",
    "A small job\nNeed a session guitarist, two songs.",
    "Un lavoro\nCerchiamo un bravo falegname per tre settimane.",
    "Un lavoro\nSiamo alla ricerca di una figura di ingegnere meccanico.",
]
NOT_SOUGHT = [
    "A small job\nWe are looking for a virtual assistant for our dental nurses.",
    "A small job\nI am a naval architect and my inbox is full.",
    "A small job\nNeed someone to call plumbers and electricians.",
    "Un lavoro\nCerco chi tenga l'agenda di un avvocato.",
    "Un lavoro\nSono un fotografo e cerco una segretaria virtuale.",
]


@pytest.mark.parametrize("title", TITLES)
def test_a_title_seeks_a_trade(title):
    assert find_trades(f"{title}\nThree weeks, start in May.")[0]


@pytest.mark.parametrize("title", NO_TITLES)
def test_a_title_names_a_client_a_place_or_an_attribute(title):
    assert find_trades(f"{title}\nThree weeks, start in May.") == ((), ())


@pytest.mark.parametrize("text", SOUGHT)
def test_a_verb_seeks_a_trade(text):
    title, sought = find_trades(text)

    assert not title
    assert sought


@pytest.mark.parametrize("text", NOT_SOUGHT)
def test_a_verb_seeks_support_or_someone(text):
    assert find_trades(text) == ((), ())


@pytest.mark.parametrize(
    "text",
    [
        "Violinist, six weeks of tour\nI am looking for an assistant who answers my mail.",
        "Psicologa a Lecce\nCerco una segretaria virtuale per le conferme.",
    ],
)
def test_who_names_her_own_trade_and_seeks_support_is_a_client(text):
    assert find_trades(text) == ((), ())


def test_a_trade_is_shown_where_it_stands():
    text = "Beekeeper wanted\nWe need a beekeeper."

    assert [cue.text for cue in find_facts(text).cues if cue.indicator == INDICATOR] == ["Beekeeper", "beekeeper"]


def test_what_the_cues_name_already_is_not_named_twice():
    text = "Naval architect"
    cues = [Cue(INDICATOR, 6, 15, "architect", negated=False, source="pattern")]

    assert with_trades(text, cues) == cues


@given(
    st.lists(st.sampled_from([*"aàeİèn /*-'&.,\n0", "need a ", "cerco ", "nurse", "saldatore", "for a "])).map("".join)
)
def test_places_lie_within_any_text_and_in_its_order(text):
    for places in find_trades(text):
        assert all(0 <= start < end <= len(text) for start, end in places)
