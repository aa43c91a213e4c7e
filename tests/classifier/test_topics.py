"""Topics: what a text is about, and whether that lies within what can be done remotely for a business."""

import tomllib

import pytest

from classifier.topics import topic_features
from crawler.paths import data_path

IN = [
    "Segretaria: agenda, posta, front office e data entry",
    "Customer care via chat, ticket e resi",
    "Bookkeeping in QuickBooks, invoices and bank statements",
    "Translation and proofreading of a manuscript",
]
OUT = [
    "Infermiere per RSA: corsia, terapia, paziente",
    "Java, Spring Boot, Docker e microservizi",
    "Forklift, pallets, loading and unloading in the warehouse",
    "Agente plurimandatario Enasarco, zona di competenza, porta a porta",
    "Restaurant kitchen: cook, waiter, bartender",
]


@pytest.mark.parametrize("text", IN)
def test_business_support_lies_within(text):
    assert topic_features(text)["scope:out"] < 0.5


@pytest.mark.parametrize("text", OUT)
def test_other_trades_lie_outside(text):
    assert topic_features(text)["scope:out"] > 0.5


def test_values_lie_between_nought_and_one_and_do_not_grow_without_end():
    features = topic_features("segreteria agenda posta " * 500)
    assert all(0 <= value <= 1 for value in features.values())


def test_a_phrase_counts_only_as_a_whole():
    assert "topic:engineering" not in topic_features("manuale di linea e di disegno")
    assert "topic:engineering" in topic_features("addetti alla linea di produzione")


def test_a_text_about_nothing_has_no_topics():
    assert topic_features("") == {}
    assert topic_features("Buongiorno a tutti!") == {}


def test_every_topic_has_a_scope_and_words():
    for topic in tomllib.loads(data_path("lexicons", "topics.toml").read_text(encoding="utf-8")).values():
        assert topic["scope"] in {"in", "out"}
        assert len(topic["words"].split()) > 10
