"""Terms of many texts, counted."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from classifier.bulk_terms import WordTable, count_terms
from classifier.terms import word_parts
from classifier.words import ngrams

WORDS = {"ab": 0, "ab cd": 1, "cd": 2, "cd cd": 3, "cd ab": 4}
PARTS = {" ab ": 0, " abc": 1, "bcab": 2, "cabc": 3, "abca": 4}


def counted(matrix, columns):
    names = list(columns)
    return [{names[at]: row[at] for at in range(len(names)) if row[at]} for row in matrix.toarray().tolist()]


@given(st.lists(st.lists(st.sampled_from(["ab", "cd", "abc", "abcabcab", "zz"]), max_size=7), max_size=4))
def test_words_pairs_and_parts_are_counted_as_listed(texts):
    """As often as `ngrams` and `word_parts` list them, in each text for itself."""
    words, parts = WordTable(WORDS, PARTS).count(texts)
    joined = [" ".join(text) for text in texts]

    assert counted(words, WORDS) == [{t: n for t, n in Counter(ngrams(text)).items() if t in WORDS} for text in joined]
    assert counted(parts, PARTS) == [
        {t: n for t, n in Counter(word_parts(text)).items() if t in PARTS} for text in joined
    ]


def test_listed_terms_are_counted():
    found = count_terms({"x": 0, "y": 1}, [["x", "z", "x"], [], ["y"]])

    assert found.toarray().tolist() == [[2, 0], [0, 0], [0, 1]]
