"""Texts are kept as long as the settings say."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from crawler.ad import Ad
from crawler.store import open_store
from crawler.store.schema import ads, readings, versions


@pytest.mark.parametrize(("days", "left"), [(29, True), (31, False)])
def test_texts_go_and_what_was_read_stays(address, bytes_of, days, left):
    """After the time set nothing of the text is in the files; label and title are."""
    store = open_store(address)
    store.save(
        store.start_run("s"),
        [Ad("s", "https://s.test/1", "1", "Title", "Unmistakable text.", hiring_organization="Annabianchi")],
    )
    version = next(store.unread("r"))[0].version_id
    store.write_readings(
        [{"version_id": version, "reader": "r", "in_search": True, "label": "x", "evidence": ["Unmistakable"]}]
    )
    with store.engine.begin() as connection:
        seen = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="seconds")
        connection.execute(update(ads).values(last_seen=seen))

    assert store.remove_texts(30) == (0 if left else 1)
    assert store.remove_texts(30) == 0
    assert store.count_unread("another reader") == left

    bytes_left = bytes_of(store)
    assert left == (b"Unmistakable" in bytes_left) == (b"Annabianchi" in bytes_left)
    with store.engine.connect() as connection:
        assert connection.execute(select(versions.c.title)).scalar_one() == "Title"
        assert connection.execute(select(readings.c.label)).scalar_one() == "x"
