"""What several tables of counts give away together, though none of them does alone."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, TypeVar

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from reports.suppression import Crosstab, Key

Bools = NDArray[np.bool_]
Name = TypeVar("Name", bound=Hashable)

Place = tuple[int, int, int]
"""A place in the extended tables: number of the table, row, column."""

_TINY: Final = 1e-9
"""Singular values below it are nought."""
_NEAR: Final = 1e-6
"""A squared length that near to 1 is 1."""


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
    counts = [table.extended() for table in tables]
    found = sorted(places[name] for group in connected(lines) for name in fixed(group))
    return [place for place in found if counts[place[0]][place[1:]] > 0 and not _unpublished(tables, place)]


def _unpublished(tables: Sequence[Crosstab], place: Place) -> bool:
    """Return whether a place is a column's total that is published nowhere: it is no secret."""
    at, row, column = place
    return row == len(tables[at].counts) and tables[at].key(row, column) is None


def fixed(lines: Sequence[Mapping[Name, float]]) -> list[Name]:
    """Return the unknowns that have one value only, given that each of `lines` (unknown → sign) has a known sum.

    An unknown is fixed exactly when its unit vector lies in the space spanned by the lines.
    """
    names, matrix = _matrix(lines)
    _, sizes, directions = np.linalg.svd(matrix, full_matrices=False)
    spanned = (directions[sizes > _TINY] ** 2).sum(axis=0) > 1 - _NEAR
    return [name for name, one in zip(names, spanned.tolist(), strict=True) if one]


def solve(lines: Sequence[Mapping[Name, float]], sums: Sequence[float]) -> dict[Name, float]:
    """Return the unknowns of `lines` whose sums are `sums`; those that are not `fixed` have one of their values."""
    names, matrix = _matrix(lines)
    values = np.linalg.lstsq(matrix, np.array(sums), rcond=None)[0]
    return dict(zip(names, map(float, values), strict=True))


def _matrix(lines: Sequence[Mapping[Name, float]]) -> tuple[list[Name], NDArray[np.float64]]:
    place = {name: at for at, name in enumerate(dict.fromkeys(name for line in lines for name in line))}
    matrix = np.zeros((len(lines), len(place)))
    for row, line in enumerate(lines):
        for name, sign in line.items():
            matrix[row, place[name]] = sign
    return list(place), matrix


def connected(lines: Sequence[dict[Name, float]]) -> list[list[dict[Name, float]]]:
    """Return the lines in groups that share no unknown with each other: small systems are solved fast."""
    group_of: dict[Name, int] = {}
    groups: dict[int, list[dict[Name, float]]] = {}
    for at, line in enumerate(lines):
        touched = {group_of[name] for name in line if name in group_of}
        groups[at] = [line, *(other for old in touched for other in groups.pop(old))]
        group_of.update((name, at) for each in groups[at] for name in each)
    return list(groups.values())


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
