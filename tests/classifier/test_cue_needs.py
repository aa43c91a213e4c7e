"""What a text must hold for a phrase to stand in it."""

import pytest

from classifier.cue_needs import needs, rarity
from classifier.cue_notation import to_regex


def told(phrase):
    return [tuple(sorted(words) for words in need[:3]) for need in needs(to_regex(phrase))]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("full time", [([], ["full"], ["time"])]),
        ("turn*", [(["turn*"], [], [])]),
        ("part ?time", [(["parttime"], ["part"], ["time"])]),
        ("rispett* ... orari", [(["rispett*"], [], []), (["orari"], [], [])]),
        ("<number>", [(["#"], [], [])]),
        ("^sondaggio", [(["*sondaggio"], [], [])]),
        (r"\w+", []),
    ],
)
def test_only_what_is_certain_is_needed(phrase, expected):
    assert sorted(told(phrase)) == sorted(expected)


def test_the_rarer_of_two_neighbours_calls():
    """A word that stands in every ad calls nobody when the other is rare."""
    (need,) = needs(to_regex("orario rigido"))

    assert need.callers == {"rigido"}
    assert rarity("rigido") > rarity("orario")
