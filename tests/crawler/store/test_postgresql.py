"""A store on a server: opening, migrating, holding; and a crawl and a report by the commands that a user calls."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import inspect, select, text

from crawler.ad import Ad
from crawler.board import HOST, VISITS, Board, serve_board
from crawler.errors import BusyError, StoreError
from crawler.found import Batch, KnownPage
from crawler.store import open_store, schema
from crawler.store.schema import pages
from crawler.visit import Job, Shared, Visit

WITHOUT_DRIVER = """
import sys
sys.modules["psycopg"] = None
from crawler.errors import StoreError
from crawler.store import open_store
try:
    open_store("postgresql://anna:secret@127.0.0.1:1/ads")
except StoreError as error:
    print(error)
"""


@pytest.fixture
def url(new_schema):
    return new_schema()


@pytest.fixture
def verava(url):
    """Return a function that calls a command on the store and returns how it ended."""

    def call(*arguments, environment=None):
        command = [sys.executable, "-m", "verava", *arguments, "--store", url]
        return subprocess.run(
            command, env=os.environ | (environment or {}), capture_output=True, text=True, check=False
        )

    return call


def test_without_the_driver():
    """One line says what to install, and tells no password."""
    told = subprocess.run([sys.executable, "-c", WITHOUT_DRIVER], capture_output=True, text=True, check=True).stdout

    assert "pip install 'verava[postgresql]'" in told
    assert "secret" not in told
    assert told.count("\n") == 1


def test_no_server():
    """A server that is not there is named, in one line and without the password."""
    pytest.importorskip("psycopg")
    with pytest.raises(StoreError, match="cannot be opened: ") as error:
        open_store("postgresql://anna:secret@127.0.0.1:1/ads")

    assert "secret" not in str(error.value)
    assert "\n" not in str(error.value)


def test_many_open_a_new_store_together(url):
    """The tables are made once."""
    with ThreadPoolExecutor(8) as several:
        stores = list(several.map(open_store, [url] * 8))

    with stores[0].engine.connect() as connection:
        assert connection.execute(select(schema.schema_version.c.version)).scalars().all() == [schema.VERSION]


def test_an_old_store_is_brought_up_to_date(url):
    """From the tables of version 1: the ads stay, what is missing is added, crawling goes on."""
    store = open_store(url)
    store.save(store.start_run("s"), [Ad("s", "https://s.test/1", "1", "Title", "Text.")])
    with store.engine.begin() as connection:
        whole = columns(connection)
        for table in ("events", "pages", "hosts", "forgotten", "labels"):
            connection.execute(text(f"DROP TABLE {table}"))
        for table, column in (
            ("ads", "missing"), ("ads", "page_id"), ("versions", "changed"), ("runs", "complete"), ("runs", "coverage"),
            ("readings", "sectors"), ("readings", "hours_week"),
        ):  # fmt: skip
            connection.execute(text(f"ALTER TABLE {table} DROP COLUMN {column}"))
        connection.execute(text("UPDATE schema_version SET version = 1"))

    again = open_store(url)

    with again.engine.connect() as connection:
        assert whole == columns(connection)
    ads = [Ad("s", "https://s.test/1", "1", "Title", "Text."), Ad("s", "https://s.test/2", "2", "t", "d")]
    counts = again.save(again.start_run("s"), ads)
    assert (counts.new, counts.changed) == (1, 0)


def columns(connection):
    found = inspect(connection)
    return {table: {each["name"] for each in found.get_columns(table)} for table in found.get_table_names()}


def test_one_crawl_at_a_time(url):
    """Also one of another machine is told; the lock goes with the crawl, also when it was killed."""
    holder = (
        "import sys, time\nfrom crawler.store import open_store\n"
        "with open_store(sys.argv[1]).held():\n    print('held', flush=True)\n    time.sleep(60)"
    )
    store = open_store(url)
    process = subprocess.Popen([sys.executable, "-c", holder, url], stdout=subprocess.PIPE, text=True)
    process.stdout.readline()
    with pytest.raises(BusyError, match="another crawl is on") as error, store.held():
        pass
    assert error.value.exit_code == 4
    process.send_signal(signal.SIGKILL)
    process.wait()

    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            with store.held():
                return
        except BusyError:
            time.sleep(0.05)
    pytest.fail("the lock of a killed crawl is still held")


def test_what_sqlite_takes_and_a_server_does_not(url):
    """Hosts and addresses of any length; and NUL, which notes may quote from an answer."""
    store, host = open_store(url), f"{'a' * 60}.{'b' * 60}.{'c' * 60}.test"
    run = store.start_run(host)
    fits = f"https://{host}/{'x' * 1_800}"
    store.save_batch(run, host, Batch(known=(KnownPage(fits), KnownPage(f"https://{host}/{'y' * 5_000}"))))
    visit = Visit(Job(host), Shared(None, None, None, None, allow_private=False, reservations=None))
    visit.note("got \0 and \ud800")
    store.finish_run(run, "failed", note=visit.notes[0])

    with store.engine.connect() as connection:
        assert connection.execute(select(pages.c.url)).scalars().all() == [fits]
    assert store.last_runs()[0].note == "got \ufffd and ?"


def test_crawl_read_and_report(verava, url, tmp_path):
    """Two days of the sample board, then the report: as on a file."""
    for day in VISITS:
        with serve_board(Board(day)) as address:
            mirrored = {"VERAVA_MIRROR": address}
            done = verava("crawl", "--delay", "0", "--url", f"https://{HOST}/", environment=mirrored)
        assert done.returncode == 0, done.stderr
    report = verava("report", "-q", "--lang", "en", "--out", str(tmp_path / "report"))
    assert report.returncode == 0, report.stderr
    told = verava("status")

    assert "last good run" in told.stdout
    assert any((tmp_path / "report").rglob("*.html"))
    store = open_store(url)
    with store.engine.connect() as connection:
        read = connection.execute(select(schema.readings.c.label)).scalars().all()
    assert len(read) > 50
    statuses = store.count_by_status()[HOST]
    assert statuses["open"] > 50
    assert sum(statuses.values()) > statuses["open"]
