"""Small cells are hidden, and so is what would give them away by subtraction.

A table of counts with its totals is a set of sums: every line (row or column) of cells adds up to its total.
Cells of 1-4 ads are hidden first. Then, until nothing is left to do: a line whose hidden cells could be worked out
gets another cell hidden, the smallest one. Totals that several tables share are hidden in all of them or in none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from reports.joint import leaks
from reports.statistics import SMALLEST

TOTAL: Final = "total"
"""Name of the row and the column that hold the totals."""

Key = tuple[str, str]
"""A total shared between tables: axis and value, e.g. `("label", "uncertain")`; a grand total is `("total", name)`."""

_TINY: Final = 1e-9
"""Singular values below it are nought."""

Bools = NDArray[np.bool_]
Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Crosstab:
    """A table of counts whose rows and columns add up."""

    name: str
    """Its name."""
    rows: str
    """Axis of the rows; tables with the same axis share its totals."""
    columns: str
    """Axis of the columns."""
    counts: pd.DataFrame
    """The counts, without totals."""
    total: str
    """Name of the grand total; tables with the same name share it."""
    column_totals: bool = True
    """False when the totals of the columns are published nowhere, and so give nothing away."""
    total_first: bool = False
    """True when the grand total is hidden rather than another row's total."""

    def extended(self) -> Counts:
        """Return the counts with a row and a column of totals."""
        counts = self.counts.to_numpy(dtype=np.int64)
        wide = np.hstack([counts, counts.sum(axis=1, keepdims=True)])
        return np.vstack([wide, wide.sum(axis=0, keepdims=True)])

    def key(self, row: int, column: int) -> Key | None:
        """Return the key of the total at a place of the extended table; None for a cell."""
        last_row, last_column = self.counts.shape
        if row == last_row and column == last_column:
            return (TOTAL, self.total)
        if column == last_column:
            return (self.rows, str(self.counts.index[row]))
        if row == last_row:
            return (self.columns, str(self.counts.columns[column])) if self.column_totals else None
        return None


def protect(
    tables: list[Crosstab], linked: tuple[tuple[Key, Key], ...] = (), first: Iterable[Key] = ()
) -> dict[str, pd.DataFrame]:
    """Return for each table what is hidden: True in cells and totals (row and column `total`) that must not be shown.

    `linked` are pairs of totals of which one gives the other away: both are hidden, or none. `first` are totals that
    are hidden from the start, so that all tables choose the same ones.
    """
    forced: set[Key] = set(first)
    added: list[set[tuple[int, int]]] = [set() for _ in tables]
    while True:
        masks = [_mask(table, forced, more) for table, more in zip(tables, added, strict=True)]
        found = {key for table, mask in zip(tables, masks, strict=True) for key in _hidden_keys(table, mask)}
        for one, other in linked:
            if found & {one, other}:
                found |= {one, other}
        if not found <= forced:
            forced |= found
        elif not _hide_leaks(tables, masks, added, dict(linked)):
            return {table.name: _framed(table, mask) for table, mask in zip(tables, masks, strict=True)}


def recoverable(hidden: Bools) -> Bools:
    """Return which hidden cells of an extended table follow from the shown ones by additions and subtractions alone.

    A cell is fixed by the sums exactly when its unit vector lies in the space spanned by the lines.
    """
    places = np.argwhere(hidden)
    result = np.zeros_like(hidden)
    if not len(places):
        return result
    rows, columns = hidden.shape
    lines = np.zeros((rows + columns, len(places)))
    for at, (row, column) in enumerate(places):
        lines[row, at] = -1.0 if column == columns - 1 else 1.0
        lines[rows + column, at] = -1.0 if row == rows - 1 else 1.0
    _, sizes, directions = np.linalg.svd(lines, full_matrices=False)
    known = (directions[sizes > _TINY] ** 2).sum(axis=0) > 1 - 1e-6
    result[tuple(places[known].T)] = True
    return result


def _hide_leaks(
    tables: list[Crosstab], masks: list[Bools], added: list[set[tuple[int, int]]], same: dict[Key, Key]
) -> bool:
    """Note for each table with a leak the smallest cell beside it, to be hidden too; tell whether there was one."""
    changed = False
    done: set[int] = set()
    for at, row, column in leaks(tables, masks, same):
        place = None if at in done else _beside(tables[at].extended(), masks[at], row, column)
        if place is not None:
            added[at].add(place)
            done.add(at)
            changed = True
    return changed


