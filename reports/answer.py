"""How a question turns rows into its table: the counted ads it speaks of, hidden cells, window and n."""

from __future__ import annotations

import numpy as np
import pandas as pd

from reports.meta import Meta
from reports.population import counted
from reports.shares import wilson
from reports.statistics import SMALLEST
from reports.table import HIDDEN, Column, Table


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
) -> Table:
    """Return the table of a question: `rows`, and the window of the report."""
    return Table(name, rows.reset_index(drop=True), columns, n, meta.first, meta.last, ("ads_seen", *notes))


def hide(rows: pd.DataFrame, name: str, mask: np.ndarray | pd.Series, *more: str) -> pd.DataFrame:
    """Return `rows` with the cells of `name` (and of the columns `more`) hidden where `mask` is true."""
    flags = np.asarray(mask, dtype=bool)
    result = rows.copy()
    result[name] = result[name].astype("Int64").mask(flags)
    for other in more:
        result[other] = result[other].mask(flags)
    result[f"{name}{HIDDEN}"] = flags
    return result


def small(counts: pd.Series) -> np.ndarray:
    """Return which counts are of 1-4 ads, and so are hidden."""
    values = counts.to_numpy(dtype=float)
    return (values > 0) & (values < SMALLEST)


def with_shares(rows: pd.DataFrame) -> pd.DataFrame:
    """Return `rows` with `share` of `ads` in `of`, and the ends `low` and `high` of its 95 % interval."""
    low, high = wilson(rows["ads"], rows["of"])
    with np.errstate(divide="ignore", invalid="ignore"):
        share = rows["ads"].to_numpy(dtype=float) / rows["of"].to_numpy(dtype=float)
    return rows.assign(share=share, low=low, high=high)
