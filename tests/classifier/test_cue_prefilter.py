"""The prefilter: never is a phrase left out that stands in the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from classifier import cue_prefilter
from classifier.corpus import corpus_files, load_examples
from classifier.cue_lexicon import load_indicators
from classifier.cue_needs import needs
from classifier.cue_notation import compiled, to_bytes, to_regex
from classifier.cue_prefilter import Prefilter, tabulate
from classifier.text import fold

REGEXES = [to_regex(phrase) for indicator in load_indicators().values() for phrase in indicator.phrases]
EXAMPLES = load_examples(corpus_files())[::40]


TABLES = tabulate([needs(regex) for regex in REGEXES])


@pytest.fixture(scope="module")
def prefilter():
    return Prefilter(TABLES)


def missed(prefilter, text):
    data = to_bytes(fold(text))
    left_out = set(range(len(REGEXES))).difference(prefilter.candidates(data), TABLES.weak)
    return [REGEXES[index] for index in left_out if compiled(REGEXES[index]).search(data)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.id)
def test_no_phrase_of_an_ad_is_left_out(prefilter, example):
    assert missed(prefilter, example.text) == []


def small(phrases):
    return Prefilter(tables(phrases))


def tables(phrases):
    return tabulate([needs(to_regex(phrase)) for phrase in phrases])


PHRASES = [
    "full time",
    "part ?time",
    "turn* fissi",
    "<money> al mese",
    "a ... b",
    "(x|yz)+ w",
    "d'ufficio",
    "^ab",
    "24h",
]


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "full time part parttime turni turn fissi € 700 euro al mese a b x yz w d ufficio dufficio ab 24h 24 h".split()
        ),
        max_size=8,
    ),
    st.lists(st.sampled_from([" ", "-", "\n", "", " - ", "'", ".", "_", "9", "è"]), min_size=9, max_size=9),
)
def test_whatever_stands_between_words(chosen, between):
    data = to_bytes("".join(f"{word}{sign}" for word, sign in zip(chosen, between, strict=False)))
    found = {at for at, phrase in enumerate(PHRASES) if compiled(to_regex(phrase)).search(data)}

    assert found <= small(PHRASES).candidates(data).union(tables(PHRASES).weak)


def test_few_phrases_are_called():
    """Words in another order, or only some of them, call nobody."""
    table = small(["orari fissi", "sede di lavoro", "turnazione"])

    assert table.candidates(b"gli orari sono fissi, il lavoro ha sede a roma") == set()
    assert table.candidates(b"turnazione, orari fissi") == {0, 2}
    assert table.candidates(b"") == set()


def test_a_phrase_of_common_words_is_weak():
    """What it needs stands in most ads."""
    assert tables(["<number>", r"\w+", "a", "turnazione"]).weak == [0, 1, 2]


def test_the_table_of_words_does_not_grow_without_end(monkeypatch):
    monkeypatch.setattr(cue_prefilter, "REMEMBERED", 50)
    table = small(["orari fissi"])
    for number in range(300):
        word = "".join(chr(97 + int(digit)) for digit in str(number))
        assert table.candidates(f"{word} orari fissi".encode()) == {0}

    assert len(table._words) <= 50
