"""Sectors of the clients."""

import pytest

from classifier.sectors import find_sectors, sectors


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Studio legale cerca assistente virtuale.", ("legal",)),
        ("Sono un'avvocata e mi serve aiuto con l'agenda.", ("legal",)),
        ("I run a small e-commerce brand and need help with orders.", ("ecommerce",)),
        ("Agenzia immobiliare di Trento cerca supporto da remoto.", ("real_estate",)),
        ("We are a real-estate team; our law firm sister company needs help too.", ("real_estate", "legal")),
        ("Organizzo matrimoni e cerco una VA.", ("events",)),
        ("Cercasi persona per inserimento dati e fatture.", ()),
        ("", ()),
    ],
)
def test_what_the_client_does(text, expected):
    """The words of the client count, not those of the work."""
    assert expected == find_sectors(text)


def test_every_sector_has_names_and_words():
    """Both languages, and at least one phrase each."""
    for sector in sectors().values():
        assert sector.label_it
        assert sector.label_en
        assert len(sector.phrases) > 1


def test_hostile_text_takes_linear_time():
    """A megabyte of almost-phrases is read."""
    assert find_sectors("studio " * 150_000) == ()
