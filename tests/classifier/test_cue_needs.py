"""What a text must hold for a phrase to stand in it."""

import pytest

from classifier.cue_needs import later_needs, needs
from classifier.cue_notation import to_regex


def told(found):
    return {tuple(sorted(need)) for need in found}


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("turn*", {("turn*",)}),
        ("turni notturni", {("turni",), ("notturni",)}),
        ("rispett* ... protocoll*", {("rispett*",), ("protocoll*",)}),
        ("(captcha|ricopi*) a casa", {("captcha", "ricopi*")}),
        ("full time", set()),
        ("(turni|lavoro)", set()),
        ("<number>", set()),
        ("^sondaggio", {("*sondaggio",)}),
        (r"\w+", set()),
    ],
)
def test_only_what_is_certain_and_not_common_is_needed(phrase, expected):
    assert told(needs(to_regex(phrase))) == expected


def test_the_needs_behind_the_first_part_are_told_alone():
    assert told(later_needs(to_regex("turni notturni"))) == {("notturni",)}
