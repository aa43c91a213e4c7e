"""What the ads are: genuine, disguised, open employment, out of scope; in all, by month, source and language."""

from __future__ import annotations

import pandas as pd

from classifier.labels import LABELS, UNCERTAIN
from reports.answer import answer, counting, hide, small, with_shares
from reports.meta import Meta
from reports.population import months
from reports.table import Column, Table

_SHARES = (Column("ads", "count"), Column("of", "count"), Column("share", "share"), Column("low", "share"),
           Column("high", "share"))  # fmt: skip
_NOTES = ("counted_once", "share_interval", "small_hidden", "uncertain")


def ask_labels(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return `label`, `ads` of all `of` that count, raw `share` with its interval `low`-`high`."""
    ads = counting(frame, "label")
    counts = ads["label"].value_counts()
    rows = pd.DataFrame({"label": [*LABELS, UNCERTAIN]})
    rows["ads"] = [int(counts.get(label, 0)) for label in rows["label"]]
    rows["of"] = len(ads)
    rows = with_shares(rows)
    rows = hide(rows, "ads", small(rows["ads"]), "share", "low", "high")
    return answer("labels", meta, len(ads), rows, (Column("label", "key"), *_SHARES), _NOTES)


def ask_labels_by_month(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return the shares of the labels in each month."""
    ads = counting(frame, "label", "date")
    return _crossed("labels_by_month", "month", ads.assign(month=months(ads["date"])), meta)


def ask_labels_by_source(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return the shares of the labels in each source."""
    return _crossed("labels_by_source", "source", counting(frame, "label", "source"), meta)


def ask_labels_by_language(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return the shares of the labels among Italian, English and other ads."""
    return _crossed("labels_by_language", "language", counting(frame, "label", "language"), meta)


def _crossed(name: str, axis: str, ads: pd.DataFrame, meta: Meta) -> Table:
    counts = pd.crosstab(ads[axis], ads["label"].astype(str)).reindex(
        columns=[*LABELS, UNCERTAIN], fill_value=0
    )
    rows = counts.stack().rename("ads").rename_axis([axis, "label"]).reset_index()
    rows[axis] = rows[axis].astype(str)
    rows["of"] = rows.groupby(axis, sort=False)["ads"].transform("sum")
    rows = hide(with_shares(rows), "ads", small(rows["ads"]), "share", "low", "high")
    columns = (Column(axis, "text" if axis == "source" else "key"), Column("label", "key"), *_SHARES)
    return answer(name, meta, len(ads), rows, columns, _NOTES)
