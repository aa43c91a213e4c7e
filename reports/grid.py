"""A table as people read it: translated codes, formatted figures, ends of an interval in one cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import pandas as pd

from reports.clean import QUOTE, clean
from reports.format import LANGUAGES, NONE, Format, formats
from reports.quotes import Quote
from reports.table import HIDDEN, Column, Table
from reports.words import Words, words

SUPPRESSED: Final = "•"
"""Stands for a cell that is suppressed."""

PAIRS: Final = {
    "low": ("high", "interval"),
    "q1": ("q3", "quartiles"),
    "minimum": ("maximum", "extremes"),
    "median_from": ("median_to", "ends"),
}
"""First column of two that share a cell → the second one, and the name of their heading."""

_NUMERIC: Final = frozenset({"count", "share", "eur", "number"})
_POINTS: Final = frozenset({"change", "change_low", "change_high"})
"""Shares that are differences, shown in percentage points."""


class Head(NamedTuple):
    """Heading of a column."""

    text: str
    """Its words."""
    numeric: bool
    """True when its cells are figures, set to the right."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table in one language, all cells text; a cell of quotes holds several lines."""

    caption: str
    """What it shows."""
    heads: tuple[Head, ...]
    """Headings."""
    rows: tuple[tuple[tuple[str, ...], ...], ...]
    """Rows of cells of lines; the first cell names the row."""
    secret: bool
    """True when a cell is suppressed, or there is none: the signs want their explanation."""

    def figures(self) -> list[str]:
        """Return the cells that are figures, row by row."""
        return [cell[0] for row in self.rows for head, cell in zip(self.heads, row, strict=True) if head.numeric]


def make_grid(table: Table, caption: str, language: str) -> Grid:
    """Return `table` in the words of `language`; columns without any figure are left out."""
    say, form = words(language), formats(language)
    columns: list[tuple[Head, list[tuple[str, ...]]]] = []
    seconds = {second for second, _ in PAIRS.values()}
    kinds = {column.name: column for column in table.columns}
    secret = _secret_rows(table)
    for column in table.columns:
        if column.name in seconds or column.name.endswith("_high"):
            continue
        cells = [_cell(value, column, say, form, hidden) for value, hidden in _values(table, column, secret)]
        head = Head(say.column(column.name, table.name), column.kind in _NUMERIC)
        second, heading = _pair(column.name)
        if other := kinds.get(second):
            more = [_cell(value, other, say, form, hidden) for value, hidden in _values(table, other, secret)]
            cells = [_joined(one, two) for one, two in zip(cells, more, strict=True)]
            head = Head(say.column(heading, table.name), numeric=True)
        if column.kind == "count" or any(cell not in {(NONE,), (SUPPRESSED,)} for cell in cells):
            columns.append((head, cells))
    rows = tuple(zip(*(cells for _, cells in columns), strict=True))
    signs = any(cell in {(NONE,), (SUPPRESSED,)} for row in rows for cell in row)
    return Grid(caption, tuple(head for head, _ in columns), rows, signs)


def _pair(name: str) -> tuple[str, str]:
    if name.endswith("_low"):
        return name.removesuffix("low") + "high", "interval"
    return PAIRS.get(name, ("", ""))


def _secret_rows(table: Table) -> pd.Series:
    flags = [name for name in table.frame if str(name).endswith(HIDDEN)]
    if not flags:
        return pd.Series(data=False, index=table.frame.index)
    return table.frame[flags].astype(bool).any(axis=1)


def _values(table: Table, column: Column, secret: pd.Series) -> list[tuple[Any, bool]]:
    hidden = table.hidden(column.name)
    if column.kind in _NUMERIC:
        hidden = hidden | (secret & table.frame[column.name].isna())
    return list(zip(table.frame[column.name].tolist(), hidden.tolist(), strict=True))


def _cell(value: Any, column: Column, say: Words, form: Format, hidden: bool) -> tuple[str, ...]:
    if hidden:
        return (SUPPRESSED,)
    if column.kind == "quotes":
        return tuple(_quoted(one, say) for one in value if clean(one)) or (NONE,)
    if pd.isna(value):
        return (say.value(column.name, None) if column.kind == "level" else NONE,)
    return (_figure(value, column, say, form),)


def _quoted(said: str, say: Words) -> Quote:
    """Return a quote in quotation marks; its language is kept where it is another than that around it."""
    language = getattr(said, "language", "")
    other = language if language in LANGUAGES and language != say.language else ""
    return Quote(say.text("page.quote", text=clean(said, QUOTE)), other)


def _figure(value: Any, column: Column, say: Words, form: Format) -> str:
    if column.kind == "share":
        return form.points(value) if column.name in _POINTS else form.share(value, 1)
    if column.kind == "level":
        return say.value(column.name, int(value))
    if column.kind == "key":
        return say.value(column.name, value)
    written = {"count": form.count, "eur": form.eur, "number": form.number}.get(column.kind)
    return written(value) if written else clean(value)


def _joined(one: tuple[str, ...], two: tuple[str, ...]) -> tuple[str, ...]:
    if one == two and one in {(NONE,), (SUPPRESSED,)}:
        return one
    return (f"{one[0]} {NONE} {two[0]}",)
