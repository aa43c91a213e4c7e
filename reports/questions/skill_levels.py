"""Which level of skill the ads ask, by label."""

from __future__ import annotations

import pandas as pd

from reports.answer import SHARES, answer, tidy, total, with_shares
from reports.crosstabs import crosstabs
from reports.meta import Meta
from reports.table import Column, Table


def ask_skill_levels(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return for each `label` and `level` (0-3; NA: none told) the `ads`, of all of the label, and the share."""
    rows = with_shares(tidy(crosstabs(frame)["skill_levels"], "label", "level"))
    rows["level"] = pd.to_numeric(rows["level"], errors="coerce").astype("Int64")
    rows = rows[rows["level"].notna() | rows["ads"].fillna(1).gt(0)]
    columns = (Column("label", "key"), Column("level", "level"), *SHARES)
    notes = ("counted_once", "share_interval", "small_hidden")
    return answer("skill_levels", meta, total(frame, "skill_levels"), rows, columns, notes)
