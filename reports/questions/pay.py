"""What the ads pay by the hour: by label and basis, and by the level of skill they ask."""

from __future__ import annotations

import pandas as pd

from classifier.labels import LABELS
from reports.answer import answer, counting
from reports.hourly_pay import COLUMNS, comparable, spreads
from reports.meta import Meta
from reports.table import Column, Table

_NEEDED = ("label", "basis", "tier", "eur_min", "eur_max")
_NOTES = ("counted_once", "tiers_ab", "midpoint", "series_apart", "stated_pay", "median_interval", "ladder")


def ask_pay(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return the spread of pay per hour by `label` and `basis`, tiers A and B."""
    ads = comparable(_in_scope(counting(frame, *_NEEDED)))
    columns = (Column("label", "key"), Column("basis", "key"), *COLUMNS)
    return answer("pay", meta, len(ads), spreads(ads, ["label", "basis"]), columns, _NOTES)


def ask_pay_by_level(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return the spread of pay per hour by `label`, `basis` and `level` of skill asked, tiers A and B."""
    ads = comparable(_in_scope(counting(frame, *_NEEDED, "skill_level"))).rename(
        columns={"skill_level": "level"}
    )
    columns = (Column("label", "key"), Column("basis", "key"), Column("level", "level"), *COLUMNS)
    return answer("pay_by_level", meta, len(ads), spreads(ads, ["label", "basis", "level"]), columns, _NOTES)


def _in_scope(ads: pd.DataFrame) -> pd.DataFrame:
    return ads[ads["label"].isin(LABELS[:3])]
