"""Words that explain nothing."""

import pytest

from classifier.empty_words import EMPTY, says_something
from classifier.text import fold


@pytest.mark.parametrize("term", ["agenda", "agenda posta", "partita"])
def test_a_word_that_means_something_alone(term):
    assert says_something(term)


@pytest.mark.parametrize("term", ["ore", "della", "agenda e", "0000", "agenda 00", "lavoro", "the agenda"])
def test_a_word_that_does_not(term):
    """Short, a number, a function word or a stock word; in a pair, one such word is enough."""
    assert not says_something(term)


def test_empty_words_are_folded():
    """As the words are that they are compared with."""
    assert all(word == fold(word) for word in EMPTY)
