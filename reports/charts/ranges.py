"""Ranges: quartiles as a band, the median as a dot, its interval as a thin line, on a scale from 0."""

from __future__ import annotations

from typing import Final

from reports.charts.marks import FONT, Plane, Spec, colours, shorten
from reports.charts.shapes import WIDTH, Ranges, Size
from reports.charts.theme import Theme

NAME: Final[dict[Size, int]] = {"wide": 24, "narrow": 40}
"""Height of a range's name and figures: one line, or two on a phone."""
BAND: Final = 26
"""Height of a range."""
FOOT: Final = 26
"""Height of the scale's words."""


def draw_ranges(shape: Ranges, size: Size, theme: Theme) -> Spec:
    """Return the chart: one row a group, its name and figures above its band."""
    font, width = FONT[size], WIDTH[size]
    step = NAME[size] + BAND
    height = len(shape.rows) * step
    top = shape.ticks[-1][0]
    plane = Plane(width, height + FOOT, (0, top, 8, width - 16))
    _scale(plane, shape, height, theme, font)
    placed = [(at * step + NAME[size] - 24, row) for at, row in enumerate(shape.rows)]
    words = [
        {"x": 0, "y": y + 11 - 16 * at, "text": shorten(line, width, font), "colour": theme.ink}
        for y, row in placed
        for at, line in enumerate([f"{row.name}: {row.text}"] if size == "wide" else [row.text, row.name])
    ]
    plane.texts(words, font, dx=-8)
    hues = colours(theme)
    plane.bars(({"x": row.q1, "x2": row.q3, "y": y + 32, "colour": hues[row.label]} for y, row in placed), 7)
    plane.rules(
        ({"x": row.low, "x2": row.high, "y": y + 32, "y2": y + 32, "colour": theme.ink} for y, row in placed), 1.5
    )
    for hollow in (False, True):
        dots = ({"x": row.median, "y": y + 32, "colour": theme.ink} for y, row in placed if row.hollow is hollow)
        plane.dots(dots, "circle", theme.paper if hollow else None, 110)
    return plane.chart()


def _scale(plane: Plane, shape: Ranges, height: int, theme: Theme, font: int) -> None:
    lines = ({"x": at, "x2": at, "y": 0, "y2": height, "colour": theme.grid} for at, _ in shape.ticks)
    plane.rules(lines, 1)
    words = ({"x": at, "y": height + 13, "text": text, "colour": theme.muted} for at, text in shape.ticks)
    plane.texts(words, font - 1, align="center")
