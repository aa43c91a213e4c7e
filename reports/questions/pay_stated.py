"""How many ads say what they pay: nulls are a result."""

from __future__ import annotations

import pandas as pd

from classifier.labels import LABELS
from reports.answer import answer, counting, hide, small, with_shares
from reports.meta import Meta
from reports.table import Column, Table


def ask_pay_stated(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return for each `label` how many `ads` state pay, of how many, with the share's interval."""
    ads = counting(frame, "label", "pay_min", "pay_max")
    ads = ads[ads["label"].isin(LABELS[:3])]
    stated = ads["pay_min"].notna() | ads["pay_max"].notna()
    groups = stated.groupby(ads["label"].astype(str))
    rows = pd.DataFrame({"label": LABELS[:3]})
    rows["ads"] = rows["label"].map(groups.sum()).fillna(0).astype(int)
    rows["of"] = rows["label"].map(groups.size()).fillna(0).astype(int)
    rows = with_shares(rows)
    rest = small(rows["of"] - rows["ads"])
    rows = hide(rows, "ads", small(rows["ads"]) | rest | small(rows["of"]), "share", "low", "high")
    columns = (Column("label", "key"), Column("ads", "count"), Column("of", "count"), Column("share", "share"),
               Column("low", "share"), Column("high", "share"))  # fmt: skip
    notes = ("counted_once", "share_interval", "small_hidden")
    return answer("pay_stated", meta, len(ads), rows, columns, notes)
