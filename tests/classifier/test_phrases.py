"""Finding phrases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.phrases import PhraseTable, stem, tokens


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
    table = PhraseTable([("social media", 1), ("social media manager", 2), ("manager", 3)])
    words = tokens("Social media managers, e un manager")

    assert [(0, 3, [2]), (5, 1, [3])] == list(table.find(words))


def test_one_phrase_may_stand_for_several_things():
    """All that a phrase stands for is given."""
    table = PhraseTable([("resi", "a"), ("resi", "b")])

    assert [(1, 1, ["a", "b"])] == list(table.find(tokens("gestione resi")))


@given(st.text())
def test_tokens_lie_in_the_text(text):
    """Every word has its place, whatever the text."""
    assert all(0 <= token.start < token.end <= len(text) for token in tokens(text))
