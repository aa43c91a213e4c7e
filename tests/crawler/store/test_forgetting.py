"""Forgetting an ad."""

import dataclasses

from crawler.ad import Ad
from crawler.found import Batch, FoundAd, ReadPage
from crawler.store import open_store

AD = Ad("s", "https://s.test/anna", "1", "Assistente di Anna Bianchi", "Studio Annabianchi, testo riconoscibile.")


def test_nothing_is_left(address, bytes_of):
    """Versions, readings, sightings and pages go; not even the bytes remain in the files of the store."""
    store = open_store(address)
    run = store.start_run("s")
    other = dataclasses.replace(AD, url="https://s.test/b", identifier="2", title="Altro", description="Altro.")
    for text in ("prima", "seconda"):
        changed = dataclasses.replace(AD, description=f"{AD.description} {text}")
        found = (FoundAd(changed, AD.url), FoundAd(other, other.url))
        store.save_batch(run, "s", Batch(found, (ReadPage(AD.url), ReadPage(other.url))))
        rows = [
            {"version_id": each.version_id, "reader": "r", "in_search": True, "evidence": [each.fields["description"]]}
            for each in next(store.unread("r"))
        ]
        store.write_readings(rows)

    assert store.forget(AD.url) == 1

    left = bytes_of(store)
    for trace in (b"Annabianchi", b"Anna Bianchi", b"s.test/anna", b"riconoscibile"):
        assert trace not in left
    assert store.count_ads() == {"s": 1}


def test_it_does_not_come_back(address):
    """A later crawl leaves the ad out; others of the source are stored."""
    store = open_store(address)
    assert store.forget(AD.url) == 0
    other = dataclasses.replace(AD, url="https://s.test/b", identifier="2")

    assert store.save(store.start_run("s"), [AD, other]).new == 1
    assert store.save(store.start_run("s"), [AD]).new == 0
