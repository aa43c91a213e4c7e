"""Reading the stored ads."""

import dataclasses

import pytest
from sqlalchemy import select

from classifier.read_store import read_store, reader_name, to_item
from classifier.reader import Reader
from classifier.search import SearchTerms
from crawler.ad import Ad
from crawler.store import open_store
from crawler.store.schema import readings

AD = Ad(
    "s", "https://s.test/1", "1", "Assistente virtuale",
    "Orario 9-18 in esclusiva, 40 ore a settimana, 700 euro al mese. Gestione agenda e fatture.",
    date_posted="2026-10-02",
)  # fmt: skip
TERMS = SearchTerms(("assistente virtuale",))


@pytest.fixture
def store(tmp_path):
    store = open_store(str(tmp_path / "ads.sqlite"))
    other = dataclasses.replace(AD, url="https://s.test/2", identifier="2", title="Saldatore", description="Turni.")
    store.save(store.start_run("s"), [AD, other])
    return store


def rows(store):
    with store.engine.connect() as connection:
        return list(connection.execute(select(readings).order_by(readings.c.version_id)))


def test_what_is_searched_for_is_read_the_rest_is_noted(store, small_reader):
    """An ad outside the search terms has a row without a label, so that it is not looked at again."""
    told = []

    assert read_store(store, small_reader, TERMS, lambda done, total: told.append((done, total))) == 2
    found, outside = rows(store)
    assert (True, False) == (found.in_search, outside.in_search)
    assert (700, "EUR", "month") == (found.pay_min, found.currency, found.pay_unit)
    assert "fixed_hours" in found.indicators
    assert outside.label is outside.evidence is outside.fee_kind is None
    assert (found.fee_kind, found.fee_min) == ("none", None)
    assert told == [(2, 2)]


def test_money_asked_from_the_worker_is_kept(store, small_reader):
    """What for, both ends and the currency: the report counts it."""
    asking = "Si lavora da casa. Prima si versa una cauzione di 40-60 euro. Gestione agenda."
    store.save(
        store.start_run("s"), [dataclasses.replace(AD, identifier="3", url="https://s.test/3", description=asking)]
    )
    read_store(store, small_reader, TERMS)

    found = rows(store)[-1]
    assert (found.fee_kind, found.fee_min, found.fee_max, found.fee_currency) == ("deposit", 40, 60, "EUR")


def test_it_is_read_once_by_a_reader(store, small_reader):
    """A second call reads nothing; other terms, another model or a changed text read anew."""
    read_store(store, small_reader, TERMS)
    assert read_store(store, small_reader, TERMS) == 0

    assert read_store(store, small_reader, SearchTerms(())) == 2
    other = Reader(small_reader.scorer, small_reader.card | {"key": "another"})
    assert read_store(store, other, SearchTerms(())) == 2
    store.save(store.start_run("s"), [dataclasses.replace(AD, description="Altro testo: agenda.")])
    assert read_store(store, other, SearchTerms(())) == 1
    assert all(row.reader == reader_name(other, SearchTerms(())) for row in rows(store))


def test_a_stored_ad_is_composed_in_its_language():
    """Headings as the ad's words are; the day of publication chooses the exchange rate."""
    fields = {
        "id": 5,
        "title": "Virtual assistant",
        "description": "Calendar and mail for our small office.",
        "pay_raw": "$9/h",
        "date": "2026-10-02",
    }

    item = to_item(fields)
    assert item.text == "Virtual assistant\nPay: $9/h\n\nCalendar and mail for our small office."
    assert (5, "2026-10-02", False) == (item.id, item.date, item.plain)
