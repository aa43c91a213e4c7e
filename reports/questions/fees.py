"""How many ads ask money from the worker, what for, and how much: never pay, and never taken off it."""

from __future__ import annotations

import pandas as pd

from reports.answer import SHARES, all_row, answer, counting, shown, tidy, total, with_shares
from reports.crosstabs import crosstabs
from reports.groups import FEE_ASKED, NO_SUM, fee_currency, fees_read
from reports.meta import Meta
from reports.posters import mostly_one
from reports.statistics import Spread, spread, untold
from reports.suppression import TOTAL
from reports.table import HIDDEN, Column, Table

ASKED = FEE_ASKED[0]
AMOUNTS = tuple(Column(name, "number") for name in ("median", "low", "high", "q1", "q3", "minimum", "maximum"))

_NOTES = ("counted_once", "share_interval", "small_hidden")


def ask_fees(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return for each `label`, and in `total`, how many `ads` ask money from the worker, of how many.

    There are no rows where this was not read of all ads.
    """
    cells = crosstabs(frame)["fees"]
    rows = tidy(cells, "label", "fee")
    rows = rows[rows["fee"] == ASKED].drop(columns="fee")
    rows = rows[rows["of"] > 0]
    if len(rows):
        rows = pd.concat([rows, all_row(cells, "label", ASKED)], ignore_index=True)
    rows = with_shares(rows)
    return answer("fees", meta, total(frame, "fees"), rows, (Column("label", "key"), *SHARES), ("fees", *_NOTES))


def ask_fee_kinds(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return for each `fee_kind` the `ads` that ask money for it, of all that ask any, and the share.

    There are no rows where none of them may be told.
    """
    cells = crosstabs(frame)["fee_kinds"]
    hidden = cells.hidden[TOTAL]
    sizes = cells.counts.sum(axis=1)
    rows = pd.DataFrame({"fee_kind": sizes.index.astype(str), "ads": sizes.to_numpy(), "of": int(sizes.sum())})
    rows[f"ads{HIDDEN}"] = hidden.drop(TOTAL).to_numpy(dtype=bool)
    rows[f"of{HIDDEN}"] = bool(hidden[TOTAL])
    if rows[f"ads{HIDDEN}"].all():
        rows = rows.iloc[:0]
    rows = with_shares(rows).sort_values(["ads", "fee_kind"], ascending=[False, True], kind="stable")
    columns = (Column("fee_kind", "key"), *SHARES)
    return answer("fee_kinds", meta, total(frame, "fee_kinds"), rows, columns, ("fees", "fee_kinds", *_NOTES))


def ask_fee_amounts(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return for each `currency`, and each `fee_kind` in it, the spread of the sums asked (middle of a range).

    Groups of which nothing may be told are left out; no sum is converted.
    """
    ads = _stated(frame)
    cells = crosstabs(frame)["fee_kinds"]
    rows = [
        {"currency": currency, "fee_kind": kind} | _spread(group)._asdict()
        for currency, of_currency in ads.groupby("currency", sort=True)
        for kind, group in [(TOTAL, of_currency), *of_currency.groupby("fee_kind", sort=True)]
        if not cells.hidden.loc[str(kind), str(currency)]
    ]
    names = ["currency", "fee_kind", "n", "rung", *(column.name for column in AMOUNTS)]
    table = pd.DataFrame(rows, columns=names).astype({"n": "Int64"})
    table[f"n{HIDDEN}"] = False
    columns = (
        Column("currency", "key"),
        Column("fee_kind", "key"),
        Column("n", "count"),
        Column("rung", "key"),
        *AMOUNTS,
    )
    told = shown(table[table["fee_kind"] == TOTAL])
    notes = ("fees", "fee_amounts", "left_out", "counted_once", "median_interval", "ladder", "one_poster")
    return answer("fee_amounts", meta, told, table, columns, notes)


def _stated(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the ads that ask a sum of known currency: `fee_kind`, `currency`, poster, and `mid`, its middle."""
    ads = counting(frame, "fee_kind", "fee_min", "fee_max", "fee_currency", "hiring_organization")
    ads = ads[(ads["fee_kind"] != "none").to_numpy() & fees_read(ads)]
    low, high = ads["fee_min"], ads["fee_max"]
    middle = (low.fillna(high) + high.fillna(low)) / 2
    ads = ads.assign(currency=fee_currency(ads), fee_kind=ads["fee_kind"].astype(str), mid=middle)
    return ads[ads["currency"] != NO_SUM]


def _spread(group: pd.DataFrame) -> Spread:
    if mostly_one(group["hiring_organization"]):
        return untold(len(group))
    return spread(group["mid"].to_numpy(dtype=float))
