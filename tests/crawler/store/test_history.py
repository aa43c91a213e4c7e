"""What the runs before tell."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert

from crawler.store import open_store
from crawler.store.history import past_of
from crawler.store.schema import runs

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def past(address):
    """Return a function: rows of (hours ago, verdict, complete, seen, requests), oldest first → what they tell now."""
    store = open_store(address)

    def tell(*rows):
        with store.engine.begin() as connection:
            for hours, verdict, complete, seen, requests in rows:
                values = {"source": "s", "started_at": (NOW - timedelta(hours=hours)).isoformat(), "verdict": verdict,
                          "complete": complete, "ads_seen": seen, "requests": requests}  # fmt: skip
                connection.execute(insert(runs).values(**values))
            return past_of(connection, "s", NOW)

    return tell


def test_usual_counts(past):
    """The last five good and complete runs, newest first; limited, partial and empty ones do not count."""
    rows = [(100 - n, "ok", True, n, 1) for n in range(1, 8)]
    found = past(*rows, (9, "ok", False, 3, 1), (8, "partial", True, 4, 1), (7, "small", True, 2, 1))

    assert ((7, 6, 5, 4, 3), 2) == (found.usual, found.smaller)
    assert found.last_good == NOW - timedelta(hours=9)


def test_small_counts_only_just_before(past):
    """A small run is only compared with the next one."""
    assert past((9, "small", True, 2, 1), (8, "ok", True, 9, 1)).smaller is None


def test_calls_of_the_last_day(past):
    """Requests of 24 hours, failed runs included."""
    assert past((25, "ok", True, 1, 50), (23, "failed", True, 0, 3), (1, "ok", True, 1, 4)).calls_today == 7


@pytest.mark.parametrize(
    ("rows", "hours"),
    [
        ([], None),
        ([(3, "ok", True, 1, 1)], None),
        ([(3, "partial", False, 1, 1)], 3),
        ([(5, "running", True, 1, 1), (3, "partial", False, 1, 1)], 5),
        ([(9, "partial", False, 1, 1), (5, "ok", True, 1, 1), (3, "running", True, 1, 1)], 3),
        ([(3, "partial", True, 1, 1)], None),
        ([(30, "running", True, 1, 1)], None),
        ([(30, "running", True, 1, 1), (2, "running", True, 1, 1)], 2),
    ],
)
def test_where_to_take_up(past, rows, hours):
    """The first of the runs that were cut short, as long as that is not a day ago."""
    assert (None if hours is None else NOW - timedelta(hours=hours)) == past(*rows).resume_from
