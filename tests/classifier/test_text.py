"""Folding and composing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.text import compose, fold


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Perché “l’orario” È 9–18", 'perche "l\'orario" e 9-18'),
        ("CITTÀ\u00a0e\tUNIVERSITÀ", "citta e universita"),
        ("Ｆｕｌｌ ½ ① ﬁ", "full 1 1 f"),
        ("straße", "strase"),
        ("İstanbul", "istanbul"),
    ],
)
def test_fold(text, expected):
    """Case, accents, quotes, dashes and blanks become plain."""
    assert expected == fold(text)


@given(st.text())
def test_fold_keeps_every_offset(text):
    """One character in, one character out, for any text."""
    assert len(fold(text)) == len(text)


@given(st.text())
def test_fold_is_idempotent(text):
    """Folding what is folded changes nothing."""
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.sampled_from("aÀé`\t\r\n’–€µªŠß½\u00a0\u200b₱İı→😀Z9")))
def test_fold_goes_by_characters(text):
    """What stands beside a character does not matter."""
    assert fold(text) == "".join(map(fold, text))


def test_compose_puts_fields_above_the_body():
    """Title, type, pay and place stand above the text, in the words of the language."""
    fields = {
        "title": "Segretaria",
        "employment_type": ["PART_TIME", "OTHER"],
        "pay_raw": "8 €/h",
        "job_location": "Roma",
        "description": "Cerchiamo…",
    }

    assert compose(fields, "it") == "Segretaria\nTipo: PART_TIME, OTHER\nCompenso: 8 €/h\nLuogo: Roma\n\nCerchiamo…"
    assert compose(fields, "en").startswith("Segretaria\nType: PART_TIME")


def test_compose_writes_structured_pay():
    """Pay in fields is written as a line when the source gives no text for it."""
    fields = {"title": "t", "base_salary": {"currency": "EUR", "min": 10, "max": 12.5, "unit": "HOUR"}}

    assert compose(fields, "it") == "t\nCompenso: 10 - 12.5 EUR l'ora"


def test_compose_takes_text_as_it_is():
    """A text alone is not touched."""
    assert compose({"text": " a\n b ", "title": "x"}) == " a\n b "


def test_compose_of_nothing_is_nothing():
    """No field, no text."""
    assert compose({}) == ""
