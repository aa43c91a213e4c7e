"""Where telephone numbers stand in a text; the labelled tables are in test_mask."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.mask_phones import phone_spans

FOUND = [
    ("Tel. 02 0000123.", ["02 0000123"]),
    ("(+39) 333 0000123", ["(+39) 333 0000123"]),
    ("02 0000123 / 333 0000123", ["02 0000123", "333 0000123"]),
    ("10 - 333 0000123", ["333 0000123"]),
    ("dal 02/12/2026 333 0000123", ["333 0000123"]),
    ("€ 10 - 12, 333 0000123", ["333 0000123"]),
    ("+44 20 7946 0123 - 9.00", ["+44 20 7946 0123"]),
    ("Tel3330000123", ["3330000123"]),
    ("x3330000123", []),
    ("３３３ ０００ ０１２３", ["３３３ ０００ ０１２３"]),
    ("333\u00a00000123", ["333\u00a00000123"]),
    ("333\u20130000123", ["333\u20130000123"]),
    ("12345", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_spans(text, expected):
    """A span holds the number, with its plus and brackets, and nothing else."""
    assert [text[start:end] for start, end in phone_spans(text)] == expected


@given(st.text(alphabet="0123456789 +-./()€tel\n", max_size=120))
def test_order(text):
    """Spans are in order, apart, and within the text."""
    last = 0
    for start, end in phone_spans(text):
        assert last <= start < end <= len(text)
        last = end
