"""How long a host is left alone."""

from datetime import UTC, datetime

import pytest

from crawler.patience import FIRST_WAIT, retry_after, wait_after

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("120", 120.0), (" 0 ", 0.0), ("Tue, 24 Nov 2026 12:00:30 GMT", 30.0), ("Tue, 24 Nov 2026 11:00:00 GMT", 0.0),
        ("Tuesday, 24-Nov-26 12:01:00 GMT", 60.0), ("", None), ("soon", None), ("-5", None), ("1.5", None), ("²", None),
        ("9" * 400, 999_999_999.0),
    ],
)  # fmt: skip
def test_retry_after(value, expected):
    """Seconds, or a date; anything else is no answer."""
    assert expected == retry_after(value, NOW)


@pytest.mark.parametrize(
    ("status", "header", "tries", "expected"),
    [
        (200, "60", 0, None), (404, "60", 0, None), (403, "", 0, None), (429, "60", 0, 60.0), (503, "1", 5, 1.0),
        (500, "", 0, FIRST_WAIT), (502, "soon", 1, FIRST_WAIT * 2), (504, "", 2, FIRST_WAIT * 4),
    ],
)  # fmt: skip
def test_wait_after(status, header, tries, expected):
    """The host's own word first; else twice as long each time; no wait after an answer that is final."""
    assert expected == wait_after(status, header, tries, NOW)
