"""The words of an ad and what they say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.cue_notation import to_bytes
from classifier.known_words import ROLE, SKILL, TOPIC, TextWords, Vocabulary, read_words
from classifier.phrase_files import skill_rows
from classifier.text import fold

SOME = ["social media", "Manager", "Excel+", "c+d", "front  office", "é", " ", "\n", "-", "+", "data", "entry", "the"]


def _found(text, kind):
    return [text[start:end] for _, _, start, end, _ in read_words(text).find(kind)]


def test_the_longest_phrase_wins():
    """A phrase within a longer one is not found on its own; signs and blanks between its words do not matter."""
    assert _found("Social -  media managers, o un recruiter", ROLE) == ["Social -  media managers", "recruiter"]


def test_each_kind_has_its_phrases():
    """One word may begin phrases of several kinds."""
    text = "Data entry e front office"

    assert _found(text, ROLE) == _found(text, TOPIC) == ["Data entry", "front office"]
    assert _found(text, SKILL) == ["Data entry"]


def test_a_phrase_stands_for_all_that_it_names():
    """The numbers are those of the file; endings do not matter."""
    rows = skill_rows()
    numbers = read_words("fatture elettroniche").find(SKILL)[0][4]

    assert {rows[number]["id"] for number in numbers} == {"bk.invoicing"}


def test_neighbours_are_words():
    """What stands between words is none."""
    words = read_words("Io - uso  Excel, sempre")
    place = words.pieces.index(b"excel")

    assert (words.before(place), words.behind(place)) == (b"uso", b"sempre")
    assert (words.before(0), words.behind(len(words.pieces) - 1)) == (b"", b"")


def test_the_words_of_the_language_are_kept():
    """All words are counted, the small ones told."""
    words = read_words("Con il cliente: the agenda di chi?")

    assert (words.small, words.count) == ([[b"il", b"di", b"chi"], [b"the"], [b"con"]], 7)


@given(st.lists(st.sampled_from(SOME), max_size=12).map("".join), st.integers(0, 60))
def test_the_words_of_a_piece_are_those_of_the_piece_alone(text, length):
    """From the second line on, up to any place, be it within a word."""
    first = text.find("\n") + 1
    data = to_bytes(fold(text))
    part, alone = TextWords(data).within(first, first + length), TextWords(data[first : first + length])

    above, own = TextWords(data[:first]).count, [word for word in alone.pieces if word]
    assert [word for word in part.pieces if word][above:] == own
    for kind in (TOPIC, SKILL, ROLE):
        assert [(start - first, end - first, values) for _, _, start, end, values in part.find(kind)] == [
            (start, end, values) for _, _, start, end, values in alone.find(kind)
        ]


@given(st.text())
def test_what_is_found_lies_in_the_text(text):
    """Every phrase has its place, whatever the text."""
    words = read_words(text)
    folded = fold(text)

    for kind in (TOPIC, SKILL, ROLE):
        for place, after, start, end, values in words.find(kind):
            assert folded[start:end].startswith(words.pieces[place].decode())
            assert folded[start:end].endswith(words.pieces[after - 1].decode())
            assert values


def test_the_words_kept_do_not_grow_without_end():
    vocabulary = Vocabulary(most=3)
    words = TextWords(b"agenda posta fatture uno due social media agenda", vocabulary)

    assert [start for _, _, start, _, _ in words.find(TOPIC)] == [0, 7, 13, 29, 42]
    assert len(vocabulary.meanings) <= 3
    assert len(vocabulary.stems) <= 3


@pytest.mark.parametrize("text", ["virtual " + "-" * 200_000, "virtual " * 60_000, "social - " * 50_000])
def test_hostile_text_takes_linear_time(text):
    """Half a megabyte of half phrases is read."""
    assert _found(text, SKILL) == []
