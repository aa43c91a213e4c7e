"""The table of words: what stands in a text is counted as the lists of terms have it."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from classifier.terms import word_parts
from classifier.weights import Block
from classifier.word_table import NEW, WordTable
from classifier.words import ngrams

WORDS = ["ab", "ab cd", "abcd", "cd", "cd ab", "cd cd"]
PARTS = [" ab ", " abc", "abca", "abcd", "bcab", "cabc"]


def block(names):
    return Block({"terms": names, "idf": [1.0] * len(names), "weights": [[0.0] * len(names)] * 4})


def counted(table, text):
    words, terms = [], []
    table.find(text, words, terms)
    parts = Counter(part.name for word in words for part in word.parts * word.count)
    found = {term.name: term.count for term in terms if term.square}
    for term in terms:
        term.count = 0
    return found, parts


@given(
    st.lists(st.lists(st.sampled_from(["ab", "cd", "abcd", "abcabcab", "zz"]), max_size=7), max_size=9),
    st.integers(0, 5),
)
def test_words_pairs_and_parts_are_counted_as_listed(texts, most):
    """As often as `ngrams` and `word_parts` list them, in each text for itself, the words new, known or forgotten."""
    table = WordTable(block(WORDS), block(PARTS), most)
    for text in texts:
        table.trim()
        assert len(table._table) <= most
        words, parts = counted(table, text)

        joined = " ".join(text)
        assert words == {term: count for term, count in Counter(ngrams(joined)).items() if term in WORDS}
        assert parts == {term: count for term, count in Counter(word_parts(joined)).items() if term in PARTS}


def test_a_word_that_is_no_longer_new_keeps_its_pairs():
    """And those alone that it begins."""
    table = WordTable(block(WORDS), block(PARTS))
    for _ in range(NEW):
        found, terms = [], []
        table.find(["cd", "ab"], found, terms)
        for term in terms:
            term.count = 0

    assert list(found[0].pairs) == ["ab", "cd"]
    assert list(found[1].pairs) == ["cd"]


def test_a_word_of_four_letters_is_a_part_of_its_own():
    """What the part adds is shown as what the word adds."""
    found = []
    WordTable(block(WORDS), block(PARTS)).find(["abcd", "ab"], found, [])

    assert [word.itself and word.itself.name for word in found] == ["abcd", None]
