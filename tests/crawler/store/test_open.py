"""Opening a store."""

import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from crawler.errors import StoreError
from crawler.store import open_store, schema


def test_a_fresh_store_has_the_schema_and_wal(tmp_path):
    """A new file is of the newest schema, in WAL mode."""
    file = tmp_path / "new folder" / "ads.sqlite"
    open_store(str(file))

    with sqlite3.connect(file) as connection:
        assert [(schema.VERSION,)] == connection.execute("select max(version) from schema_version").fetchall()
        assert [("wal",)] == connection.execute("pragma journal_mode").fetchall()


def test_opening_again_keeps_the_ads(tmp_path):
    """A store is not touched by being opened."""
    url = f"sqlite:///{tmp_path / 'ads.sqlite'}"
    open_store(url).start_run("board")

    assert len(open_store(url).last_runs()) == 1


def test_a_newer_store_is_refused(tmp_path):
    """A store that a newer VeraVA wrote is left alone."""
    file = tmp_path / "ads.sqlite"
    open_store(str(file))
    with sqlite3.connect(file) as connection:
        connection.execute("insert into schema_version values (999, 'later')")

    with pytest.raises(StoreError, match="schema 999, this VeraVA knows up to"):
        open_store(str(file))


@pytest.mark.parametrize("url", ["nosuch://x", "sqlite://:::", "mysql+nosuch://u:p@h/d"])
def test_a_bad_address_is_one_line(url):
    """An address that is none is named, and its password is not."""
    with pytest.raises(StoreError) as error:
        open_store(url)

    assert "\n" not in str(error.value)


def test_a_file_that_is_no_database(tmp_path):
    """A file of something else is named, not overwritten."""
    file = tmp_path / "ads.sqlite"
    file.write_text("not a database, but a text that someone may need" * 100)

    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(str(file))
    assert file.read_text().startswith("not a database")


WRITER = """
import sys
from crawler.ad import Ad
from crawler.store import open_store
store = open_store(sys.argv[1])
run = store.start_run("board")
for i in range(100000):
    store.save(run, [Ad("board", f"https://e.test/{i}-{j}", f"{i}-{j}", "t", "d") for j in range(20)])
    print(i, flush=True)
"""


def test_a_kill_loses_no_stored_ad(tmp_path):
    """Whatever was acknowledged before `kill -9` is there, whole batches only, and the store goes on."""
    file = tmp_path / "ads.sqlite"
    for moment in (0.0, 0.05, 0.2):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(file)], stdout=subprocess.PIPE, text=True, env={**os.environ}
        )
        lines = [process.stdout.readline()]
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
        lines += process.stdout.read().splitlines()
        process.wait()
        acknowledged = int(lines[-1]) + 1

        store = open_store(str(file))
        stored = store.count_ads()["board"]
        assert stored >= acknowledged * 20
        assert stored % 20 == 0
        with sqlite3.connect(file) as connection:
            assert connection.execute("pragma integrity_check").fetchone() == ("ok",)


def test_a_store_that_is_only_read_is_not_made(tmp_path):
    """Where nothing was crawled yet, a command that reads says so and leaves no empty file behind."""
    file = tmp_path / "none.sqlite"

    with pytest.raises(StoreError, match=r"no store at .*none.sqlite yet; `verava crawl`"):
        open_store(str(file), create=False)

    assert not file.exists()
