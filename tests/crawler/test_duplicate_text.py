"""What of an ad's text is compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.duplicate_text import duplicate_text, fold_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Perché NO? Già 7,50 €/h", ["perche", "no", "gia", "7", "50", "h"]),
        ("Virtual Assistants wanted", ["va", "wanted"]),
        ("Assistente  virtuale\nsenior", ["va", "senior"]),
        ("", []),
        ("⭐ — ⭐", []),
    ],
)
def test_words_are_folded(text, words):
    assert fold_words(text) == words


def test_numbers_dates_and_places_are_facts_and_not_words():
    text = duplicate_text(
        "Segretaria a Reggio Emilia (RE), urgente",
        "Studio Rò",
        "Dal 3 marzo cerchiamo segretaria, 800 euro. Sede di Roma.",
    )
    assert text.organization == "studio ro"
    assert text.title == {"segretaria"}
    assert text.facts == {"reggio", "emilia", "re", "3", "marzo", "800", "roma"}
    assert text.words == {"segretaria", "dal", "euro", "sede"}
    assert text.length == 10


def test_numbers_and_places_do_not_change_shingles():
    one, other = (
        duplicate_text("", "", f"Ufficio di {place} offre {pay} euro al mese")
        for place, pay in (("Bari", 900), ("Lecce", 950))
    )
    assert one.shingles == other.shingles
    assert one.facts != other.facts


def test_a_text_shorter_than_a_shingle_is_its_own():
    assert duplicate_text("", "", "due parole").shingles == {"due parole"}
    assert duplicate_text("", "", "").shingles == {""}


@given(st.text(), st.text())
def test_any_text_is_read(title, body):
    text = duplicate_text(title, "", body)
    assert text.title <= text.words
    assert set(text.running) <= text.words
    assert text.shingles
