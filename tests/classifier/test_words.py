"""Words and n-grams."""

from hypothesis import example, given
from hypothesis import strategies as st

from classifier.words import find_term, masked, ngrams, words, words_between


def test_words_drop_addresses_and_write_digits_as_zero():
    """Masks, addresses and figures do not become words of their own."""
    text = "Perché 9.00-18? Scrivi a [email], https://e.test/x o mia@e.test: 1.500 €"

    assert ["perche", "00", "00", "scrivi", "000"] == [word for word in words(text) if word != "mia"]


def test_ngrams_are_words_and_pairs():
    """Single words first, then neighbours."""
    assert ngrams("Cerco una VA") == ["cerco", "una", "va", "cerco una", "una va"]


@given(st.text())
def test_a_masked_text_keeps_every_offset(text):
    """One character in, one out; what is left are words and blanks."""
    plain = masked(text)

    assert len(plain) == len(text)
    assert plain.replace(" ", "").isalnum() or not plain.strip()


@given(st.text(alphabet="ab .-1@", max_size=40))
@example("@11@11")
def test_a_term_is_found_where_it_first_stands(text):
    """Every word and every pair of neighbours has its place, and at it stands what was looked for."""
    plain = masked(text)
    for term in ngrams(text):
        start, end = find_term(plain, term)
        assert term.split() == words(plain[start:end])
        assert not any(term == other for other in ngrams(plain[: end - 1]))


def test_what_stands_nowhere_has_no_place():
    """A part of a word is no word, and one-letter words part no neighbours."""
    plain = masked("assistente a ore, anche a Roma")

    assert find_term(plain, "assist") is None
    assert find_term(plain, "anche ore") is None
    assert find_term(plain, "assistente ore") == (0, 16)


def test_emails_are_dropped_and_nothing_else():
    """Also inside brackets; a lone sign is none."""
    assert words("scrivi a (mia@e.test), ok @ casa @nome") == ["scrivi", "ok", "casa", "nome"]


@given(st.text(alphabet="a \n\t.@[]/:w", max_size=30) | st.text(max_size=20))
@example("x[a]@a [a] https://a@a www.a")
@example("[a]b@c")
def test_noise_is_what_its_pattern_says(text):
    """Though only what stands around a sign is looked at."""
    from classifier.text import fold
    from classifier.words import _NOISE, _without_noise

    assert _without_noise(fold(text)) == _NOISE.sub(lambda match: " " * len(match.group()), fold(text))


@given(st.text(alphabet="ab @:/[]\nhtps.", max_size=30), st.integers(0, 30), st.integers(0, 30))
@example("Tipo:@a", 5, 7)
def test_words_between_are_those_of_the_piece(text, start, end):
    """Wherever it is cut."""
    start, end = sorted((min(start, len(text)), min(end, len(text))))

    assert words_between(text, start, end) == words(text[start:end])
