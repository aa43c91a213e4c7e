"""How many hours a week the ads ask, by label: most of a working week, some, few, or not told."""

from __future__ import annotations

import pandas as pd

from reports.answer import SHARES, answer, tidy, total, with_shares
from reports.crosstabs import crosstabs
from reports.meta import Meta
from reports.table import Column, Table


def ask_hours(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return for each `label` and band of `hours` (`reports.groups.HOURS`) the `ads`, of how many, and the share."""
    rows = with_shares(tidy(crosstabs(frame)["hours"], "label", "hours"))
    columns = (Column("label", "key"), Column("hours", "key"), *SHARES)
    notes = ("hours_bands", "counted_once", "share_interval", "small_hidden")
    return answer("hours", meta, total(frame, "hours"), rows, columns, notes)
