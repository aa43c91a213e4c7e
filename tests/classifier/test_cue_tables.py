"""The tables of the prefilter, kept between runs."""

import json

import pytest

from classifier import cue_tables
from classifier.cue_tabulate import tabulate

REGEXES = [r"\b(?:orari[a-z]*)\b", r"\b(?:turni)\b"]


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setenv("VERAVA_CACHE_DIR", str(tmp_path))
    return tmp_path / "cues.json"


def made():
    return tabulate(REGEXES)


def test_they_are_made_once(file, monkeypatch):
    """The second time they are read."""
    assert cue_tables.load_tables(REGEXES) == made()
    monkeypatch.setattr(cue_tables, "tabulate", lambda _: pytest.fail("made anew"))

    assert cue_tables.load_tables(REGEXES) == made()


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", "[1]", '["x", 1, 2]', "null", "7"])
def test_what_is_damaged_or_old_is_made_anew(file, content):
    file.write_text(content)

    assert cue_tables.load_tables(REGEXES) == made()
    assert len(json.loads(file.read_text())) == 7


def test_another_lexicon_is_another_table(file):
    cue_tables.load_tables(REGEXES[:1])

    assert cue_tables.load_tables(REGEXES) == made()


def test_other_titles_are_another_table(file):
    cue_tables.load_tables(REGEXES)

    assert cue_tables.load_tables(REGEXES, [0]) == tabulate(REGEXES, [0])


def test_without_a_place_to_keep_them_they_are_made(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("VERAVA_CACHE_DIR", str(tmp_path / "file" / "below"))

    assert cue_tables.load_tables(REGEXES) == made()
