"""A reading as a person sees it."""

import dataclasses
import re

import click
import pytest

from classifier.explain import Evidence
from classifier.hourly import Hourly
from classifier.pay import main_pay
from classifier.reading import Reading
from classifier.show import printable, show

TEXT = "Assistente virtuale\n\nOrario 9-18, paga 700 euro al mese, non serve esperienza."


def reading(**changes):
    start = TEXT.index("Orario 9-18")
    basis = Reading(
        text=TEXT,
        label="disguised_employment",
        reason="",
        confidence=0.93,
        probabilities={
            "genuine_freelance": 0.03,
            "disguised_employment": 0.93,
            "open_employment": 0.02,
            "out_of_scope": 0.02,
        },
        language="it",
        subtype="control",
        evidence=(
            Evidence("fixed_hours", TEXT[start : start + 11], start, start + 11, "disguised_employment", 1.4),
            Evidence(
                "words",
                "esperienza",
                TEXT.index("esperienza"),
                TEXT.index("esperienza") + 10,
                "disguised_employment",
                0.2,
            ),
        ),
        indicators=("fixed_hours",),
        pay=main_pay(TEXT, "it"),
        hourly=Hourly(4.04, 4.04, "B", ("40 ore a settimana",), None),
        skills=(),
        skill_level=1,
        questions=("Posso scegliere i miei orari?",),
    )
    return dataclasses.replace(basis, **changes)


def test_verdict_first_then_pay_and_level_then_why_then_questions():
    """The order in which a person needs it."""
    lines = [line for line in show(reading()).splitlines() if line]

    assert lines[0].startswith(
        "Nel testo ci sono i segni di un lavoro dipendente travestito da freelance (probabilità 93%)"
    )
    assert lines[1] == "Paga: 700 euro al mese, circa 4,04 €/ora (B; 40 ore a settimana)"
    assert lines[2].startswith("Competenze: di base (1/3)")
    assert lines[4:6] == ["  - «Orario 9-18» — orario fisso imposto", "  - «esperienza» — parole del testo"]
    assert lines[-1] == "  - Posso scegliere i miei orari?"


def test_english_has_a_point():
    """Amounts are written as the language writes them."""
    assert "about 4.04 €/hour" in show(reading(language="en"))


def test_no_firm_is_accused():
    """The sentence speaks of the text."""
    for language in ("it", "en"):
        first = show(reading(language=language)).splitlines()[0].lower()
        assert "test" in first or "text" in first
        assert not re.search("illegal|viola|frode|fraud|reato|unlawful", first)


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("language", "neither Italian nor English"),
        ("too_short", "troppo breve"),
        ("undecided", "più probabile: dipendente travestito, 93%"),
    ],
)
def test_uncertain_says_why(reason, words):
    """Language, length, or signs that contradict each other."""
    language = "other" if reason == "language" else "it"

    assert words in show(reading(label="uncertain", reason=reason, language=language))


def test_no_certainty_is_shown():
    """No probability is 100 %."""
    assert "> 99%" in show(reading(confidence=0.9999))


def test_a_denied_sign_is_shown_as_denied():
    """With the words that deny it."""
    span = Evidence("on_call_availability", "non serve esperienza", 0, 1, "genuine_freelance", 1.0, denied=True)

    assert "«non serve esperienza» — reperibilità" in show(reading(evidence=(span,)))
    assert "(il testo lo esclude)" in show(reading(evidence=(span,)))


def test_quotes_of_one_sign_share_a_line():
    """Two quotes, one name."""
    spans = [
        Evidence("fixed_hours", text, at, at + 1, "disguised_employment", 1.0)
        for at, text in enumerate(["9-18", "lun-ven"])
    ]

    assert "  - «9-18», «lun-ven» — orario fisso imposto" in show(reading(evidence=tuple(spans))).splitlines()


def test_evidence_is_underlined_in_the_ad():
    """On a terminal the whole ad stands between the reasons and the questions."""
    shown = show(reading(), colour=True)

    assert click.style("Orario 9-18", underline=True, bold=True) in shown
    assert click.unstyle(shown).index(TEXT) < click.unstyle(shown).index("Da chiedere")


def test_without_colour_there_is_no_escape():
    """A pipe gets plain text."""
    assert "\x1b" not in show(reading())


def test_an_ad_cannot_steer_the_terminal():
    """Escapes, backspaces and marks that turn the direction of writing are replaced, offsets kept."""
    evil = "\x1b]0;title\x07\x1b[2J\x08\x9b31m\u202eabc\r\nfine\tè"

    assert len(printable(evil)) == len(evil)
    assert not set(printable(evil)) & set("\x1b\x07\x08\x9b\u202e\r")
    assert printable(evil).endswith("\nfine\tè")
    spans = (Evidence("fixed_hours", evil, 0, len(evil), "disguised_employment", 1.0),)
    shown = show(reading(text=evil, evidence=spans), colour=True)
    assert not {"\x07", "\x08", "\x9b", "\u202e"} & set(shown)
    assert "\x1b[2J" not in shown


ENGLISH = re.compile(
    r"\b(?:the|of|and|hours?|work|pay|skills?|ask|from|with|rate|week|month|employee)\b", re.IGNORECASE
)
AD = """Segretaria virtuale

Cerchiamo una segretaria virtuale a partita IVA per il nostro ufficio di Prato: orario dalle 9 alle 18 dal lunedì al
venerdì, in esclusiva, con timbratura e riunione giornaliera con la responsabile. Gestione agenda, fatture, telefonate
con i clienti, inserimento dati in Excel. Paga 750 dollari al mese, 40 ore a settimana."""


def test_an_italian_view_is_italian(small_reader):
    """No word of the lexicon, the skills, the assumptions or the questions is English."""
    found = small_reader.read(AD)
    for label in (*found.probabilities, "uncertain"):
        shown = show(dataclasses.replace(found, label=label, reason="undecided" if label == "uncertain" else ""))
        assert not ENGLISH.findall(shown), shown


def test_every_italian_name_is_italian():
    """All names of indicators and skills, whichever ad comes."""
    from classifier.cues import INDICATORS

    names = [entry.name["it"] for entry in INDICATORS.values()] + [
        entry.question["it"] for entry in INDICATORS.values()
    ]
    assert [] == [name for name in names if ENGLISH.search(name)]
