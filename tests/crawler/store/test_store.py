"""Writing and reading the store."""

import dataclasses

import pytest
from sqlalchemy import func, select

from crawler.ad import Ad, BaseSalary
from crawler.errors import StoreError
from crawler.store import SaveCounts, open_store
from crawler.store.schema import ads, sightings, versions

AD = Ad("board", "https://e.test/1", "1", "Assistente", "Agenda.", base_salary=BaseSalary("EUR", 10, 12, "HOUR"))


@pytest.fixture
def store(address):
    return open_store(address)


def many(n, **changes):
    return [dataclasses.replace(AD, identifier=str(i), url=f"https://e.test/{i}", **changes) for i in range(n)]


def count(store, table):
    with store.engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def test_the_same_ads_again_change_nothing(store):
    """A second run stores no ad twice and no new version."""
    first = store.save(store.start_run("board"), many(120))
    second = store.save(store.start_run("board"), many(120))

    assert SaveCounts(120, 120, 0) == first
    assert SaveCounts(120, 0, 0) == second
    assert (120, 120, 240) == (count(store, ads), count(store, versions), count(store, sightings))


def test_a_changed_ad_gets_a_version(store):
    """A change is kept beside what stood before; the current version is the new one."""
    run = store.start_run("board")
    store.save(run, [AD])
    counts = store.save(run, [dataclasses.replace(AD, description="Agenda e posta.")])

    assert SaveCounts(1, 0, 1) == counts
    assert count(store, versions) == 2
    assert [row.fields["description"] for row in next(store.unread("r"))] == ["Agenda e posta."]


def test_one_identity_is_stored_once_a_batch(store):
    """A source that lists an ad twice gives one ad, as it stands last."""
    counts = store.save(store.start_run("board"), [AD, dataclasses.replace(AD, title="Altro")])

    assert counts == SaveCounts(1, 1, 0)
    assert next(store.unread("r"))[0].fields["title"] == "Altro"


def test_sources_do_not_mix(store):
    """The same identifier in two sources is two ads."""
    run = store.start_run("board")
    store.save(run, [AD, dataclasses.replace(AD, source="other")])

    assert {"board": 1, "other": 1} == store.count_ads()


def test_an_expired_ad_may_come_back(store):
    """An ad that says it is expired is expired, and open again when it no longer says so."""
    run = store.start_run("board")
    for expired, expected in ((True, "expired"), (False, "open")):
        store.save(run, [dataclasses.replace(AD, expired=expired)])
        with store.engine.connect() as connection:
            assert expected == connection.execute(select(ads.c.status)).scalar_one()


def test_structures_survive(store):
    """Structured pay comes back as it went in."""
    store.save(store.start_run("board"), [AD])

    assert dataclasses.asdict(AD.base_salary) == next(store.unread("r"))[0].fields["base_salary"]


def test_readings_are_per_reader(store):
    """What a reader has read is not offered to it again, but is to another; the newer reading stays."""
    store.save(store.start_run("board"), many(3))
    rows = [
        {"version_id": unread.version_id, "reader": "a", "in_search": True, "label": "x"}
        for unread in next(store.unread("a"))
    ]
    store.write_readings(rows)

    assert store.count_unread("a") == 0
    assert list(store.unread("a")) == []
    assert store.count_unread("b") == 3
    store.write_readings([{**row, "reader": "b"} for row in rows])
    assert (store.count_unread("b"), store.count_unread("a")) == (0, 3)


def test_a_new_version_is_unread(store):
    """A changed ad is read again."""
    run = store.start_run("board")
    store.save(run, [AD])
    store.write_readings([{"version_id": next(store.unread("a"))[0].version_id, "reader": "a", "in_search": True}])
    store.save(run, [dataclasses.replace(AD, title="Nuovo")])

    assert store.count_unread("a") == 1


def test_unread_comes_in_chunks(store):
    """Chunks cover all, each version once, also when nothing is written in between."""
    store.save(store.start_run("board"), many(25))

    seen = [unread.version_id for chunk in store.unread("a", chunk=10) for unread in chunk]

    assert sorted(set(seen)) == seen
    assert len(seen) == 25


def test_runs_tell_how_they_ended(store):
    """A run counts what it saw; an unfinished one says running."""
    done = store.start_run("board")
    store.save(done, many(2))
    store.finish_run(done, "partial", requests=4, note="403")
    store.start_run("board")

    newest, older = store.last_runs(2)

    assert ("running", None) == (newest.verdict, newest.finished_at)
    assert ("partial", 2, 2, 4, "403") == (older.verdict, older.ads_seen, older.ads_new, older.requests, older.note)


def test_a_damaged_store_is_one_line(store):
    """Tables that are missing, for reading and for writing: an error that names the store, no traceback."""
    with store.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE runs RENAME TO walks")

    for use in (store.last_runs, lambda: store.start_run("board")):
        with pytest.raises(
            StoreError, match=r"the store .*(ads\.sqlite|postgresql:.*) cannot be (read|written): .*\bruns\b"
        ) as error:
            use()
        assert "\n" not in str(error.value)
