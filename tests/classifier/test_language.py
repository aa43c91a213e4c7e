"""Which language an ad is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.language import _clear_language, detect_language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cerco assistente virtuale per il mio studio", "it"),
        ("CERCO ASSISTENTE VIRTUALE", "it"),
        ("Segretaria da remoto con partita IVA", "it"),
        ("Customer care part time, si richiede ottimo inglese e disponibilità immediata", "it"),
        ("Looking for a virtual assistant", "en"),
        ("We are hiring", "en"),
        ("Virtual assistant", "en"),
        ("Asistente virtual para mi negocio en Madrid, trabajo desde casa", "other"),
        ("Wir suchen eine virtuelle Assistentin für unser Büro in Berlin", "other"),
        ("Recherche assistante virtuelle indépendante pour gérer mes courriels", "other"),
        pytest.param(
            "Executive Assistant a Torino",
            "it",
            marks=pytest.mark.xfail(strict=True, reason="one Italian letter"),
        ),
        pytest.param(
            "Back office e customer care",
            "it",
            marks=pytest.mark.xfail(strict=True, reason="one Italian letter"),
        ),
    ],
)
def test_detect_language(text, expected):
    """Loan words do not make an Italian ad English."""
    assert expected == detect_language(text)


@given(st.text())
def test_any_text_has_an_answer(text):
    """No text breaks it."""
    assert detect_language(text) in {"it", "en", "other"}


def test_words_of_addresses_and_marks_do_not_count():
    """What is no running text tells no language."""
    italian = "Il lavoro non serve che negli anni: anche gli altri clienti cerco, per una agenda."

    assert _clear_language(italian) == "it"
    assert _clear_language(f"{italian} https://and.test/the-of-to-with-you-your-our") == "it"
    assert _clear_language(italian + " and of to" * 8) is None
    assert _clear_language(italian + " [and] [of] [to]" * 8) == "it"


def test_a_long_text_is_told_by_its_beginning():
    """What stands behind the first pages does not matter."""
    italian = "Il lavoro non serve che negli anni: anche gli altri clienti cerco, per una agenda. " * 100

    assert _clear_language(italian + " and of to with you" * 1000) == "it"


def test_reference_ads(shared):
    """Every labelled ad of the reference corpus is told rightly."""
    import json

    rows = [json.loads(line) for line in (shared / "corpus" / "ads.jsonl").open(encoding="utf-8")]
    wrong = [row["id"] for row in rows if detect_language(f"{row['title']} {row['description']}") != row["language"]]

    assert wrong == []


@pytest.mark.parametrize("text", ["\ud800", "Cerchiamo \udfff persone per il nostro ufficio"])
def test_half_a_surrogate_pair_is_no_obstacle(text):
    """JSON may hold one."""
    assert detect_language(text) in {"it", "en", "other"}


@pytest.mark.parametrize(
    "text",
    [
        "Vi søger en assistent til at styre kalenderen for vores kontor, at svare på e-mails og at skrive for os.",
        "Kami mencari asisten di rumah untuk kantor di Jakarta: kerja di waktu malam, di mana saja, di kota.",
        "Buscamos una asistente con experiencia para la agenda del despacho, con horario flexible y sin exclusividad.",
        "Cherche assistante pour le cabinet: il faut savoir écrire, il n'y a pas de bureau et non plus d'horaires.",
    ],
)
def test_a_neighbour_is_not_taken_for_either(text):
    """Its small words are few, or always the same."""
    assert detect_language(text) == "other"
