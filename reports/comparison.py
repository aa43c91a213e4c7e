"""The period before: when it may be compared, and by how much a share has moved since."""

from __future__ import annotations

from typing import Final

import numpy as np
import pandas as pd

from reports.answer import label_sizes
from reports.crosstabs import crosstabs
from reports.meta import Meta
from reports.population import counted, prepare
from reports.shares import difference
from reports.statistics import FULL
from reports.table import HIDDEN, Column

MOST_MOVED: Final = 0.2
"""Largest part of the ads that may have moved between sources for two periods still to be compared."""
CHANGES: Final = (Column("change", "share"), Column("change_low", "share"), Column("change_high", "share"))
"""Columns that `with_changes` makes: the difference of the shares and its 95 % interval."""


def moved(now: pd.DataFrame, before: pd.DataFrame) -> float:
    """Return how much the mix of sources differs: the part of the ads that would have to change source, 0-1."""
    parts = [frame.loc[counted(frame), "source"].astype(str).value_counts(normalize=True) for frame in (now, before)]
    mixes = pd.concat(parts, axis=1).fillna(0.0)
    return float(mixes.iloc[:, 0].sub(mixes.iloc[:, 1]).abs().sum() / 2)


def mix_moves(coverage: pd.DataFrame) -> bool:
    """Return whether the mix of sources moves too much from one period (row) to the next for a trend to be read."""
    shares = coverage.div(coverage.sum(axis=1), axis=0)
    return bool((shares.diff().abs().sum(axis=1) / 2 > MOST_MOVED).any())


def with_changes(rows: pd.DataFrame, kind: str, frame: pd.DataFrame, meta: Meta) -> tuple[pd.DataFrame, str]:
    """Return `rows` (by `kind` and `label`) with `CHANGES`, and the key of the note that says what they are.

    A change is told only where the mix of sources allows it, and where both periods hold 30 ads of the label.
    """
    empty = rows.assign(**{column.name: np.nan for column in CHANGES})
    if (note := _not_compared(frame, meta)) or meta.previous is None:
        return empty, note
    before = prepare(meta.previous)
    counts, (sizes, silent) = crosstabs(before)[f"{kind}_by_label"], label_sizes(before)
    changes = [_change(row, kind, counts.counts, counts.hidden, sizes.mask(silent)) for _, row in rows.iterrows()]
    told = pd.DataFrame(changes, columns=[column.name for column in CHANGES], index=rows.index)
    return rows.join(told), "compared"


def with_label_changes(rows: pd.DataFrame, frame: pd.DataFrame, meta: Meta) -> tuple[pd.DataFrame, str]:
    """Return `rows` of labels with `CHANGES` of their shares, and the key of the note; as `with_changes`."""
    empty = rows.assign(**{column.name: np.nan for column in CHANGES})
    if (note := _not_compared(frame, meta)) or meta.previous is None:
        return empty, note
    sizes, silent = label_sizes(prepare(meta.previous))
    of = int(sizes.sum())
    changes: list[tuple[float, float, float]] = []
    for row in rows.to_dict("records"):
        quiet = row[f"ads{HIDDEN}"] or row[f"of{HIDDEN}"] or silent.any() or min(of, row["of"]) < FULL
        before = (int(sizes[row["label"]]), of)
        changes.append((np.nan,) * 3 if quiet else difference((int(row["ads"]), int(row["of"])), before))
    return rows.join(pd.DataFrame(changes, columns=[column.name for column in CHANGES], index=rows.index)), "compared"


def _not_compared(frame: pd.DataFrame, meta: Meta) -> str:
    """Return the key of the note that says why the period before is not compared; empty when it is."""
    if meta.previous is None or not counted(meta.previous).any():
        return "no_previous"
    return "mix_changed" if moved(frame, meta.previous) > MOST_MOVED else ""


def _change(
    row: pd.Series, kind: str, counts: pd.DataFrame, hidden: pd.DataFrame, sizes: pd.Series
) -> tuple[float, float, float]:
    item, label = row[kind], row["label"]
    of = sizes[label]
    if row[f"ads{HIDDEN}"] or pd.isna(of) or min(of, row["of"]) < FULL:
        return (np.nan,) * 3
    if item in counts.index and hidden.loc[item, label]:
        return (np.nan,) * 3
    ads = int(counts.loc[item, label]) if item in counts.index else 0
    return difference((int(row["ads"]), int(row["of"])), (ads, int(of)))
