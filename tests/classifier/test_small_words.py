"""The small words of both languages."""

from classifier.small_words import DOUBTFUL, ENGLISH, ITALIAN, SMALL_WORDS


def test_each_word_is_of_one_language():
    """They are folded, and of more than one letter."""
    assert set(SMALL_WORDS.values()) == {ITALIAN, ENGLISH, DOUBTFUL}
    assert all(word.isalpha() and word.islower() and len(word) > 1 for word in SMALL_WORDS)
    assert (SMALL_WORDS[b"della"], SMALL_WORDS[b"the"], SMALL_WORDS[b"con"]) == (ITALIAN, ENGLISH, DOUBTFUL)
