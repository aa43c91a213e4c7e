"""How many ads say what they pay: nulls are a result."""

from __future__ import annotations

import pandas as pd

from reports.answer import SHARES, answer, tidy, total, with_shares
from reports.crosstabs import crosstabs
from reports.meta import Meta
from reports.table import Column, Table


def ask_pay_stated(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return for each `label` in scope how many `ads` state pay, of how many, with the share's interval."""
    return _stated("pay_stated", "label", frame, meta)


def ask_pay_stated_by_language(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return for each `language` how many `ads` in scope state pay, of how many, with the share's interval."""
    return _stated("pay_stated_by_language", "language", frame, meta)


def _stated(name: str, axis: str, frame: pd.DataFrame, meta: Meta) -> Table:
    rows = with_shares(tidy(crosstabs(frame)[name], axis, "pay_stated"))
    rows = rows[rows["pay_stated"] == "stated"].drop(columns="pay_stated")
    notes = ("counted_once", "share_interval", "small_hidden")
    return answer(name, meta, total(frame, name), rows, (Column(axis, "key"), *SHARES), notes)
