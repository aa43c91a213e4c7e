"""Search terms."""

import pytest

from classifier.search import SearchTerms
from crawler.config import load_config


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Assistente virtuale", "", True),
        ("", "cerchiamo ASSISTENTI\nVIRTUALI", True),
        ("VA per coach", "", True),
        ("", "va bene così", False),
        ("", "Le VA del team", True),
        ("NOVA", "", False),
        ("Infermiera", "reparto", False),
        ("Segretària da remoto", "", True),
        ("Virtual assistants wanted", "", False),
    ],
)
def test_match(title, text, expected):
    """Whole words, any case and accent; a term all in capitals in capitals only."""
    terms = SearchTerms(
        ["assistente virtuale", "assistenti virtuali", "virtual assistant", "VA", "segretaria da remoto"]
    )

    assert expected is terms.match(title, text)


def test_no_terms_let_everything_in():
    """Without terms nothing is left out."""
    assert SearchTerms([]).match("Infermiera", "")


def test_the_key_changes_with_the_terms():
    """Other terms, other key: stored ads are then read anew."""
    assert SearchTerms(["a"]).key != SearchTerms(["b"]).key
    assert SearchTerms(["a"]).key == SearchTerms(["a"]).key


def test_default_terms_find_the_usual_ads():
    """The shipped terms let in what VA ads are called, in both languages."""
    terms = SearchTerms(load_config().search_terms)

    for title in (
        "Virtual Assistant",
        "Assistente virtuale",
        "Segretaria da remoto",
        "Data entry da casa",
        "Executive assistant",
    ):
        assert terms.match(title, ""), title
    assert not terms.match("Saldatore", "officina meccanica")
