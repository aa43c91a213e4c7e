"""How many ads say what they pay: nulls are a result."""

from __future__ import annotations

import pandas as pd

from reports.answer import SHARES, all_row, answer, tidy, total, with_shares
from reports.crosstabs import crosstabs
from reports.meta import Meta
from reports.table import Column, Table


def ask_pay_stated(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return for each `label` in scope, and in `total`, how many `ads` state pay, of how many, with the interval."""
    return _stated("pay_stated", "label", frame, meta)


def ask_pay_stated_by_language(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return for each `language`, and in `total`, how many `ads` in scope state pay, of how many."""
    return _stated("pay_stated_by_language", "language", frame, meta)


def _stated(name: str, axis: str, frame: pd.DataFrame, meta: Meta) -> Table:
    cells = crosstabs(frame)[name]
    rows = tidy(cells, axis, "pay_stated")
    rows = rows[rows["pay_stated"] == "stated"].drop(columns="pay_stated")
    rows = (
        with_shares(pd.concat([rows, all_row(cells, axis, "stated")], ignore_index=True))
        if len(frame)
        else with_shares(rows)
    )
    notes = ("counted_once", "share_interval", "small_hidden")
    return answer(name, meta, total(frame, name), rows, (Column(axis, "key"), *SHARES), notes)
