"""Stores of older versions."""

import sqlite3

import pytest

from crawler.ad import Ad
from crawler.store import open_store, schema
from crawler.store.migrations import MIGRATIONS

VERSION_1 = """
CREATE TABLE schema_version (version INTEGER NOT NULL PRIMARY KEY, applied_at VARCHAR(32) NOT NULL);
CREATE TABLE ads (id INTEGER NOT NULL PRIMARY KEY, source VARCHAR(80) NOT NULL, identifier VARCHAR(500) NOT NULL, url TEXT NOT NULL,
  attribution TEXT NOT NULL, status VARCHAR(16) NOT NULL, status_reason VARCHAR(80) NOT NULL, first_seen VARCHAR(32) NOT NULL,
  last_seen VARCHAR(32) NOT NULL, version_id INTEGER, CONSTRAINT ads_identity UNIQUE (source, identifier));
CREATE TABLE versions (id INTEGER NOT NULL PRIMARY KEY, ad_id INTEGER NOT NULL REFERENCES ads (id) ON DELETE CASCADE,
  content_hash VARCHAR(64) NOT NULL, seen_at VARCHAR(32) NOT NULL, title TEXT NOT NULL, description TEXT NOT NULL,
  hiring_organization TEXT NOT NULL, employment_type JSON NOT NULL, base_salary JSON, pay_raw TEXT NOT NULL, job_location TEXT NOT NULL,
  job_location_type VARCHAR(32) NOT NULL, date_posted VARCHAR(40), date_posted_raw TEXT NOT NULL, valid_through VARCHAR(40),
  valid_through_raw TEXT NOT NULL, category TEXT NOT NULL, language VARCHAR(16) NOT NULL);
CREATE TABLE runs (id INTEGER NOT NULL PRIMARY KEY, source VARCHAR(80) NOT NULL, started_at VARCHAR(32) NOT NULL, finished_at VARCHAR(32),
  verdict VARCHAR(16) NOT NULL, ads_seen INTEGER NOT NULL, ads_new INTEGER NOT NULL, ads_changed INTEGER NOT NULL, requests INTEGER NOT NULL,
  note TEXT NOT NULL);
CREATE TABLE sightings (ad_id INTEGER NOT NULL REFERENCES ads (id) ON DELETE CASCADE, run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  PRIMARY KEY (ad_id, run_id));
CREATE TABLE readings (version_id INTEGER NOT NULL PRIMARY KEY REFERENCES versions (id) ON DELETE CASCADE, reader VARCHAR(64) NOT NULL,
  in_search BOOLEAN NOT NULL, label VARCHAR(32), confidence FLOAT, language VARCHAR(8), pay_min FLOAT, pay_max FLOAT, currency VARCHAR(8),
  pay_unit VARCHAR(24), pay_kind VARCHAR(16), basis VARCHAR(16), eur_min FLOAT, eur_max FLOAT, tier VARCHAR(1), rate_date VARCHAR(10),
  skill_level INTEGER, skills JSON, indicators JSON, evidence JSON);
INSERT INTO schema_version VALUES (1, '2026-01-01T00:00:00+00:00');
INSERT INTO ads VALUES (1, 's', '1', 'https://s.test/1', '', 'open', '', '2026-01-01T00:00:00+00:00', '2026-01-01T00:00:00+00:00', 1);
INSERT INTO versions VALUES (1, 1, 'old', '2026-01-01T00:00:00+00:00', 'Title', 'Text.', '', '[]', NULL, '', '', '', NULL, '', NULL, '', '', '');
INSERT INTO runs VALUES (1, 's', '2026-01-01T00:00:00+00:00', '2026-01-01T00:01:00+00:00', 'ok', 1, 1, 0, 2, '');
INSERT INTO sightings VALUES (1, 1);
"""


@pytest.fixture
def old(tmp_path):
    file = tmp_path / "ads.sqlite"
    with sqlite3.connect(file) as connection:
        connection.executescript(VERSION_1)
    return file


def columns(file):
    with sqlite3.connect(file) as connection:
        return {
            table.name: {row[1] for row in connection.execute(f"pragma table_info({table.name})")}
            for table in schema.metadata.sorted_tables
        }


def test_an_old_store_is_brought_up_to_date(old, tmp_path):
    """Its ads stay, its tables are those of a fresh store, and crawling goes on."""
    store = open_store(str(old))
    open_store(str(tmp_path / "fresh.sqlite"))

    assert columns(tmp_path / "fresh.sqlite") == columns(old)
    assert store.count_ads() == {"s": 1}
    assert store.past("s").usual == (1,)
    counts = store.save(
        store.start_run("s"),
        [Ad("s", "https://s.test/1", "1", "Title", "Text."), Ad("s", "https://s.test/2", "2", "t", "d")],
    )
    assert (counts.new, counts.changed) == (1, 1)


def test_a_migration_that_was_killed_goes_on(old):
    """Half a step done, the step is begun again and completes."""
    with sqlite3.connect(old) as connection:
        connection.execute("ALTER TABLE ads ADD COLUMN missing INTEGER NOT NULL DEFAULT 0")

    open_store(str(old))

    assert "changed" in columns(old)["versions"]
    with sqlite3.connect(old) as connection:
        assert connection.execute("select max(version) from schema_version").fetchone() == (schema.VERSION,)


def test_every_version_has_its_step():
    """No version is skipped."""
    assert list(MIGRATIONS) == list(range(2, schema.VERSION + 1))


def test_readings_of_before_know_no_hours(old):
    """The column comes empty: a new reader fills it in."""
    with sqlite3.connect(old) as connection:
        connection.execute("INSERT INTO readings (version_id, reader, in_search) VALUES (1, 'old', 1)")

    open_store(str(old))

    with sqlite3.connect(old) as connection:
        assert connection.execute("select version_id, hours_week from readings").fetchall() == [(1, None)]


def test_readings_of_before_know_no_fees(old):
    """The columns come empty, which is not `none`: whether money is asked was not read."""
    with sqlite3.connect(old) as connection:
        connection.execute("INSERT INTO readings (version_id, reader, in_search) VALUES (1, 'old', 1)")

    open_store(str(old))

    with sqlite3.connect(old) as connection:
        found = connection.execute("select fee_kind, fee_min, fee_max, fee_currency from readings").fetchall()
        assert found == [(None, None, None, None)]


def test_labels_of_before_were_not_drawn(old):
    """The reader's doubt chose their ads: they are no sample."""
    open_store(str(old)).give_label(1, "out_of_scope", "anna", drawn=True)
    with sqlite3.connect(old) as connection:
        connection.execute("ALTER TABLE labels DROP COLUMN drawn")
        connection.execute("DELETE FROM schema_version WHERE version >= 7")

    store = open_store(str(old))

    assert [("out_of_scope", False)] == [(row.label, row.drawn) for row in store.labelled()]
    assert store.drawn_labels() == {}
