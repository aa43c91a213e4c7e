"""Counting lists: how many ads of each group hold each item (skills, indicators, sectors)."""

from __future__ import annotations

from itertools import chain

import numpy as np
import pandas as pd


def members(lists: pd.Series, groups: pd.Series, kept: list[str]) -> pd.DataFrame:
    """Return item × group: ads of the group whose list holds the item; each list holds an item once.

    `kept` are the groups to count, in the order of the columns; the items are sorted.
    """
    inside = groups.isin(kept).to_numpy()
    values = lists.to_numpy()[inside]
    group = pd.Categorical(groups.astype(str).to_numpy()[inside], categories=kept).codes.astype(np.int64)
    lengths = np.fromiter(map(len, values), dtype=np.int64, count=len(values))
    flat = np.fromiter(chain.from_iterable(values), dtype=object, count=int(lengths.sum()))
    codes, items = pd.factorize(flat)
    cells = np.bincount(codes * len(kept) + np.repeat(group, lengths), minlength=len(items) * len(kept))
    table = pd.DataFrame(cells.reshape(len(items), len(kept)), index=[str(item) for item in items], columns=kept)
    return table.sort_index()


def cross(rows: pd.Series, columns: pd.Series, kept: list[str]) -> pd.DataFrame:
    """Return the counts of `rows` × `columns`; rows in the order of their category or sorted, columns as in `kept`."""
    left = rows.cat.remove_unused_categories() if isinstance(rows.dtype, pd.CategoricalDtype) else rows
    codes, items = pd.factorize(left, sort=True)
    others = pd.Categorical(columns.astype(str), categories=kept).codes.astype(np.int64)
    inside = (codes >= 0) & (others >= 0)
    cells = np.bincount(codes[inside] * len(kept) + others[inside], minlength=len(items) * len(kept))
    return pd.DataFrame(cells.reshape(len(items), len(kept)), index=[str(item) for item in items], columns=kept)
