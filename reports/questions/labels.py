"""What the ads are: genuine, disguised, open employment, out of scope; in all, by period, source and language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd

from classifier.labels import LABELS, UNCERTAIN
from reports.answer import SHARES, answer, label_sizes, tidy, total, with_shares
from reports.comparison import CHANGES, mix_moves, with_label_changes
from reports.crosstabs import VERDICTS, Cells, crosstabs
from reports.meta import Meta
from reports.shares import Corrected, correct, correct_by_sample
from reports.suppression import TOTAL
from reports.table import HIDDEN, Column, Table

CORRECTABLE: Final = 100
"""Fewer decided ads than this are not corrected: the interval would fall short of its 95 % (see its test)."""
SAMPLE: Final = 100
"""Fewer ads drawn at random and labelled by hand than this are not used to correct by."""
AVERAGED: Final = 3
"""Periods in a moving average (Indeed Hiring Lab averages as many)."""

_CORRECTED = (
    Column("corrected", "share"),
    Column("corrected_low", "share"),
    Column("corrected_high", "share"),
)
_NOTES = ("counted_once", "share_interval", "small_hidden", "uncertain")


def ask_labels(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return `label`, `ads` of how many, raw share with interval, and the share corrected for the reader's errors."""
    n = total(frame, "labels_by_month")
    sizes, silent = label_sizes(frame)
    counts = pd.DataFrame([sizes.to_numpy()], index=["all"], columns=VERDICTS)
    flags = [[*silent, n == 0], [False] * (len(VERDICTS) + 1)]
    hidden = pd.DataFrame(flags, index=["all", TOTAL], columns=[*VERDICTS, TOTAL])
    rows = _rows(Cells(counts, hidden), "_all", meta)
    sample = _sample(rows, meta)
    if sample is not None:
        rows = _by_sample(rows, sample)
    elif meta.confusion and rows["corrected"].isna().all():
        rows = _together(rows, meta.confusion)
    correction = "corrected_by_sample" if sample is not None else _correction(rows, meta)
    rows, note = with_label_changes(rows, frame, meta)
    columns = (Column("label", "key"), *SHARES, *_CORRECTED, *CHANGES)
    return answer("labels", meta, n, rows, columns, (*_NOTES, correction, note))


def ask_labels_by_month(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return the shares of the labels in each period, and `average` over the last three where none is hidden."""
    rows = _rows(crosstabs(frame)["labels_by_month"], "month", meta)
    rows["average"] = _averages(rows)
    columns = (Column("month", "key"), Column("label", "key"), *SHARES, Column("average", "share"), *_CORRECTED)
    moving = ("mix_moves",) if mix_moves(crosstabs(frame)["coverage"].counts) else ()
    notes = (*moving, *_NOTES, "average", _correction(rows, meta))
    return answer("labels_by_month", meta, total(frame, "labels_by_month"), rows, columns, notes)


def ask_labels_by_source(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return the shares of the labels in each source; the smaller sources together as `other`."""
    return _crossed("labels_by_source", "source", frame, meta)


def ask_labels_by_language(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return the shares of the labels among Italian, English and other ads."""
    return _crossed("labels_by_language", "language", frame, meta)


def _crossed(name: str, axis: str, frame: pd.DataFrame, meta: Meta) -> Table:
    rows = _rows(crosstabs(frame)[name], axis, meta)
    columns = (Column(axis, "key"), Column("label", "key"), *SHARES, *_CORRECTED)
    return answer(name, meta, total(frame, name), rows, columns, (*_NOTES, _correction(rows, meta)))


def _sample(rows: pd.DataFrame, meta: Meta) -> pd.DataFrame | None:
    """Return the labelled ads to correct by; None where they are too few or would give a hidden count away."""
    few = meta.labelled is None or len(meta.labelled) < SAMPLE
    return None if few or rows[f"ads{HIDDEN}"].any() else meta.labelled


def _correction(rows: pd.DataFrame, meta: Meta) -> str:
    """Return the note on how the shares were corrected, or why they were not."""
    if rows["corrected"].isna().all():
        return "cannot_correct" if meta.confusion else "not_corrected"
    together = rows.loc[rows["corrected"].notna(), "ads"].isna().any()
    return "corrected_together" if together else "corrected"


def _rows(cells: Cells, axis: str, meta: Meta) -> pd.DataFrame:
    """Return the tidy rows of labels by `axis`, corrected where nothing in the row is hidden and it is large enough.

    A corrected share is worked out from all counts of its row: beside a hidden cell it would give that away.
    """
    rows = with_shares(tidy(cells, axis, "label"))
    decided = cells.counts[list(LABELS)]
    whole = ~cells.hidden.drop(index=TOTAL).any(axis=1) & (decided.sum(axis=1) >= CORRECTABLE)
    found = np.full((3, len(decided), len(VERDICTS)), np.nan)
    if meta.confusion and whole.any():
        corrected = correct(decided[whole], meta.confusion)
        found[:, whole.to_numpy(), : len(LABELS)] = np.stack(corrected)
    for column, values in zip(_CORRECTED, found, strict=True):
        rows[column.name] = values.ravel()
    return rows


def _together(rows: pd.DataFrame, confusion: Sequence[Sequence[int]]) -> pd.DataFrame:
    """Correct `rows` where only `out_of_scope` and `uncertain` are hidden, by the sum of these two.

    The sum follows from the counts shown; a share worked out from it gives away neither of the two.
    """
    by_label = rows.set_index("label")
    shown, last = list(LABELS[:-1]), [LABELS[-1], UNCERTAIN]
    ads, of = by_label["ads"], by_label["of"].iloc[0]
    known = bool(ads[shown].notna().all() and ads[last].isna().all() and not pd.isna(of))
    errors = np.asarray(confusion, dtype=float)
    if not known or ads[shown].sum() < CORRECTABLE or errors.shape[1] == len(LABELS):
        return rows
    merged = np.column_stack([errors[:, : len(shown)], errors[:, len(shown) :].sum(axis=1)])
    found = correct([[*ads[shown], of - ads[shown].sum()]], merged)
    return rows.assign(**{column.name: [*values[0], np.nan] for column, values in zip(_CORRECTED, found, strict=True)})


def _by_sample(rows: pd.DataFrame, labelled: pd.DataFrame) -> pd.DataFrame:
    given = np.repeat(rows["label"].to_numpy(), rows["ads"].fillna(0).astype(int))
    found: Corrected = correct_by_sample(given, labelled["label"], labelled["truth"], list(LABELS))
    result = rows.copy()
    for column, values in zip(_CORRECTED, found, strict=True):
        result[column.name] = [*values[0], np.nan]
    return result


def _averages(rows: pd.DataFrame) -> pd.Series:
    groups = rows.groupby("label", sort=False)
    ads, of = (
        groups[name].transform(lambda each: each.astype(float).rolling(AVERAGED).sum()) for name in ("ads", "of")
    )
    return ads / of.where(of > 0)
