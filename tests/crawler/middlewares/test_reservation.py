"""Reserved pages."""

import pytest

from crawler.middlewares.reservation import reserved


@pytest.mark.parametrize(
    ("header", "body", "expected"),
    [
        (b"1", b"", True), (b" 1 ", b"", True), (b"0", b"", False), (None, b"", False),
        (None, b'<meta name="tdm-reservation" content="1">', True), (None, b"<META content=1 NAME=tdm-reservation>", True),
        (None, b"<meta name='tdm-reservation' content='0'>", False), (None, b'<meta name="robots" content="1">', False),
        (None, b"<p>tdm-reservation</p><meta content='1'>", False),
        (None, b"x" * 70_000 + b'<meta name="tdm-reservation" content="1">', False),
        (None, b"<meta name=tdm-reservation" * 5_000, False),
    ],
)  # fmt: skip
def test_reserved(header, body, expected):
    """By header or by meta tag in the page's head; 0 and absence reserve nothing."""
    assert expected == reserved(header, body)
