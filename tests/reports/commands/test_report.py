"""`verava report`: the days it counts."""

from datetime import UTC, date, datetime

import click
import pytest

from reports.commands.report import _window


def test_days_named():
    """Open on either side when not named."""
    assert (date(2026, 10, 1), None) == tuple(_window(datetime(2026, 10, 1, tzinfo=UTC), None, "all"))


def test_a_period_is_the_last_whole_one():
    """It ended before today."""
    window = _window(None, None, "month")

    assert window.last < datetime.now(UTC).date()
    assert 1 == window.first.day


@pytest.mark.parametrize(
    ("first", "last", "period", "told"),
    [
        (datetime(2026, 10, 1, tzinfo=UTC), None, "month", "names the days already"),
        (datetime(2026, 10, 2, tzinfo=UTC), datetime(2026, 10, 1, tzinfo=UTC), "all", "is after"),
    ],
)
def test_days_that_cannot_be(first, last, period, told):
    """One clear line."""
    with pytest.raises(click.UsageError, match=told):
        _window(first, last, period)
