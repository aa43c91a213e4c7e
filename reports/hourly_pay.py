"""Pay by the hour of groups of ads: which ads can be compared, and what may be said of each group."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

import numpy as np
import pandas as pd

from reports.posters import mostly_one
from reports.statistics import SMALLEST, Spread, hidden, spread, untold
from reports.table import HIDDEN, Column

STEP: Final = 0.5
"""EUR per hour to which figures of fewer than 30 ads are rounded."""
HEADLINE: Final = ("A", "B")
"""Tiers of the headline: stated by the hour, or worked out from hours in the ad."""
FULL_TIME: Final = ("C",)
"""The tier of the sensitivity row: full time assumed. Never pooled with the headline."""

COLUMNS: Final = (
    Column("n", "count"), Column("rung", "key"), Column("median", "eur"), Column("low", "eur"), Column("high", "eur"),
    Column("q1", "eur"), Column("q3", "eur"), Column("minimum", "eur"), Column("maximum", "eur"),
    Column("median_from", "eur"), Column("median_to", "eur"), Column("derived", "share"),
)  # fmt: skip
"""Columns that `spreads` makes, besides the group's own: `low` and `high` are the interval of the median,
`median_from` and `median_to` the medians of the lower and upper ends as stated, `derived` the share of tier B."""


def comparable(frame: pd.DataFrame, tiers: tuple[str, ...] = HEADLINE) -> pd.DataFrame:
    """Return the ads of `tiers` that state both ends of their pay, with `mid`, the middle in EUR per hour."""
    kept = frame[frame["tier"].isin(tiers) & frame["eur_min"].notna() & frame["eur_max"].notna()]
    return kept.assign(mid=(kept["eur_min"] + kept["eur_max"]) / 2)


def spreads(ads: pd.DataFrame, by: list[str], silent: Container[tuple[str, ...]] = ()) -> pd.DataFrame:
    """Return one row a group of ads with `mid`: the columns `by`, and `COLUMNS` with `n_hidden`.

    `silent` are the groups (as texts) of which nothing is told, besides those too small. Of groups that are mostly one
    poster's (`hiring_organization`) only the number is told.
    """
    rows = []
    for key, group in ads.groupby(by, observed=True, sort=True):
        told = tuple(map(str, key)) not in silent
        rows.append(dict(zip(by, key, strict=True)) | _figures(group, told))
    names = [*by, *(column.name for column in COLUMNS), f"n{HIDDEN}"]
    return pd.DataFrame(rows, columns=names).astype({"n": "Int64", f"n{HIDDEN}": bool})


def _figures(group: pd.DataFrame, told: bool) -> dict[str, object]:
    found = _spread(group) if told else hidden(len(group))
    silent = found.rung == "hidden"
    shown = found.rung in {"indicative", "full"}
    ends = {
        name: _median(group[column], found) if shown else np.nan
        for name, column in (("median_from", "eur_min"), ("median_to", "eur_max"))
    }
    derived = np.nan if silent or found.rung == "one_poster" else round(float((group["tier"] == "B").mean()), 4)
    return found._asdict() | ends | {"derived": derived, f"n{HIDDEN}": silent, "n": pd.NA if silent else found.n}


def _spread(group: pd.DataFrame) -> Spread:
    if len(group) >= SMALLEST and mostly_one(group["hiring_organization"]):
        return untold(len(group))
    return spread(group["mid"].to_numpy(dtype=np.float64), STEP)


def _median(values: pd.Series, found: Spread) -> float:
    return spread(values.to_numpy(dtype=np.float64), STEP if found.rung == "indicative" else 0.0).median
