"""The few marks that charts are made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.charts.marks import shorten, wrap


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("turni", ("turni",)),
        ("contratto di lavoro dichiarato", ("contratto di lavoro", "dichiarato")),
        ("x" * 60, (shorten("x" * 60, 180, 14),)),
    ],
)
def test_long_names_take_two_lines(text, lines):
    """Parted at a blank; a word too long for a line is cut."""
    assert lines == wrap(text, 180, 14)


@given(st.text(max_size=200))
def test_any_name_takes_at_most_two_lines(text):
    """And none is wider than there is room."""
    lines = wrap(text, 180, 14)

    assert 1 <= len(lines) <= 2
    assert all(shorten(line, 180, 14) == line for line in lines)
