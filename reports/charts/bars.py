"""Bars: the name above, the figures at the end, the interval as a thin line."""

from __future__ import annotations

from typing import Final

from reports.charts.marks import FONT, Plane, Spec, colours, room, shorten, wrap
from reports.charts.shapes import WIDTH, Bar, Bars, Panel, Size
from reports.charts.theme import Theme

ROW: Final = 42
"""Height of a bar with its name."""
LINE: Final = 17
"""Height of a second line of its name."""
HEAD: Final = 30
"""Height of a panel's heading."""
GAP: Final = 28
"""Between panels."""


def draw_bars(shape: Bars, size: Size, theme: Theme) -> Spec:
    """Return the chart: panels beside each other on a wide one, below each other on a narrow one."""
    across = len(shape.panels) if size == "wide" else 1
    width = (WIDTH[size] - GAP * (across - 1)) // across
    font = FONT["wide"] if width > WIDTH["narrow"] else FONT["narrow"]
    heights = [sum(_row(bar, width, font) for bar in panel.bars) for panel in shape.panels]
    if across > 1:
        heights = [max(heights)] * across
    panels = [_panel(panel, shape.top, width, height, theme)
              for panel, height in zip(shape.panels, heights, strict=True)]  # fmt: skip
    if len(panels) == 1:
        return panels[0]
    return {"hconcat" if size == "wide" else "vconcat": panels, "spacing": GAP, "bounds": "flush"}


def _row(bar: Bar, width: int, font: int) -> int:
    return ROW + LINE * (len(wrap(bar.name, width, font)) - 1)


def _panel(panel: Panel, top: float, width: int, height: int, theme: Theme) -> Spec:
    font = FONT["wide"] if width > WIDTH["narrow"] else FONT["narrow"]
    head = HEAD if panel.title else 0
    end = width - room((bar.text for bar in panel.bars), font)
    plane = Plane(width, head + height, (0, top or 1, 0, end))
    if panel.title:
        title = {"x": 0, "y": 9, "text": shorten(panel.title, width, font), "colour": theme.ink}
        plane.texts([title], font, bold=True)
    rows = [_row(bar, width, font) for bar in panel.bars]
    ends = [head + sum(rows[: at + 1]) - ROW for at in range(len(rows))]
    placed = list(zip(ends, panel.bars, strict=True))
    hues = colours(theme)
    names = [(y + 9 - LINE * back, text) for y, bar in placed
             for back, text in enumerate(reversed(wrap(bar.name, width, font)))]  # fmt: skip
    plane.texts(({"x": 0, "y": y, "text": text, "colour": theme.ink} for y, text in names), font)
    plane.bars(({"x": 0, "x2": bar.value, "y": y + 26, "colour": hues[bar.label]} for y, bar in placed), 12)
    whiskers = [(y, bar.low, bar.high) for y, bar in placed if bar.low is not None and bar.high is not None]
    plane.rules({"x": low, "x2": high, "y": y + 26, "y2": y + 26, "colour": theme.ink} for y, low, high in whiskers)
    plane.texts(({"x": _reach(bar), "y": y + 26, "text": bar.text, "colour": theme.ink} for y, bar in placed),
                font - 1, dx=7)  # fmt: skip
    return plane.chart()


def _reach(bar: Bar) -> float:
    return max(bar.value, bar.high or 0)
