"""Terms and their weights."""

import math

import pytest

from classifier.packed import pack
from classifier.weights import Block, Term, pick, total, weight

NAMES = ["agenda", "agenda e", "agenda posta", "agendare", "posta"]
BLOCK = {"terms": NAMES, "idf": [1.0, 2.0, 3.0, 4.0, 5.0], "weights": [[1.0] * 5, [0.0] * 5, [0.5] * 5, [-1.0] * 5]}


def test_packed_weights_are_the_same():
    """Terms by lines, numbers as base64; and back."""
    packed = {
        "terms": "\n".join(NAMES), "idf": pack(BLOCK["idf"]), "weights": [pack(row) for row in BLOCK["weights"]]
    }  # fmt: skip
    for block in (Block(BLOCK), Block(packed), Block(Block(packed).to_dict())):
        assert block.names == NAMES
        assert block.numbers(1) == (4.0, (2.0, 0.0, 1.0, -2.0))


def test_a_term_is_one_object_however_it_is_found():
    """So that its count is one."""
    block = Block(BLOCK)

    assert block.find("agenda posta") is block.term(2)
    assert block.column("agenda posta") == block.pairs("agenda")["posta"] == 2
    assert block.find("posta e") is block.column("posta e") is None
    assert block.column("agend") is block.column("zeta") is None


def test_all_pairs_of_a_word_and_no_other():
    """Not those of words that begin alike."""
    assert list(Block(BLOCK).pairs("agenda")) == ["e", "posta"]
    assert Block(BLOCK).pairs("posta") == Block(BLOCK).pairs("zeta") == {}


def test_names_lose_the_mark_of_their_block():
    """A word of the title explains as the word does; what says nothing does not."""
    block = Block({"terms": ["title:agenda", "title:ore"], "idf": [1.0, 1.0], "weights": [[0.0, 0.0]] * 4})
    first, second = block.find("title:agenda"), block.find("title:ore")

    assert ("agenda", True) == (first.name, first.shown)
    assert ("ore", False) == (second.name, second.shown)
    assert not Block(BLOCK, shown=False).find("posta").shown


def test_an_empty_block_has_no_terms():
    """And is in order."""
    block = Block({"terms": "", "idf": "", "weights": ["", "", "", ""]})

    assert (block.names, block.find("agenda"), block.ordered()) == ([], None, True)


def test_counts_weigh_less_and_less():
    """1 + ln count."""
    assert weight(1) == 1.0
    assert weight(7) == pytest.approx(1 + math.log(7))


def test_a_total_counts_each_term_once():
    """Whatever their counts are."""
    terms = [Term("a", 1.0, (1.0, 2.0, 3.0, 4.0), shown=True), Term("b", 4.0, (0.0, 0.5, 0.0, -4.0), shown=True)]

    assert total(terms) == (5.0, (1.0, 2.5, 3.0, 0.0))
    assert [pick(terms[0].added, at) for at in range(4)] == [1.0, 2.0, 3.0, 4.0]
