"""Which level of skill the ads ask, by label."""

from __future__ import annotations

import pandas as pd

from classifier.labels import LABELS
from reports.answer import answer, counting, hide, small, with_shares
from reports.meta import Meta
from reports.table import Column, Table

LEVELS = (0, 1, 2, 3)


def ask_skill_levels(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return for each `label` and `level` the `ads`, of how many of the label that tell a level, and the share."""
    ads = counting(frame, "label", "skill_level").dropna()
    ads = ads[ads["label"].isin(LABELS[:3])]
    counts = pd.crosstab(ads["label"].astype(str), ads["skill_level"].astype(int))
    counts = counts.reindex(index=list(LABELS[:3]), columns=list(LEVELS), fill_value=0)
    rows = counts.stack().rename("ads").rename_axis(["label", "level"]).reset_index()
    rows["of"] = rows.groupby("label", sort=False)["ads"].transform("sum")
    rows = hide(with_shares(rows), "ads", small(rows["ads"]), "share", "low", "high")
    columns = (Column("label", "key"), Column("level", "level"), Column("ads", "count"), Column("of", "count"),
               Column("share", "share"), Column("low", "share"), Column("high", "share"))  # fmt: skip
    notes = ("counted_once", "share_interval", "small_hidden")
    return answer("skill_levels", meta, len(ads), rows, columns, notes)
