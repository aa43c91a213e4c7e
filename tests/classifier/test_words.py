"""Words and n-grams."""

from hypothesis import given
from hypothesis import strategies as st

from classifier.words import ngrams, word_spans, words


def test_words_drop_addresses_and_write_digits_as_zero():
    """Masks, addresses and figures do not become words of their own."""
    text = "Perché 9.00-18? Scrivi a [email], https://e.test/x o mia@e.test: 1.500 €"

    assert ["perche", "00", "00", "scrivi", "000"] == [word for word in words(text) if word != "mia"]


def test_ngrams_are_words_and_pairs():
    """Single words first, then neighbours."""
    assert ngrams("Cerco una VA") == ["cerco", "una", "va", "cerco una", "una va"]


@given(st.text())
def test_spans_agree_with_words(text):
    """The located words are the counted words, and each span lies in the text in order."""
    spans = word_spans(text)

    assert words(text) == [word for word, _, _ in spans]
    assert all(0 <= start < end <= len(text) for _, start, end in spans)
    assert sorted(spans, key=lambda span: span[1]) == spans


def test_emails_are_dropped_and_nothing_else():
    """Also inside brackets; a lone sign is none."""
    assert words("scrivi a (mia@e.test), ok @ casa @nome") == ["scrivi", "ok", "casa", "nome"]
