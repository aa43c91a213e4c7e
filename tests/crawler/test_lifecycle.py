"""Where an ad stands."""

import dataclasses
from datetime import UTC, datetime

import pytest

from crawler.ad import Ad
from crawler.lifecycle import standing

NOW = datetime(2026, 10, 1, 12, tzinfo=UTC)
AD = Ad("board", "https://e.test/1", "1", "t", "d")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ("open", "")),
        ({"valid_through": "2026-10-01"}, ("open", "")),
        ({"valid_through": "2026-10-01T00:00:00+00:00"}, ("open", "")),
        ({"valid_through": "2026-09-30T23:59:00+00:00"}, ("expired", "valid_through")),
        ({"valid_through": "2025-01-31"}, ("expired", "valid_through")),
        ({"expired": True}, ("expired", "page says so")),
        ({"expired": True, "valid_through": "2027-01-01"}, ("expired", "page says so")),
    ],
)
def test_standing(changes, expected):
    """The page's own word comes first, then its date; the last day still counts."""
    assert expected == standing(dataclasses.replace(AD, **changes), NOW)
