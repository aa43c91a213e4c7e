"""Whether a page is asked again."""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import pytest

from crawler.freshness import is_fresh

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


class State(NamedTuple):
    lastmod: str
    hours: float | None
    living: int

    @property
    def read_at(self):
        return None if self.hours is None else NOW - timedelta(hours=self.hours)


@pytest.mark.parametrize(
    ("state", "lastmod", "resume_hours", "expected"),
    [
        (None, "", None, False),
        (State("", None, 0), "", None, False),
        (State("", 1, 1), "", None, False),
        (State("", 1, 1), "", 2, True),
        (State("", 3, 1), "", 2, False),
        (State("a", 1, 1), "a", None, True),
        (State("a", 1, 1), "b", None, False),
        (State("", 1, 1), "a", None, False),
        (State("a", 73, 1), "a", None, False),
        (State("a", 73, 0), "a", None, True),
        (State("", 24, 0), "", None, True),
        (State("", 24 * 8, 0), "", None, False),
        (State("a", -5, 1), "a", None, False),
    ],
)
def test_is_fresh(state, lastmod, resume_hours, expected):
    """Read in the round that was cut short, or unchanged by its sitemap, or without an ad: not asked; but not for ever."""
    resume = None if resume_hours is None else NOW - timedelta(hours=resume_hours)

    assert expected == is_fresh(state, lastmod, resume, NOW)
