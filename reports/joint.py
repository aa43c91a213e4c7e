"""What several tables of counts give away together, though none of them does alone."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from reports.suppression import Crosstab, Key

Bools = NDArray[np.bool_]

Place = tuple[int, int, int]
"""A place in the extended tables: number of the table, row, column."""

_TINY: Final = 1e-9


def leaks(tables: Sequence[Crosstab], masks: Sequence[Bools], same: Mapping[Key, Key]) -> list[Place]:
    """Return the hidden places above 0 whose counts follow from what all `tables` show, by additions and subtractions.

    Hidden counts are the unknowns of one system of sums; a total that tables share is one unknown. `same` maps a
    total to another that is equal to it.
    """
    places: dict[Hashable, Place] = {}
    lines: list[dict[Hashable, float]] = []
    for at, (table, mask) in enumerate(zip(tables, masks, strict=True)):
        names = _names(table, at, mask, same)
        for (row, column), name in names.items():
            places.setdefault(name, (at, row, column))
        lines += _lines(names, mask)
    unknown = {name: column for column, name in enumerate(places)}
    if not lines:
        return []
    matrix = np.zeros((len(lines), len(unknown)))
    for row, line in enumerate(lines):
        for name, sign in line.items():
            matrix[row, unknown[name]] += sign
    _, sizes, directions = np.linalg.svd(matrix, full_matrices=False)
    fixed = (directions[sizes > _TINY] ** 2).sum(axis=0) > 1 - 1e-6
    found = (places[name] for name, column in unknown.items() if fixed[column])
    counts = [table.extended() for table in tables]
    return [(at, row, column) for at, row, column in found if counts[at][row, column] > 0]


def _names(table: Crosstab, at: int, mask: Bools, same: Mapping[Key, Key]) -> dict[tuple[int, int], Hashable]:
    """Return the hidden places of a table and the names of their unknowns."""
    result: dict[tuple[int, int], Hashable] = {}
    for row, column in np.argwhere(mask).tolist():
        key = table.key(row, column)
        result[row, column] = (at, row, column) if key is None else same.get(key, key)
    return result


def _lines(names: Mapping[tuple[int, int], Hashable], mask: Bools) -> list[dict[Hashable, float]]:
    """Return the sums of a table that hold unknowns: unknown → 1, or -1 for the total."""
    last_row, last_column = mask.shape[0] - 1, mask.shape[1] - 1
    lines: dict[tuple[int, int], dict[Hashable, float]] = {}
    for (row, column), name in names.items():
        lines.setdefault((0, row), {})[name] = -1.0 if column == last_column else 1.0
        lines.setdefault((1, column), {})[name] = -1.0 if row == last_row else 1.0
    return list(lines.values())