def _beside(extended: Counts, mask: Bools, row: int, column: int) -> tuple[int, int] | None:
    """Return the smallest shown cell above 0 in the lines of a place, else anywhere; None when all are hidden."""
    shown = ~mask & (extended > 0)
    shown[-1, :] = shown[:, -1] = False
    near = np.zeros_like(shown)
    near[row, :] = near[:, column] = True
    places = np.argwhere(shown & near).tolist() or np.argwhere(shown).tolist()
    return min(((r, c) for r, c in places), key=lambda place: (int(extended[place]), place), default=None)


def _mask(table: Crosstab, forced: set[Key], added: set[tuple[int, int]]) -> Bools:
    extended = table.extended()
    mask: Bools = (extended > 0) & (extended < SMALLEST)
    for place in added:
        mask[place] = True
    private = np.zeros_like(mask)
    if not table.column_totals:
        private[-1, :-1] = True
    for row, column in _totals(table):
        if table.key(row, column) in forced:
            mask[row, column] = True
    mask |= private
    while _hide_in_lines(table, extended, mask, private) or _hide_recoverable(extended, mask, private):
        pass
    return mask


def _hide_in_lines(table: Crosstab, extended: Counts, mask: Bools, private: Bools) -> bool:
    changed = False
    for axis in (0, 1):
        for at in range(extended.shape[axis]):
            line = (at, slice(None)) if axis == 0 else (slice(None), at)
            if _given_away(extended[line], mask[line], private[line]):
                changed |= _hide_one(table, extended, mask, axis, at)
    return changed


def _given_away(counts: Counts, hidden: Bools, private: Bools) -> bool:
    cells = hidden[:-1]
    number = int(cells.sum())
    if hidden[-1]:
        return number == 0 and not private[-1] and counts[-1] > 0
    return number > 0 and not private[:-1].any() and _too_few(number, int(counts[:-1][cells].sum()))


def _too_few(cells: int, ads: int) -> bool:
    return cells == 1 or ads < max(SMALLEST, cells + 1)


def _hide_one(table: Crosstab, extended: Counts, mask: Bools, axis: int, at: int) -> bool:
    counts, hidden = (extended[at], mask[at]) if axis == 0 else (extended[:, at], mask[:, at])
    of_totals = at == extended.shape[axis] - 1
    if of_totals != (axis == 0) and of_totals and table.total_first and not hidden[-1]:
        hidden[-1] = True
        return True
    free = [place for place in range(len(counts) - 1) if not hidden[place] and counts[place] > 0]
    if not free:
        changed = not hidden[-1]
        hidden[-1] = True
        return changed
    crossing = mask.sum(axis=0) if axis == 0 else mask.sum(axis=1)
    best = min(free, key=lambda place: (crossing[place] == 0, counts[place], place))
    hidden[best] = True
    return True


def _hide_recoverable(extended: Counts, mask: Bools, private: Bools) -> bool:
    for row, column in np.argwhere(recoverable(mask) & ~private):
        for line, counts in ((mask[row], extended[row]), (mask[:, column], extended[:, column])):
            free = [place for place in range(len(line)) if not line[place] and counts[place] > 0]
            if free:
                line[min(free, key=lambda place: (place == len(line) - 1, counts[place]))] = True
                return True
    return False


def _totals(table: Crosstab) -> list[tuple[int, int]]:
    rows, columns = table.counts.shape
    return [(row, columns) for row in range(rows)] + [(rows, column) for column in range(columns + 1)]


def _hidden_keys(table: Crosstab, mask: Bools) -> list[Key]:
    keys = [table.key(row, column) for row, column in _totals(table) if mask[row, column]]
    return [key for key in keys if key is not None]


def _framed(table: Crosstab, mask: Bools) -> pd.DataFrame:
    index = [*map(str, table.counts.index), TOTAL]
    return pd.DataFrame(mask, index=index, columns=[*map(str, table.counts.columns), TOTAL])
