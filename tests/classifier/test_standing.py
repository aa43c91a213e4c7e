"""What stands in a text, and what it adds."""

import math

import pytest

from classifier.standing import Standing
from classifier.weights import Term
from classifier.word_table import Word


def term(name, count, square=1.0):
    found = Term(name, square, (1.0, -1.0, 0.0, 0.5), shown=True)
    found.count = count
    return found


def standing(**terms):
    found = Standing()
    for name, values in terms.items():
        getattr(found, name).extend(values)
    return found


def test_each_block_has_unit_length():
    """One term alone adds its weight, whatever its count; two share."""
    assert standing(terms=[term("agenda", 3)]).add_up() == pytest.approx((1.0, -1.0, 0.0, 0.5))
    both = standing(terms=[term("agenda", 1), term("posta", 1)], head=[term("ore", 2)]).add_up()
    assert both[0] == pytest.approx(2 / math.sqrt(2) + 1)


def test_a_part_of_two_words_counts_for_both():
    """(1 + ln count) × idf, not once a word."""
    shared, own = term("agen", 0), term("enda", 0)
    words = [Word(name, 0.0, (0.0,) * 4, parts) for name, parts in (("agenda", [shared, own]), ("agente", [shared]))]
    words[0].count, words[1].count = 1, 2
    found = standing(words=words)

    values = [1 + math.log(3), 1.0]
    assert found.add_up()[0] == pytest.approx(sum(values) / math.hypot(*values))
    assert (shared.count, own.count) == (0, 0)


def test_what_adds_little_is_not_shown():
    """Of words, with what the title adds to them; a term of the title that stands nowhere in the text is none."""
    small = Term("posta", 1.0, (0.01, 0.0, 0.0, 0.0), shown=True)
    small.count = 1
    found = standing(terms=[term("agenda", 1), small], title=[term("posta", 1), term("altro", 1)])
    found.add_up()

    assert found.shown(0) == pytest.approx({"agenda": 1 / math.sqrt(2), "posta": 1.01 / math.sqrt(2)})
    assert found.shown(1) == {}


def test_counts_are_put_back():
    """Also those of parts, when the text was broken off."""
    part = term("agen", 4)
    word = Word("agenda", 1.0, (0.0,) * 4, [part])
    word.count = 2
    found = standing(words=[word], terms=[word, term("e posta", 1)], title=[term("agenda", 1)])
    found.add_up()
    found.clear()

    assert [each.count for each in (word, *found.terms, *found.title, part)] == [0, 0, 0, 0, 0]
