"""Which skills the ads ask most, by label."""

from __future__ import annotations

from typing import Final

import pandas as pd

from classifier.labels import LABELS
from reports.answer import answer, counting, hide, small, with_shares
from reports.meta import Meta
from reports.table import Column, Table

MOST: Final = 15
"""Skills shown for each label."""


def ask_skills(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return for each `label` the skills asked most: `ads`, of how many, share and its interval."""
    ads = counting(frame, "label", "skills")
    ads = ads[ads["label"].isin(LABELS[:3])]
    of = ads["label"].value_counts()
    each = ads.explode("skills").dropna()
    counts = each.groupby(["label", "skills"], observed=True).size().rename("ads").reset_index()
    counts = counts.sort_values(["label", "ads", "skills"], ascending=[True, False, True])
    rows = counts.groupby("label", observed=True, sort=False).head(MOST).rename(columns={"skills": "skill"})
    rows = rows.assign(label=rows["label"].astype(str), of=[int(of[label]) for label in rows["label"]])
    rows = rows[~small(rows["ads"])]
    rows = hide(with_shares(rows), "ads", small(rows["ads"]), "share", "low", "high")
    columns = (Column("label", "key"), Column("skill", "key"), Column("ads", "count"), Column("of", "count"),
               Column("share", "share"), Column("low", "share"), Column("high", "share"))  # fmt: skip
    notes = ("counted_once", "several_each", "share_interval", "small_hidden")
    return answer("skills", meta, len(ads), rows, columns, notes)
