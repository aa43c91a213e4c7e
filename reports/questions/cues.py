"""Which cues the ads hold most often, by label, with short quotes."""

from __future__ import annotations

from typing import Final

import pandas as pd

from classifier.labels import LABELS
from reports.answer import answer, counting, hide, small, with_shares
from reports.meta import Meta
from reports.quotes import quotes
from reports.table import Column, Table

MOST: Final = 12
"""Cues shown for each label."""


def ask_cues(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return for each `label` the indicators found most: `ads`, of how many, share, interval and `quotes`."""
    ads = counting(frame, "label", "indicators", "evidence", "hiring_organization")
    ads = ads[ads["label"].isin(LABELS[:3])]
    of = ads["label"].value_counts()
    each = ads[["label", "indicators"]].explode("indicators").dropna()
    counts = each.groupby(["label", "indicators"], observed=True).size().rename("ads").reset_index()
    counts = counts.sort_values(["label", "ads", "indicators"], ascending=[True, False, True])
    rows = (
        counts.groupby("label", observed=True, sort=False)
        .head(MOST)
        .rename(columns={"indicators": "indicator"})
    )
    rows = rows.assign(label=rows["label"].astype(str), of=[int(of[label]) for label in rows["label"]])
    rows = rows[~small(rows["ads"])]
    spans = _spans(ads)
    pairs = zip(rows["label"], rows["indicator"], strict=True)
    rows["quotes"] = pd.Series(
        [quotes(spans.get(pair, [])) for pair in pairs], index=rows.index, dtype="object"
    )
    rows = hide(with_shares(rows), "ads", small(rows["ads"]), "share", "low", "high")
    columns = (Column("label", "key"), Column("indicator", "key"), Column("ads", "count"), Column("of", "count"),
               Column("share", "share"), Column("low", "share"), Column("high", "share"),
               Column("quotes", "quotes"))  # fmt: skip
    notes = ("counted_once", "several_each", "share_interval", "small_hidden", "quotes")
    return answer("cues", meta, len(ads), rows, columns, notes)


def _spans(ads: pd.DataFrame, most: int = 40) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """Return (label, indicator) → pairs of words and poster, of the first ads that show them."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for label, evidence, poster in zip(
        ads["label"], ads["evidence"], ads["hiring_organization"], strict=True
    ):
        for span in evidence:
            kept = found.setdefault((label, span["indicator"]), [])
            if len(kept) < most:
                kept.append((span["text"], poster or ""))
    return found
