"""Quotes: short, without contacts and names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.quotes import MAX_WORDS, quote, quotes


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("dal lunedì\nal  venerdì", "", "dal lunedì al venerdì"),
        ("uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici", "",
         "uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici…"),
        ("scrivi a [email] subito", "", None),
        ("scrivi a anna@prova.test", "", None),
        ("anna chiocciola prova punto test", "", None),
        ("chiama 333 0000123", "", None),
        ("vedi www.prova.test", "", None),
        ("Studio Prova cerca", "Studio Prova srl", None),
        ("noi di Provolandia", "Provolandia", None),
        ("  \u202e \x00 ", "", None),
        ("or\u202eari\u200b fissi", "", "or ari fissi"),
    ],
)  # fmt: skip
def test_what_may_be_quoted(text, name, expected):
    """Cut to 15 words on one line; None where it would name or reach somebody."""
    assert expected == quote(text, name)


@given(st.text(max_size=300))
def test_no_hostile_text_gets_through(text):
    """At most 15 words, no control, bidi or surrogate characters."""
    said = quote(text)

    assert said is None or (len(said.split()) <= MAX_WORDS and said.isprintable() and "@" not in said)


def test_telling_quotes_come_first():
    """Each once; those of three words and more before the shorter ones."""
    assert ("orari fissi tutti i giorni", "orari fissi") == quotes(
        [(text, "", "it") for text in ("orari fissi", "Orari fissi", "orari fissi tutti i giorni", "scrivi a x@y.test")]
    )


def test_a_quote_knows_its_language():
    """That of its ad: a page in another language says so to screen readers."""
    assert [("fixed hours every day", "en")] == [
        (str(one), one.language) for one in quotes([("fixed hours every day", "", "en")])
    ]
