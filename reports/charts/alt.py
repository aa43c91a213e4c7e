"""Alternative texts, made from what is drawn: kind of chart, what, the main figures, n and window."""

from __future__ import annotations

from typing import Final

from reports.charts.shapes import Bars, Lines, Ranges, Shape
from reports.clean import clean
from reports.format import formats
from reports.table import Table
from reports.words import words

LONGEST: Final = 250
"""Characters of an alternative text; the table beside the chart says the rest."""

_KINDS: Final = {Bars: "bars", Ranges: "ranges", Lines: "lines"}


def alt_text(shape: Shape, table: Table, title: str, language: str) -> str:
    """Return the alternative text of `shape`, of at most about 250 characters: as many figures as fit."""
    items = _items(shape)
    kept = len(items)
    text = _text(shape, table, title, items, language)
    while len(text) > LONGEST and kept > 1:
        kept -= 1
        text = _text(shape, table, title, [*items[:kept], _rest(len(items) - kept, language)], language)
    return clean(text, LONGEST + 80)


def _text(shape: Shape, table: Table, title: str, items: list[str], language: str) -> str:
    form, say = formats(language), words(language)
    return say.text(
        "alt.text", kind=say.text(f"alt.{_KINDS[type(shape)]}"), title=title, items=", ".join(items),
        n=form.count(table.n), window=form.window(table.first, table.last),
    )  # fmt: skip


def _items(shape: Shape) -> list[str]:
    if isinstance(shape, Bars):
        several = len(shape.panels) > 1
        return [
            f"{panel.title + ': ' if several and not at else ''}{bar.name} {bar.text}"
            for panel in shape.panels
            for at, bar in enumerate(panel.bars)
        ]
    if isinstance(shape, Ranges):
        return [f"{row.name} {row.text}" for row in shape.rows]
    return [f"{line.name} {line.text}".strip() for line in shape.lines]


def _rest(count: int, language: str) -> str:
    say = words(language)
    return say.text("alt.more_one") if count == 1 else say.text("alt.more", count=count)
