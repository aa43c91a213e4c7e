"""When a source may be visited."""

from datetime import UTC, datetime, timedelta

import pytest

from crawler.due import due
from crawler.sources import card
from crawler.store.history import Past

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
HOURLY = card("jobicy")
DAILY = HOURLY.model_copy(update={"min_interval": 86_400})


@pytest.mark.parametrize(
    ("own", "minutes", "calls", "expected"),
    [
        (HOURLY, None, 0, True), (HOURLY, 61, 1, True), (HOURLY, 59, 1, False), (HOURLY, 61, 24, False),
        (HOURLY, -30, 1, True), (DAILY, 23 * 60, 1, True), (DAILY, 22 * 60, 1, False),
    ],
)  # fmt: skip
def test_due(own, minutes, calls, expected):
    """The interval has passed and the budget is not used up; a daily visit may come an hour early."""
    start = None if minutes is None else NOW - timedelta(minutes=minutes)

    found = due(own, Past(calls_today=calls, last_start=start), NOW)

    assert expected == found.now
    assert expected or found.at > NOW
