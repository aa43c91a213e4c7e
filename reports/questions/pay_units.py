"""Pay that is not turned into pay by the hour: by the word, post, call, project, or by the month without hours."""

from __future__ import annotations

import pandas as pd

from reports.answer import answer, counting, silent_cells, total
from reports.crosstabs import IN_SCOPE, crosstabs, own_unit
from reports.meta import Meta
from reports.statistics import hidden, spread
from reports.table import HIDDEN, Column, Table

COLUMNS = tuple(Column(name, "number") for name in ("median", "low", "high", "q1", "q3", "minimum", "maximum"))


def ask_pay_units(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return for each `unit`, `currency`, `basis` and `label` the spread of pay as stated (middle of a range).

    Groups of which nothing may be told are left out: there are many units, and most are rare.
    """
    ads = counting(frame, "label", "basis", "tier", "pay_min", "pay_max", "pay_unit", "currency")
    ads = ads[ads["label"].isin(IN_SCOPE)]
    ads = ads[own_unit(ads)].rename(columns={"pay_unit": "unit"})
    middle = (ads["pay_min"].fillna(ads["pay_max"]) + ads["pay_max"].fillna(ads["pay_min"])) / 2
    silent = silent_cells(crosstabs(frame)["pay_units"])
    by = ["unit", "currency", "basis", "label"]
    rows = []
    for key, values in middle.groupby([ads[name].astype(str) for name in by], sort=True):
        found = hidden(len(values)) if key in silent else spread(values.to_numpy(dtype=float))
        quiet = found.rung == "hidden"
        rows.append(
            dict(zip(by, key, strict=True)) | found._asdict() | {f"n{HIDDEN}": quiet, "n": pd.NA if quiet else found.n}
        )
    names = [*by, "n", "rung", *(column.name for column in COLUMNS), f"n{HIDDEN}"]
    table = pd.DataFrame(rows, columns=names).astype({"n": "Int64", f"n{HIDDEN}": bool})
    table = table[~table[f"n{HIDDEN}"]]
    columns = (*(Column(name, "key") for name in by), Column("n", "count"), Column("rung", "key"), *COLUMNS)
    notes = (
        "own_units",
        "left_out",
        "counted_once",
        "series_apart",
        "stated_pay",
        "median_interval",
        "ladder",
        "small_hidden",
    )
    return answer("pay_units", meta, total(frame, "pay_units"), table, columns, notes)
