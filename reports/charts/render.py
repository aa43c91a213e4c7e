"""From a shape to SVG and PNG: Altair's specification, drawn by vl-convert, without a browser or a network."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import Any, Final

import altair as alt
import vl_convert as vlc
from lxml import etree

from reports.charts.bars import draw_bars
from reports.charts.lines import draw_lines
from reports.charts.marks import FONT, Spec
from reports.charts.ranges import draw_ranges
from reports.charts.shapes import WIDTH, Bars, Heading, Lines, Ranges, Shape, Size
from reports.charts.theme import Theme

FONTS: Final = "Helvetica, Arial, Liberation Sans, sans-serif"
"""Fonts of charts: of one width everywhere, so that figures stay beside their marks."""
SCALE: Final = 2.0
"""Pixels of a PNG for each of the chart."""

_NAMESPACE: Final = "{http://www.w3.org/2000/svg}"
_NOTES: Final = frozenset({"role", "class"})
_DRAW: Final[dict[type, Callable[[Any, Size, Theme], Any]]] = {
    Bars: draw_bars,
    Ranges: draw_ranges,
    Lines: draw_lines,
}


def render_svg(
    shape: Shape, size: Size, theme: Theme, heading: Heading, name: str, title: str, description: str
) -> str:
    """Return the chart as SVG with `role="img"`, a title and a description; ids begin with `name`."""
    svg = vlc.vegalite_to_svg(specification(shape, size, theme, heading))
    return _accessible(str(svg), f"{name}-{size}", title, description)


def render_png(shape: Shape, theme: Theme, heading: Heading) -> bytes:
    """Return the wide chart as PNG, heading and notice drawn into it."""
    return bytes(vlc.vegalite_to_png(specification(shape, "wide", theme, heading), scale=SCALE))


def specification(shape: Shape, size: Size, theme: Theme, heading: Heading) -> Spec:
    """Return the chart in Vega-Lite's words."""
    chart = _DRAW[type(shape)](shape, size, theme)
    if heading.title or heading.sample:
        chart["title"] = _title(heading, size, theme)
    look = {"font": FONTS, "view": {"stroke": None}}
    edge = 24 if heading.title else 1
    return {"$schema": alt.SCHEMA_URL, "background": theme.paper, "padding": edge, "config": look, **chart}


def _title(heading: Heading, size: Size, theme: Theme) -> dict[str, Any]:
    font = FONT[size]
    letters = int(WIDTH[size] / (font * 0.62))
    if not heading.title:
        return {"text": heading.sample, "anchor": "start", "frame": "bounds", "offset": 8, "color": theme.muted,
                "fontSize": font - 2, "fontWeight": "normal"}  # fmt: skip
    below = [heading.sample.upper()] if heading.sample else []
    return {
        "text": textwrap.wrap(heading.title, letters),
        "subtitle": below + textwrap.wrap(heading.about, int(letters * 1.15)),
        "anchor": "start", "align": "left", "frame": "bounds", "offset": 16,
        "color": theme.ink, "fontSize": font + 4, "fontWeight": "bold", "lineHeight": font + 10,
        "subtitleColor": theme.muted, "subtitleFontSize": font - 1, "subtitleLineHeight": font + 5,
        "subtitlePadding": 6,
    }  # fmt: skip


def _accessible(svg: str, name: str, title: str, description: str) -> str:
    """Return `svg` as one image with a title and a description, in place of Vega's notes on each mark."""
    root = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    for element in root.iter():
        for attribute in [key for key in map(str, element.attrib) if key.startswith("aria-") or key in _NOTES]:
            del element.attrib[attribute]
    for tag, text in (("desc", description), ("title", title)):
        child = etree.Element(f"{_NAMESPACE}{tag}", id=f"{name}-{tag}")
        child.text = text
        root.insert(0, child)
    root.set("role", "img")
    root.set("aria-labelledby", f"{name}-title {name}-desc")
    root.set("class", "chart " + name.rsplit("-", 1)[-1])
    etree.cleanup_namespaces(root)
    return str(etree.tostring(root, encoding="unicode"))
