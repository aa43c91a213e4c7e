"""How a match begins: its first words, as far as they are certain."""

import pytest

from classifier.cue_notation import to_regex
from classifier.cue_openings import begins_with_figures, common, openings


def told(phrase):
    found = openings(to_regex(phrase))
    return found and {word: (set(behind.second), set(behind.third)) for word, behind in found.items()}


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("full time", {"full": ({"time"}, {""})}),
        ("part ?time", {"part": ({"time"}, {""}), "parttime": ({""}, {""})}),
        ("turn*", {"turn*": ({""}, {""})}),
        ("orari (fissi|di lavoro)", {"orari": ({"fissi", "di"}, {"", "lavoro"})}),
        ("rispett* ... orari", {"rispett*": ({"", "orari"}, {""})}),
        ("(my|our) (own )?shop", {"my": ({"own", "shop"}, {"shop", ""}), "our": ({"own", "shop"}, {"shop", ""})}),
        ("h ?\\d\\d", {"h": ({"#"}, {""}), "h#": ({""}, {""})}),
        ("(9|nine) to", {"9": ({"to"}, {""}), "nine": ({"to"}, {""})}),
        ("<number>\\b", {"#": ({"", "#"}, {"", "#"})}),
        ("^sondaggio", None),
        (r"(\w+ )?online", None),
        ("<money> al mese", None),
    ],
)
def test_the_first_words_of_a_phrase(phrase, expected):
    assert told(phrase) == expected


def test_common_words_with_anything_behind_open_in_most_ads():
    assert common(openings(to_regex("(in|on) ... timezone")))
    assert common(openings(to_regex("<number>")))
    assert not common(openings(to_regex("in timezone")))
    assert not common(openings(to_regex("turn*")))


def test_figures_with_anything_behind_are_told():
    assert begins_with_figures(openings(to_regex("<number> righe")))
    assert begins_with_figures(openings(to_regex("(9|nove)\\b")))
    assert not begins_with_figures(openings(to_regex("(9|nine) to")))
