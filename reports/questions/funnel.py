"""How many ads are left at each step, from those stored to those whose pay can be compared."""

from __future__ import annotations

from typing import Final

import pandas as pd

from classifier.labels import LABELS, UNCERTAIN
from reports.answer import answer, label_sizes, total
from reports.crosstabs import crosstabs
from reports.meta import Meta
from reports.population import allowed, unique
from reports.suppression import TOTAL
from reports.table import HIDDEN, Column, Table

STAGES: Final = (
    "stored", "in_search", "in_window", "allowed", "unique", "counted", "in_scope",
    *LABELS, UNCERTAIN, "states_pay", "comparable",
)  # fmt: skip
"""Steps in order. `stored` and `in_search` are of the whole store; from `in_window` on, of the days counted.
`in_scope` are the counted ads of the first three labels; the labels and `uncertain` share out the counted ads;
`states_pay` and `comparable` (EUR per hour, tiers A and B, both ends) are of the ads in scope."""


def ask_funnel(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return `stage` and `ads`, the number of ads left at each step."""
    steps = [*meta.stages.items(), *_steps(frame)]
    rows = pd.DataFrame(steps, columns=["stage", "ads"]).astype({"ads": "Int64"})
    rows[f"ads{HIDDEN}"] = rows["ads"].isna().to_numpy()
    columns = (Column("stage", "key"), Column("ads", "count"))
    notes = ("counted_once", "small_hidden", "uncertain")
    return answer("funnel", meta, total(frame, "labels_by_month"), rows, columns, notes)


def _steps(frame: pd.DataFrame) -> list[tuple[str, int | None]]:
    cells = crosstabs(frame)
    sizes, silent = label_sizes(frame)
    stated = cells["pay_stated"]
    return [
        ("in_window", len(frame)),
        ("allowed", int(allowed(frame).sum())),
        ("unique", int(unique(frame).sum())),
        ("counted", total(frame, "labels_by_month") or None),
        ("in_scope", total(frame, "pay_stated") or None),
        *((label, None if silent[label] else int(sizes[label])) for label in (*LABELS, UNCERTAIN)),
        ("states_pay", None if stated.hidden.loc[TOTAL, "stated"] else int(stated.counts["stated"].sum())),
        ("comparable", total(frame, "pay_by_level") or None),
    ]
