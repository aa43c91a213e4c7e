"""Finding phrases word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier import stems
from classifier.stems import StemTable, read_words, stem
from classifier.text import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [("agenda", "agende"), ("appuntamento", "appuntamenti"), ("email", "emails"), ("website", "websites")],
)
def test_number_and_gender_do_not_matter(one, other):
    """Singular and plural, Italian and English, have one stem."""
    assert stem(one) == stem(other)


def test_short_words_are_kept_whole():
    """CRM, post and pasta stay apart from their neighbours."""
    assert ["crm", "post", "past"] == [stem(word) for word in ("crm", "post", "past")]


def test_the_longest_phrase_wins():
    """A phrase within a longer one is not found on its own."""
    table = StemTable([("social media", 1), ("social media manager", 2), ("manager", 3)])

    assert [(0, 3, [2]), (5, 1, [3])] == list(table.find(read_words("Social media managers, e un manager")))


def test_one_phrase_may_stand_for_several_things():
    """All that a phrase stands for is given."""
    table = StemTable([("resi", "a"), ("resi", "b")])

    assert [(1, 1, ["a", "b"])] == list(table.find(read_words("gestione resi")))


def test_a_plus_at_the_end_belongs_to_the_word():
    assert read_words("Canva+ e c+d").words == ["canva+", "e", "c", "d"]


def test_the_stems_kept_do_not_grow_without_end(monkeypatch):
    monkeypatch.setattr(stems, "REMEMBERED", 3)
    table = stems._Stems()

    assert [table[word] for word in ("agende", "fatture", "email", "riga", "agende")] == [
        stem(word) for word in ("agende", "fatture", "email", "riga", "agende")
    ]
    assert len(table) <= 3


@given(st.text())
def test_words_lie_in_the_text(text):
    """Every word has its place, whatever the text."""
    read = read_words(text)

    assert [fold(text)[start:end] for start, end in zip(read.starts, read.ends, strict=True)] == read.words
    assert len(read.stems) == len(read.words)


@given(st.text(alphabet="ab+ \n-", max_size=30), st.integers(0, 40))
def test_words_of_a_piece_are_those_of_the_piece_alone(text, length):
    """From the second line on, up to any place, be it within a word."""
    first = text.find("\n") + 1
    piece, alone = read_words(text).within(first, first + length), read_words(text[first : first + length])

    assert (piece.words, piece.stems) == (alone.words, alone.stems)
    assert piece.starts == [first + place for place in alone.starts]
    assert piece.ends == [first + place for place in alone.ends]
