"""Texts that sources spoilt."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.html import parse_html
from crawler.mapping import build_ad
from crawler.mend import mend, without_caller
from crawler.page import postings_on_page

SOUND = [
    "Perché l’orario è “libero” – 10 €",
    "Ænima, Ørsted, straße, naïve",
    "¿Qué tal? £5, ©2026, «sì»",
    "Ã",
    "Viên, São Paulo, Zürich",
    "日本語",
    "¯\\_(ツ)_/¯",
    "",
]


@pytest.mark.parametrize("text", SOUND)
def test_sound_texts_stay(text):
    """What is not spoilt is not touched."""
    assert mend(text) == text


@pytest.mark.parametrize(
    "text", ["Perché l’orario è “libero – 10 €", "Città… più", "don’t — “quote", "Opératrice à distance"]
)
@pytest.mark.parametrize("read_as", ["latin-1", "cp1252"])
def test_encoded_twice(text, read_as):
    """UTF-8 read as Latin-1 or windows-1252 is read as it was meant."""
    spoilt = text.encode().decode(read_as, "ignore" if read_as == "latin-1" else "strict")

    assert mend(spoilt) == text


TAG = "R" + base64.b64encode(b"192.0.2.44").decode()
SENTENCE = (
    f"Please mention the word **LANTERN** and tag {TAG} when applying, so that it is clear you came to the end (#{TAG}). It keeps "
    "robots out: an employer may look for the word and see they're human."
)
CARRIERS = [
    (f"Agenda e posta.<br/><br/>{SENTENCE}", "Agenda e posta."),
    (f"Agenda e posta.\n\n{SENTENCE}", "Agenda e posta."),
    (f"Agenda.{SENTENCE}<p>Dopo.</p>", "Agenda.<p>Dopo.</p>"),
    (f"Agenda. {SENTENCE[:120]}", "Agenda."),
    (f"Agenda. {SENTENCE} {SENTENCE}", "Agenda."),
]


@pytest.mark.parametrize(("text", "expected"), CARRIERS)
def test_callers_address(text, expected):
    """The sentence that hides the caller's address goes, whole or cut off; the ad stays."""
    assert without_caller(text).strip() == expected
    assert "MTkyLjAuMi" not in without_caller(text)


def test_no_way_in():
    """Neither a source nor a page brings the address or a spoilt text into an ad."""
    spoilt = "Perché no".encode().decode("latin-1")
    ad = build_ad(
        source="x", url="https://e.test/1", identifier=1, title=spoilt, description=f"<p>{spoilt}</p>{SENTENCE}"
    )
    html = f'<script type="application/ld+json">{{"@type": "JobPosting", "title": "{spoilt}", "description": "{spoilt}. {SENTENCE}"}}</script>'
    (found,) = postings_on_page(html, "https://e.test/1")

    for each in (ad, found):
        assert each.title == "Perché no"
        assert each.description.startswith("Perché no")
        assert "tag R" not in each.description


@given(st.text(max_size=200))
def test_never_fails(text):
    """Any text can be mended."""
    without_caller(mend(text))
    parse_html(text)
