"""The rule that two ads are one, case by case; `test_duplicates.py` measures it on the labelled pairs."""

import pytest

from crawler.duplicate_pair import containment, jaccard, may_be_same, outline, passage, replaced, same_ad
from crawler.duplicate_text import duplicate_text

TITLE = "Segretaria da remoto"
BODY = (
    "Studio di geometri cerca segretaria da remoto per tre mattine la settimana: posta, agenda dei sopralluoghi, fatture "
    "e qualche telefonata ai comuni. Paghiamo 15 euro l'ora con fattura, si comincia a settembre. Scriveteci due righe con le esperienze fatte."
)


def same(title, organization, body, first=(TITLE, "Studio Lenzi", BODY)):
    one, other = duplicate_text(*first), duplicate_text(title, organization, body)
    assert same_ad(one, other) == same_ad(other, one)
    return same_ad(one, other)


@pytest.mark.parametrize(
    ("title", "organization", "body"),
    [
        (TITLE, "Studio Lenzi", BODY.upper()),
        (TITLE, "Studio Lenzi", BODY.replace("15 euro", "17 euro").replace("settembre", "gennaio")),
        (f"{TITLE} (Pavia)", "Studio Lenzi", f"{BODY} Gradita residenza a Pavia."),
        (f"URGENTE: {TITLE}", "studio lenzi", BODY.replace("la settimana", "alla settimana")),
        (TITLE, "Studio Lenzi", BODY[:190] + "…"),
        (f"{TITLE} - offerta", "Bacheca Geometri", f"Riportiamo da altra bacheca. {BODY}"),
        (TITLE, "", BODY),
    ],
)
def test_same(title, organization, body):
    assert same(title, organization, body)


@pytest.mark.parametrize(
    ("title", "organization", "body"),
    [
        ("Contabile da remoto", "Studio Lenzi", BODY.replace("segretaria", "contabile")),
        (TITLE, "Studio Lenzi", BODY.replace("posta, agenda dei sopralluoghi, fatture e qualche telefonata ai comuni",
                                             "disegni catastali, volture, computi metrici, successioni ereditarie")),
        (TITLE, "Studio Marri", BODY.replace("15 euro", "12 euro").replace("settembre", "gennaio")),
        (TITLE, "Studio Marri", "Tutt'altro annuncio: cerchiamo qualcuno che sappia fare bene il pane e alzarsi presto."),
    ],
)  # fmt: skip
def test_different(title, organization, body):
    assert not same(title, organization, body)


def test_short_texts_of_two_posters_are_never_the_same():
    short = (TITLE, "Anna", "Cerco segretaria da remoto, scrivetemi")
    assert not same(TITLE, "Bruno", short[2], first=short)
    assert same(TITLE, "Anna", short[2] + "!!", first=short)


def test_short_texts_of_one_poster_are_told_apart_by_their_titles():
    short = ("Assistente virtuale", "Anna", "Cerchiamo segretaria o assistente virtuale.")
    assert not same("Segretaria", "Anna", short[2], first=short)
    assert same("Assistente virtuale senior", "Anna", short[2], first=short)


def test_measures():
    one, other = (
        duplicate_text("", "", "a1 alfa beta gamma delta"),
        duplicate_text("", "", "a2 alfa beta gamma epsilon zeta"),
    )
    assert jaccard(one, other) == pytest.approx(2 / 5)
    assert containment(one, other) == pytest.approx(2 / 3)
    assert replaced(one, other) == pytest.approx(1 / 4)
    assert (passage(one, other), passage(other, one)) == (1, 2)


def test_outlines_tell_most_pairs_of_two_posters_apart():
    """One poster's ads are always looked at; those of two only when long enough and of no other numbers or places."""
    mine = outline(duplicate_text(TITLE, "Studio Lenzi", BODY))
    dearer = BODY.replace("15 euro", "17 euro")

    assert may_be_same(mine, outline(duplicate_text(TITLE, "studio lenzi", dearer)))
    assert may_be_same(mine, outline(duplicate_text(TITLE, "Bacheca Geometri", f"{BODY} Pavia, 300 euro.")))
    assert not may_be_same(mine, outline(duplicate_text(TITLE, "Bacheca Geometri", dearer)))
    assert not may_be_same(mine, outline(duplicate_text(TITLE, "", "Cerchiamo segretaria.")))
