"""What the ads pay by the hour: by label and basis, by the level of skill they ask, and by language."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from reports.answer import answer, counting, shown, silent_cells, total
from reports.crosstabs import IN_SCOPE, crosstabs, one_ended, split
from reports.groups import level_text
from reports.hourly_pay import COLUMNS, FULL_TIME, comparable, spreads
from reports.meta import Meta
from reports.suppression import TOTAL
from reports.table import Column, Table

_NEEDED = ("label", "basis", "tier", "eur_min", "eur_max", "hiring_organization")
_NOTES = (
    "counted_once",
    "midpoint",
    "series_apart",
    "stated_pay",
    "median_interval",
    "ladder",
    "one_poster",
    "small_hidden",
)


def ask_pay(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return the spread of pay per hour by `label` and `basis`, tiers A and B."""
    hidden = crosstabs(frame)["pay_by_level"].hidden[TOTAL].drop(TOTAL)
    silent = {tuple(split(key)) for key in hidden.index[hidden.to_numpy(dtype=bool)]}
    ads = comparable(_in_scope(frame, *_NEEDED))
    columns = (Column("label", "key"), Column("basis", "key"), *COLUMNS)
    rows = spreads(ads, ["label", "basis"], silent)
    n, of = total(frame, "pay_by_level"), total(frame, "pay_stated")
    return answer("pay", meta, n, rows, columns, ("tiers_ab", *_NOTES), of)


def ask_pay_by_level(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return the spread of pay per hour by `label`, `basis` and `level` of skill asked, tiers A and B."""
    return _split("pay_by_level", "level", "skill_level", level_text, frame, meta)


def ask_pay_by_language(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return the spread of pay per hour by `label`, `basis` and `language` of the ad, tiers A and B."""
    return _split("pay_by_language", "language", "language", lambda values: values, frame, meta)


def ask_pay_full_time(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return the spread of pay per hour of tier C, where full time is assumed: a figure beside the headline."""
    rows = spreads(comparable(_in_scope(frame, *_NEEDED), FULL_TIME), ["label", "basis"])
    columns = (Column("label", "key"), Column("basis", "key"), *COLUMNS[:-1])
    return answer("pay_full_time", meta, shown(rows), rows, columns, ("tier_c", *_NOTES))


def ask_pay_one_end(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return the spread of pay of which an ad names only one `end` (`from 10`, `up to 10`): no headline counts it."""
    ads = _in_scope(frame, *_NEEDED)
    ends = one_ended(ads)
    stated = ads["eur_min"].fillna(ads["eur_max"])
    ads = ads.assign(mid=stated, eur_min=stated, eur_max=stated).loc[ends.index].assign(end=ends)
    rows = spreads(ads, ["label", "basis", "end"])
    columns = (Column("label", "key"), Column("basis", "key"), Column("end", "key"), *COLUMNS[:-3])
    return answer("pay_one_end", meta, shown(rows), rows, columns, ("one_end", *_NOTES))


def _split(
    name: str, axis: str, column: str, grouped: Callable[[pd.Series], pd.Series], frame: pd.DataFrame, meta: Meta
) -> Table:
    needed = dict.fromkeys((*_NEEDED, column))
    ads = comparable(_in_scope(frame, *needed))
    ads = ads.assign(**{axis: grouped(ads[column])})
    silent = silent_cells(crosstabs(frame)[name])
    rows = spreads(ads, ["label", "basis", axis], silent)
    if axis == "level":
        rows["level"] = pd.to_numeric(rows["level"], errors="coerce").astype("Int64")
    columns = (Column("label", "key"), Column("basis", "key"), Column(axis, "level" if axis == "level" else "key"))
    n, of = total(frame, name), total(frame, "pay_stated")
    return answer(name, meta, n, rows, (*columns, *COLUMNS), ("tiers_ab", *_NOTES), of)


def _in_scope(frame: pd.DataFrame, *columns: str) -> pd.DataFrame:
    ads = counting(frame, *columns)
    return ads[ads["label"].isin(IN_SCOPE)]
