"""Pay that is not turned into pay by the hour: by the word, post, call, project, or by the month without hours."""

from __future__ import annotations

import pandas as pd

from reports.answer import answer, counting, shown
from reports.crosstabs import IN_SCOPE, own_unit
from reports.meta import Meta
from reports.posters import mostly_one
from reports.statistics import SMALLEST, Spread, spread, untold
from reports.table import HIDDEN, Column, Table

COLUMNS = tuple(Column(name, "number") for name in ("median", "low", "high", "q1", "q3", "minimum", "maximum"))


def ask_pay_units(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return for each `unit`, `currency`, `basis` and `label` the spread of pay as stated (middle of a range).

    Groups of which nothing may be told are left out: there are many units, and most are rare.
    """
    ads = counting(frame, "label", "basis", "tier", "pay_min", "pay_max", "pay_unit", "currency", "hiring_organization")
    ads = ads[ads["label"].isin(IN_SCOPE)]
    ads = ads[own_unit(ads)].rename(columns={"pay_unit": "unit"})
    middle = (ads["pay_min"].fillna(ads["pay_max"]) + ads["pay_max"].fillna(ads["pay_min"])) / 2
    by = ["unit", "currency", "basis", "label"]
    rows = [
        dict(zip(by, key, strict=True)) | _spread(values, ads["hiring_organization"])._asdict()
        for key, values in middle.groupby([ads[name].astype(str) for name in by], sort=True)
        if len(values) >= SMALLEST
    ]
    table = pd.DataFrame(rows, columns=[*by, "n", "rung", *(column.name for column in COLUMNS)]).astype({"n": "Int64"})
    table[f"n{HIDDEN}"] = False
    columns = (*(Column(name, "key") for name in by), Column("n", "count"), Column("rung", "key"), *COLUMNS)
    notes = (
        "own_units",
        "left_out",
        "counted_once",
        "series_apart",
        "stated_pay",
        "median_interval",
        "ladder",
        "one_poster",
    )
    return answer("pay_units", meta, shown(table), table, columns, notes)


def _spread(values: pd.Series, posters: pd.Series) -> Spread:
    if mostly_one(posters.loc[values.index]):
        return untold(len(values))
    return spread(values.to_numpy(dtype=float))
