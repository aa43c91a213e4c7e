"""The prefilter: never is a phrase left out that stands in the text, nor a place at which it begins."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from classifier.cue_notation import compiled, to_bytes, to_regex
from classifier.cue_phrase import Phrase
from classifier.cue_prefilter import Prefilter
from classifier.cue_tabulate import tabulate

PHRASES = [
    "full time",
    "part ?time",
    "turn* fissi",
    "<money> al mese",
    "a ... turni ... notte",
    "(x|yz)+ w",
    "d'ufficio",
    "^ab",
    "24h",
    "h ?<number> (b|fissi)",
    "(un |una )*mese",
    "p\\.? ?iva",
]
WORDS = (
    "full time part parttime turni turn fissi € 700 euro al mese a b x yz w d ufficio dufficio ab 24h 24 h h9 1,500 un una "
    "p iva notte"
).split()


def small(phrases, titles=(), most=1000):
    regexes = [to_regex(phrase) for phrase in phrases]
    tables = tabulate(regexes, titles)
    made = [Phrase(index, "x", regex, title_only=index in titles) for index, regex in enumerate(regexes)]
    for index, needs in tables.wanted.items():
        made[int(index)].want(needs)
    return Prefilter(tables, made, most), set(tables.weak)


def told(prefilter, data):
    """Return the places of phrases that may begin at some, and the numbers of those that may anywhere."""
    places = prefilter.places(data)
    begin = {
        (phrase.index, at)
        for phrase, at in zip(places.phrases, places.begin, strict=True)
        if phrase.wanted <= places.met
    }
    return begin, {phrase.index for phrase in places.called if phrase.wanted <= places.met}


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=8),
    st.lists(st.sampled_from([" ", "-", "\n", "", " - ", "'", ".", "_", "9", "è"]), min_size=9, max_size=9),
)
def test_whatever_stands_between_words(chosen, between):
    data = to_bytes("".join(f"{word}{sign}" for word, sign in zip(chosen, between, strict=False)))
    prefilter, weak = small(PHRASES)
    begin, anywhere = told(prefilter, data)
    for index, phrase in enumerate(PHRASES):
        if index not in weak | anywhere:
            found = compiled(to_regex(phrase)).finditer(data)
            assert {(index, match.start()) for match in found} <= begin


def test_few_phrases_are_told():
    """Words in another order, or only some of them, tell of none."""
    table, _ = small(["orari fissi", "sede di lavoro", "turnazione"])

    assert told(table, b"gli orari sono fissi, il lavoro ha sede a roma") == (set(), set())
    assert told(table, b"turnazione, orari fissi") == ({(2, 0), (0, 12)}, set())
    assert told(table, b"") == (set(), set())


def test_the_third_word_is_asked_too():
    table, _ = small(["sede di lavoro"])

    assert told(table, b"sede di roma, sede di lavoro") == ({(0, 14)}, set())


def test_what_is_wanted_elsewhere_must_stand_in_the_text():
    table, _ = small(["rispett* ... protocoll*"])

    assert told(table, b"rispetta gli orari") == (set(), set())
    assert told(table, b"rispetta sempre i protocolli") == ({(0, 0)}, set())


def test_the_places_of_a_phrase_come_in_their_order():
    table, _ = small(["(cosa offriamo|offriamo)"])
    places = table.places(b"cosa offriamo, offriamo")

    assert places.begin == [0, 5, 15]


def test_a_phrase_of_titles_is_told_only_there():
    table, _ = small(["infermier*"], titles=[0])

    assert told(table, b"infermiere e infermiera\ninfermieri") == ({(0, 0), (0, 13)}, set())


@pytest.mark.parametrize("most", [50, 5])
def test_the_table_of_words_does_not_grow_without_end(most):
    table, _ = small(["orari fissi"], most=most)
    for number in range(300):
        word = "".join(chr(97 + int(digit)) for digit in str(number))
        assert told(table, f"{word} orari fissi".encode()) == ({(0, len(word) + 1)}, set())

    assert len(table._words) <= most
