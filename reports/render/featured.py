"""The featured image, 1200×630: title, headline and the shares of the labels; drawn as SVG, given as PNG."""

from __future__ import annotations

import textwrap
from typing import Final, NamedTuple

import vl_convert as vlc

from classifier.labels import LABELS
from reports.charts.marks import colours
from reports.charts.shapes import Bars
from reports.charts.theme import Theme
from reports.render.templates import render
from reports.view import Page
from reports.words import words

WIDTH: Final = 1200
HEIGHT: Final = 630
"""Pixels: the size in which social networks show a link."""
EDGE: Final = 70
"""Space around."""

_SIZES: Final = ((54, 38), (46, 45), (40, 52), (34, 62))
"""Size of the headline and the letters that fit a line, from the largest."""
_LINES: Final = 4
"""Lines that the headline may take."""


class Part(NamedTuple):
    """A part of the strip."""

    x: float
    """Left end in pixels."""
    width: float
    """Width in pixels."""
    colour: str
    """Its colour."""
    name: str
    """Its words, below it."""


def render_featured(page: Page, theme: Theme) -> bytes:
    """Return the featured image of `page` as PNG."""
    said = page.headline or page.title
    size, letters = next((pair for pair in _SIZES if len(textwrap.wrap(said, pair[1])) <= _LINES), _SIZES[-1])
    lines = textwrap.wrap(said, letters, max_lines=_LINES + 1, placeholder=" …")
    svg = render(
        "featured.svg", page=page, say=words(page.language), theme=theme, lines=lines, size=size,
        parts=_parts(page, theme), width=WIDTH, height=HEIGHT, edge=EDGE,
        title=textwrap.shorten(page.title, 62, placeholder=" …"),
    )  # fmt: skip
    return bytes(vlc.svg_to_png(svg, scale=1))


def _parts(page: Page, theme: Theme) -> list[Part]:
    """Return the shares of the labels as a strip; none when one of the main two is not told.

    Parts too narrow for their words keep their colour only.
    """
    shape = next((one.picture.shape for one in page.sections if one.name == "labels" and one.picture), None)
    bars = shape.panels[0].bars if isinstance(shape, Bars) else ()
    if not set(LABELS[:2]) <= {bar.label for bar in bars}:
        return []
    whole, x, parts = max(1.0, sum(bar.value for bar in bars)), float(EDGE), []
    for bar in bars:
        width = bar.value / whole * (WIDTH - 2 * EDGE)
        name = f"{bar.name} {bar.text.split(' ', 1)[0]}"
        fits = len(name) * 13 < width
        parts.append(Part(round(x, 1), round(width, 1), colours(theme)[bar.label], name if fits else ""))
        x += width
    return parts
