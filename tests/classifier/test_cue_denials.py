"""Words of denial: none is left out by which a denial can begin."""

import re

import pytest

from classifier.cue_denials import BEFORE, BEGINNINGS, BEHIND, DENIAL_AFTER, DENIAL_BEFORE, SHORTENED, denies
from classifier.cue_notation import compiled

BEFORE_TEXTS = (
    "non senza nessun nessuno nessuna niente zero mai neanche nemmeno neppure ne no not never without nor neither none "
    "don't dont doesn't doesnt isn't isnt aren't arent won't wont didn't didnt can't cant cannot wouldn't wouldnt anziche"
).split()
AFTER_TEXTS = [
    "non e", "non serve", "is not", "are never", "isn't", "isnt", "aren't", "arent", "not required", "non richiesti",
    "facoltativo", "optional",
]  # fmt: skip


@pytest.mark.parametrize("text", [*BEFORE_TEXTS, "rather than", "instead of", "invece di"])
def test_every_denial_of_what_stands_behind_begins_with_a_word_that_may(text):
    assert compiled(DENIAL_BEFORE).search(text.encode())
    word, apostrophe = re.match(r"(\w+)('?)", text).groups()

    assert denies(word.encode()) & (SHORTENED if apostrophe else BEHIND)
    assert text.encode().startswith(BEGINNINGS)


@pytest.mark.parametrize("text", AFTER_TEXTS)
def test_every_denial_of_what_stands_before_holds_a_word_that_may(text):
    assert compiled(DENIAL_AFTER).search(f" {text}".encode())
    assert any(denies(word) & BEFORE for word in re.findall(rb"\w+", text.encode()))


def test_most_words_deny_nothing():
    assert not any(denies(word) for word in b"orari fissi hours candid anno".split())
