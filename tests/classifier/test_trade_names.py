"""The names of other trades: spelt out in number and gender, and none of them business support."""

import re
import tomllib

import pytest

from classifier.trade_names import NO_TRADE, english_forms, italian_stems, spell, trade_names
from crawler.paths import data_path

FILE = tomllib.loads(data_path("lexicons", "trades.toml").read_text(encoding="utf-8"))
SUPPORT = """virtual_assistant executive_assistant personal_assistant secretary receptionist bookkeeper data_entry_clerk
copywriter translator transcriptionist social_media_manager customer_service_representative telemarketer recruiter
project_manager graphic_designer web_designer"""
SUPPORT_IT = """assistente_virtuale segretaria impiegata_amministrativa centralinista contabile traduttrice grafica
social_media_manager operatore_call_center addetto_alla_segreteria selezionatrice"""


def known(table, name):
    """Return whether the words or stems of `name` are those of a trade."""
    return any(words == list(name) and trade for words, trade in table.get(name[0], ()))


def test_both_languages_know_many_names():
    names = trade_names()

    assert sum(map(len, names.english.values())) > 8000
    assert sum(map(len, names.italian.values())) > 2500


@pytest.mark.parametrize("word", ["plumbers", "architetta", "nurse"])
def test_the_last_word_of_a_name_may_end_one(word):
    assert trade_names().may_end(word)


@pytest.mark.parametrize("word", ["head", "calendar", "agenda"])
def test_other_words_end_no_name(word):
    assert not trade_names().may_end(word)


def test_entries_are_written_as_the_head_of_the_file_says():
    words = [
        word for group, entry in FILE.items() if group != "words" for key in ("en", "it") for word in entry[key].split()
    ]

    assert [word for word in words if not re.fullmatch(r"(?:[a-z0-9_']|\([a-z0-9_|]+\))+", word)] == []


def test_every_group_names_its_place_in_isco():
    assert all(
        entry["isco"] and entry["en"].split() for group, entry in FILE.items() if group not in {"words", NO_TRADE}
    )


@pytest.mark.parametrize("name", list(spell(SUPPORT)), ids=" ".join)
def test_business_support_is_no_other_trade(name):
    assert not any(known(trade_names().english, form) for form in english_forms(name))


@pytest.mark.parametrize("name", list(spell(SUPPORT_IT)), ids=" ".join)
def test_italian_business_support_is_no_other_trade(name):
    assert not any(known(trade_names().italian, form) for form in italian_stems(name))


@pytest.mark.parametrize(
    ("one", "many"),
    [("fireman", "firewomen"), ("coach", "coaches"), ("bakery", "bakeries"), ("chef", "chefs"), ("boy", "boys")],
)
def test_english_names_have_a_plural(one, many):
    assert (many,) in english_forms([one])


@pytest.mark.parametrize(
    ("name", "form"),
    [("saldatore", "saldatrici"), ("psicologo", "psicologhe"), ("medico", "mediche"), ("cuoco", "cuoca")],
)
def test_italian_names_have_a_gender(name, form):
    assert set(italian_stems([form])) & set(italian_stems([name]))
