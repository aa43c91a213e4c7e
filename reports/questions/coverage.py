"""From which sources the ads of each period come: without this, a trend cannot be read."""

from __future__ import annotations

import pandas as pd

from reports.answer import SHARES, answer, tidy, total, with_shares
from reports.crosstabs import crosstabs
from reports.meta import Meta
from reports.table import Column, Table


def ask_coverage(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return for each period and `source` the `ads`, of all ads of the period, and their share."""
    rows = with_shares(tidy(crosstabs(frame)["coverage"], "month", "source"))
    columns = (Column("month", "key"), Column("source", "key"), *SHARES[:3])
    return answer("coverage", meta, total(frame, "coverage"), rows, columns, ("counted_once", "small_hidden"))
