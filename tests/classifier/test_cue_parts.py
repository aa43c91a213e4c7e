"""Patterns taken apart: how each can be read, part by part."""

import pytest

from classifier.cue_notation import to_regex
from classifier.cue_parts import parts

READINGS = [
    ("full time", [{"full"}, {"time"}]),
    ("part ?time", [{"parttime", "part time"}]),
    ("orari (fiss[oi]|rigidi)", [{"orari"}, {"fisso", "fissi", "rigidi"}]),
    ("turn*", [{"turn~"}]),
    ("calls?", [{"call", "calls"}]),
    ("nell'ufficio", [{"nellufficio", "nell ufficio"}]),
    ("(un |una )*mese", [{"un * mese", "una * mese", "mese"}]),
    ("rispett* ... orari", [{"rispett~"}, {"orari", "* orari"}]),
    ("dalle <number>", [{"dalle"}, {"#", "# #", "# # #", "# # # #*"}]),
    ("^sondaggio", [{"*sondaggio"}]),
    ("a\\.m\\.", [{"a"}, {"m"}, {"*"}]),
    ("1099", [{"1099"}]),
    ("[1-3]h", [{"1h", "2h", "3h"}]),
]


@pytest.mark.parametrize(("phrase", "expected"), READINGS)
def test_a_phrase_is_read_part_by_part(phrase, expected):
    assert parts(to_regex(phrase)) == expected


def test_alternatives_without_a_bracket_are_one_part():
    assert parts(r"\b(?:uno due|tre)\b") == [{"uno due", "tre"}]


def test_a_part_with_too_many_readings_is_told_in_two():
    """What stands before and what stands behind are still told, not together."""
    many = "|".join(f"{letter}{other}" for letter in "abcdefghi" for other in "klmnopqr")

    first, second = parts(rf"\b(?:({many})(xa|xb|xc))\b")
    assert "ak*" in first
    assert second == {"*xa", "*xb", "*xc"}
