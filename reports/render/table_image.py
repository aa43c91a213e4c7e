"""A table as PNG, for platforms that take no tables; drawn as SVG."""

from __future__ import annotations

from typing import Final, NamedTuple

import vl_convert as vlc

from reports.charts.theme import Theme
from reports.clean import clean
from reports.grid import Grid
from reports.render.templates import render

ROWS: Final = 25
"""Rows that an image holds; the data files hold all."""
FONT: Final = 15
ROW: Final = 30
"""Pixels of text, and of a row."""
_LETTER: Final = 7.9
"""About the width of a letter in pixels."""
_WIDEST: Final = 34
"""Letters of a cell."""


class Item(NamedTuple):
    """A piece of text on the image."""

    x: float
    """Place across, in pixels."""
    y: float
    """Place down, in pixels."""
    text: str
    """The words."""
    end: bool
    """True when the text ends there rather than begins."""
    bold: bool
    """True for headings."""


def render_table(grid: Grid, notices: list[str], theme: Theme) -> bytes:
    """Return `grid` with `notices` above it as PNG."""
    rows = [[clean(head.text, _WIDEST) for head in grid.heads]]
    rows += [[clean(" · ".join(cell), _WIDEST) for cell in row] for row in grid.rows[:ROWS]]
    widths = [max(len(row[at]) for row in rows) * _LETTER + 26 for at in range(len(grid.heads))]
    width = max(sum(widths) + 40, 700)
    top = 38 + 24 * len(notices)
    items = [
        Item(_place(at, widths, end=head.numeric), top + ROW * line, row[at], head.numeric, line == 0)
        for line, row in enumerate(rows)
        for at, head in enumerate(grid.heads)
    ]
    svg = render("table.svg", items=items, notices=notices, width=round(width), height=top + ROW * len(rows), top=top,
                 rows=len(rows), row=ROW, font=FONT, theme=theme)  # fmt: skip
    return bytes(vlc.svg_to_png(svg, scale=2))


def _place(at: int, widths: list[float], *, end: bool) -> float:
    return round(20 + sum(widths[:at]) + (widths[at] - 26 if end else 0), 1)
