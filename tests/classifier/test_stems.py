"""Words, their stems, and known phrases word by word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.stems import first_steps, spaced, stem


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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"canva+ e c+d", [b"canva+", b"e", b"c", b"d"]),
        (b"3+ years, c++ + d+", [b"3+", b"years", b"c", b"d+"]),
        (b"+39 a+,b+\n", [b"39", b"a", b"b+"]),
        (b"a+\nb", [b"a", b"b"]),
    ],
)
def test_a_plus_at_the_end_belongs_to_the_word(text, words):
    assert spaced(text).split() == words


@given(st.text(alphabet="ab9+ \n-é€").map(lambda text: text.encode("cp1252")))
def test_words_stay_where_they_are(text):
    """Whatever is no word becomes a blank, byte by byte."""
    words = re.compile(rb"[a-z0-9]+(?:\+(?= |$))?").finditer(text)

    assert [(found.start(), found.group()) for found in words] == [
        (found.start(), found.group()) for found in re.finditer(rb"\S+", spaced(text))
    ]
    assert len(spaced(text)) == len(text)


def test_the_steps_of_phrases_meet_and_part():
    """Phrases that begin alike share their first steps; what one stands for twice is told once."""
    first = first_steps([("social media", 1), ("social media manager", 2), ("manager", 3), ("managers", 3), ("-", 4)])
    media = first["social"].onward["medi"]

    assert list(first) == ["social", "manager"]
    assert (first["social"].values, media.values, media.onward["manager"].values) == ([], [1], [2])
    assert first["manager"].values == [3]
