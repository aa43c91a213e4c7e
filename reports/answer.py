"""How a question turns counts into its table: tidy rows, hidden cells, shares with intervals, window and n."""

from __future__ import annotations

from typing import Final

import numpy as np
import pandas as pd

from reports.crosstabs import Cells, crosstabs, split
from reports.meta import Meta
from reports.population import counted
from reports.shares import wilson
from reports.suppression import TOTAL
from reports.table import HIDDEN, Column, Table

SHARES: Final = (
    Column("ads", "count"),
    Column("of", "count"),
    Column("share", "share"),
    Column("low", "share"),
    Column("high", "share"),
)
"""Columns that `with_shares` makes: `ads` of how many, their share, and its 95 % interval from `low` to `high`."""


def counting(frame: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """Return the ads that count, with only the `columns` asked for."""
    return frame.loc[counted(frame), list(columns)]


def answer(
    name: str,
    meta: Meta,
    n: int,
    rows: pd.DataFrame,
    columns: tuple[Column, ...],
    notes: tuple[str, ...] = (),
    of: int = 0,
) -> Table:
    """Return the table of a question: `rows`, and the window of the report; `of`: see `Table.of`."""
    kept = rows.drop(columns=[each for each in rows if str(each).startswith("_")])
    return Table(name, kept.reset_index(drop=True), columns, n, meta.first, meta.last, ("ads_seen", *notes), of)


def total(frame: pd.DataFrame, name: str) -> int:
    """Return the grand total of the table of counts `name`; 0 when it must not be told."""
    cells = crosstabs(frame)[name]
    return 0 if cells.hidden.loc[TOTAL, TOTAL] else int(cells.counts.to_numpy().sum())


def tidy(cells: Cells, axis: str, other: str, of: tuple[pd.Series, pd.Series] | None = None) -> pd.DataFrame:
    """Return one row a cell: the columns `axis` and `other`, `ads` and `of`, both with what is hidden.

    `of` holds, for each member of `other`, the ads among which shares are told, and whether that number is hidden;
    by default the total of the cell's row is taken.
    """
    counts, inner = cells.counts, cells.hidden.drop(index=TOTAL, columns=TOTAL)
    rows = pd.DataFrame(
        {
            axis: np.repeat(counts.index.to_numpy(), counts.shape[1]),
            other: np.tile(counts.columns.to_numpy(), len(counts)),
            "ads": counts.to_numpy().ravel(),
            f"ads{HIDDEN}": inner.to_numpy(dtype=bool).ravel(),
        }
    )
    by, sizes, silent = (axis, cells.counts.sum(axis=1), cells.hidden[TOTAL]) if of is None else (other, *of)
    rows["of"] = rows[by].map(sizes)
    rows[f"of{HIDDEN}"] = rows[by].map(silent).astype(bool)
    return rows


def all_row(cells: Cells, axis: str, part: str) -> pd.DataFrame:
    """Return the row of all groups together of who is in the column `part`: it may be told where single groups may not.

    `axis` is the column that names the group.
    """
    hidden = cells.hidden.loc[TOTAL]
    row = {axis: TOTAL, "ads": int(cells.counts[part].sum()), "of": int(cells.counts.to_numpy().sum())}
    return pd.DataFrame([row | {f"ads{HIDDEN}": bool(hidden[part]), f"of{HIDDEN}": bool(hidden[TOTAL])}])


def shown(rows: pd.DataFrame) -> int:
    """Return how many ads the groups that are told hold: the `n` of a table whose small groups nothing gives away."""
    return int(rows["n"].fillna(0).sum())


def silent_cells(cells: Cells) -> set[tuple[str, ...]]:
    """Return the keys (row's parts, column) of the cells that must not be told."""
    inner = cells.hidden.drop(index=TOTAL, columns=TOTAL)
    places = np.argwhere(inner.to_numpy(dtype=bool))
    return {(*split(str(inner.index[row])), str(inner.columns[column])) for row, column in places}


def label_sizes(frame: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """Return the ads of each label, and which of these numbers are hidden."""
    cells = crosstabs(frame)["labels_by_month"]
    hidden = pd.Series(cells.hidden.loc[TOTAL]).drop(TOTAL)
    return cells.counts.sum(axis=0), hidden


def with_shares(rows: pd.DataFrame) -> pd.DataFrame:
    """Return `rows` of `tidy` with `share`, `low` and `high`, and what is hidden taken out."""
    low, high = wilson(rows["ads"], rows["of"])
    with np.errstate(divide="ignore", invalid="ignore"):
        share = rows["ads"].to_numpy(dtype=float) / rows["of"].to_numpy(dtype=float)
    silent = (rows[f"ads{HIDDEN}"] | rows[f"of{HIDDEN}"]).to_numpy(dtype=bool)
    figures = {
        name: np.where(silent, np.nan, values) for name, values in (("share", share), ("low", low), ("high", high))
    }
    shown = rows.assign(**figures)
    for name in ("ads", "of"):
        shown[name] = shown[name].astype("Int64").mask(shown[f"{name}{HIDDEN}"])
    return shown
