"""Pay against the skill asked: how many ads offer less than the yardstick of their level."""

from __future__ import annotations

import numpy as np
import pandas as pd

from reports.answer import answer, counting, total
from reports.benchmarks import FOR_LEVEL, benchmarks
from reports.crosstabs import IN_SCOPE, crosstabs
from reports.groups import SEPARATOR
from reports.hourly_pay import comparable
from reports.meta import Meta
from reports.posters import mostly_one
from reports.shares import wilson
from reports.statistics import SMALLEST
from reports.table import HIDDEN, Column, Table

_COLUMNS = (
    Column("label", "key"), Column("basis", "key"), Column("level", "level"), Column("benchmark", "key"),
    Column("benchmark_eur", "eur"), Column("n", "count"), Column("below", "count"), Column("share", "share"),
    Column("low", "share"), Column("high", "share"),
)  # fmt: skip


def ask_pay_against_skill(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return by `label`, `basis` and `level` how many of the `n` comparable ads offer less than the level's yardstick.

    An ad offers less when even the upper end of its pay is below. Net pay is left out: the yardsticks are gross.
    """
    ads = comparable(
        counting(frame, "label", "basis", "tier", "eur_min", "eur_max", "skill_level", "hiring_organization")
    )
    ads = ads[ads["label"].isin(IN_SCOPE) & (ads["basis"] != "net") & ads["skill_level"].notna()]
    ads = ads.assign(level=ads["skill_level"].astype(int))
    hidden = crosstabs(frame)["pay_by_level"].hidden
    rows = []
    for key, group in ads.groupby(["label", "basis", "level"], observed=True):
        label, basis, level = str(key[0]), str(key[1]), int(str(key[2]))
        silent = bool(hidden.loc[f"{label}{SEPARATOR}{basis}", str(level)])
        rows.append({"label": label, "basis": basis, "level": level} | _row(group, level, silent))
    names = [*(column.name for column in _COLUMNS), f"n{HIDDEN}", f"below{HIDDEN}"]
    table = pd.DataFrame(rows, columns=names).astype({"n": "Int64", "below": "Int64", "level": "Int64"})
    notes = (
        "benchmarks",
        "below_upper_end",
        "tiers_ab",
        "counted_once",
        "series_apart",
        "share_interval",
        "one_poster",
        "small_hidden",
    )
    n, of = total(frame, "pay_by_level"), total(frame, "pay_stated")
    return answer("pay_against_skill", meta, n, table, _COLUMNS, notes, of)


def _row(ads: pd.DataFrame, level: int, silent: bool) -> dict[str, object]:
    yardstick = benchmarks()[FOR_LEVEL[level]]
    n, below = len(ads), int((ads["eur_max"] < yardstick.low).sum())
    few = silent or mostly_one(ads["hiring_organization"]) or any(0 < count < SMALLEST for count in (below, n - below))
    low, high = wilson(below, n)
    figures = [np.nan] * 3 if few else [below / n, float(low), float(high)]
    return {
        "benchmark": yardstick.id,
        "benchmark_eur": yardstick.low,
        "n": pd.NA if silent else n,
        f"n{HIDDEN}": silent,
        "below": pd.NA if few else below,
        f"below{HIDDEN}": few,
        **dict(zip(("share", "low", "high"), figures, strict=True)),
    }
