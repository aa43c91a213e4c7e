"""Bars: the name above, the figures at the end, the interval as a thin line."""

from __future__ import annotations

from typing import Final

from reports.charts.marks import FONT, Plane, Spec, colours, room, shorten
from reports.charts.shapes import WIDTH, Bar, Bars, Panel, Size
from reports.charts.theme import Theme

ROW: Final = 42
"""Height of a bar with its name."""
HEAD: Final = 30
"""Height of a panel's heading."""
GAP: Final = 28
"""Between panels."""


def draw_bars(shape: Bars, size: Size, theme: Theme) -> Spec:
    """Return the chart: panels beside each other on a wide one, below each other on a narrow one."""
    across = len(shape.panels) if size == "wide" else 1
    width = (WIDTH[size] - GAP * (across - 1)) // across
    longest = max(len(panel.bars) for panel in shape.panels)
    heights = [longest if across > 1 else len(panel.bars) for panel in shape.panels]
    panels = [_panel(panel, shape.top, width, rows, theme)
              for panel, rows in zip(shape.panels, heights, strict=True)]  # fmt: skip
    if len(panels) == 1:
        return panels[0]
    return {"hconcat" if size == "wide" else "vconcat": panels, "spacing": GAP, "bounds": "flush"}


def _panel(panel: Panel, top: float, width: int, rows: int, theme: Theme) -> Spec:
    font = FONT["wide"] if width > WIDTH["narrow"] else FONT["narrow"]
    head = HEAD if panel.title else 0
    end = width - room((bar.text for bar in panel.bars), font)
    plane = Plane(width, head + rows * ROW, (0, top or 1, 0, end))
    if panel.title:
        title = {"x": 0, "y": 9, "text": shorten(panel.title, width, font), "colour": theme.ink}
        plane.texts([title], font, bold=True)
    placed = [(head + at * ROW, bar) for at, bar in enumerate(panel.bars)]
    hues = colours(theme)
    plane.texts(({"x": 0, "y": y + 9, "text": shorten(bar.name, width, font), "colour": theme.ink}
                 for y, bar in placed), font)  # fmt: skip
    plane.bars(({"x": 0, "x2": bar.value, "y": y + 26, "colour": hues[bar.label]} for y, bar in placed), 12)
    whiskers = [(y, bar.low, bar.high) for y, bar in placed if bar.low is not None and bar.high is not None]
    plane.rules({"x": low, "x2": high, "y": y + 26, "y2": y + 26, "colour": theme.ink} for y, low, high in whiskers)
    plane.texts(({"x": _reach(bar), "y": y + 26, "text": bar.text, "colour": theme.ink} for y, bar in placed),
                font - 1, dx=7)  # fmt: skip
    return plane.chart()


def _reach(bar: Bar) -> float:
    return max(bar.value, bar.high or 0)
