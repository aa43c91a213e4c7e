"""A store copied while a crawl writes is a store: whole batches, nothing torn (docs/crawling.md tells how to copy)."""

import contextlib
import dataclasses
import sqlite3
import threading

import pytest
from sqlalchemy import func, select

from crawler.ad import Ad
from crawler.store import open_store
from crawler.store.schema import ads, versions

AD = Ad("board", "https://e.test/1", "1", "Assistente", "Agenda.")
BATCH = 25


def by_backup(source, target):
    with contextlib.closing(sqlite3.connect(source)) as old, contextlib.closing(sqlite3.connect(target)) as new:
        old.backup(new, pages=5)


def by_vacuum(source, target):
    with contextlib.closing(sqlite3.connect(source)) as old:
        old.execute("VACUUM INTO ?", (str(target),))


@pytest.mark.parametrize("copy", [by_backup, by_vacuum])
def test_a_copy_made_while_ads_are_stored_is_whole(tmp_path, copy):
    """Every copy opens, is sound, and holds whole batches: each ad with its version."""
    source = tmp_path / "ads.sqlite"
    store = open_store(str(source))
    run, stop = store.start_run("board"), threading.Event()

    def write():
        number = 0
        while not stop.is_set():
            batch = [
                dataclasses.replace(AD, identifier=str(number + n), url=f"https://e.test/{number + n}")
                for n in range(BATCH)
            ]
            store.save(run, batch)
            number += BATCH

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            copy(source, tmp_path / f"copy{number}.sqlite")
    finally:
        stop.set()
        writer.join()

    for number in range(5):
        copied = open_store(str(tmp_path / f"copy{number}.sqlite"), create=False)
        with copied.engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
            stored = connection.execute(select(func.count()).select_from(ads)).scalar_one()
            assert stored % BATCH == 0
            assert connection.execute(select(func.count()).select_from(versions)).scalar_one() == stored
