"""How many ads are left at each step, from those stored to those whose pay can be compared."""

from __future__ import annotations

from typing import Final

import pandas as pd

from classifier.labels import LABELS, UNCERTAIN
from reports.answer import answer, hide, small
from reports.hourly_pay import comparable
from reports.meta import Meta
from reports.population import allowed, counted, unique
from reports.table import Column, Table

STAGES: Final = (
    "stored", "in_search", "in_window", "allowed", "unique", "counted", "in_scope",
    *LABELS, UNCERTAIN, "states_pay", "comparable",
)  # fmt: skip
"""Steps in order. `stored` and `in_search` are of the whole store; from `in_window` on, of the days counted.
`in_scope` are the counted ads of the first three labels; the labels and `uncertain` share out the counted ads;
`states_pay` and `comparable` (EUR per hour, tiers A and B, both ends) are of the ads in scope."""


def ask_funnel(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return `stage`, `ads`, and `share` of the counted ads from there on (of the window's ads before)."""
    kept = counted(frame)
    labels = frame.loc[kept, "label"].value_counts()
    scope = kept & frame["label"].isin(LABELS[:3])
    inside = frame.loc[scope, ["tier", "eur_min", "eur_max", "pay_min", "pay_max"]]
    states = inside["pay_min"].notna() | inside["pay_max"].notna()
    steps = dict(meta.stages) | {
        "in_window": len(frame),
        "allowed": int(allowed(frame).sum()),
        "unique": int(unique(frame).sum()),
        "counted": int(kept.sum()),
        "in_scope": int(scope.sum()),
        **{label: int(labels.get(label, 0)) for label in (*LABELS, UNCERTAIN)},
        "states_pay": int(states.sum()),
        "comparable": len(comparable(inside)),
    }
    rows = pd.DataFrame(
        [(stage, steps[stage]) for stage in STAGES if stage in steps], columns=["stage", "ads"]
    )
    rows = hide(rows, "ads", small(rows["ads"]))
    columns = (Column("stage", "key"), Column("ads", "count"))
    return answer(
        "funnel", meta, int(kept.sum()), rows, columns, ("counted_once", "small_hidden", "uncertain")
    )
