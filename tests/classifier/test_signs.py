"""Phrases that say how a skill or a role is meant."""

from classifier.signs import rules, standing


def test_each_is_told_with_its_list():
    """In the order of the files."""
    assert standing("senior, we help: excel is a plus") == [
        ("company", "we help"),
        ("nice", "a plus"),
        ("raise", "senior"),
    ]


def test_none_stands_in_a_text_without():
    assert standing("buongiorno a tutti") == []


def test_the_rules_are_those_of_the_files():
    assert "guards" in rules("matching.toml")
    assert "points" in rules("level.toml")
