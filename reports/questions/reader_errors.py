"""How often the reader errs, in both directions, on ads whose label is known."""

from __future__ import annotations

import numpy as np
import pandas as pd

from classifier.labels import LABELS
from reports.answer import answer
from reports.meta import Meta
from reports.shares import wilson
from reports.table import Column, Table

_COLUMNS = (
    Column("label", "key"), Column("n", "count"), Column("missed", "share"), Column("missed_low", "share"),
    Column("missed_high", "share"), Column("given", "count"), Column("wrong", "share"), Column("wrong_low", "share"),
    Column("wrong_high", "share"),
)  # fmt: skip


def ask_reader_errors(frame: pd.DataFrame, meta: Meta) -> Table:  # noqa: ARG001 - a question's signature
    """Return by `label`: `n` labelled ads, the share `missed`; times it was `given`, and the share `wrong` of these."""
    counts = np.array(meta.confusion or np.zeros((0, 0)), dtype=float)
    names = list(LABELS)[: len(counts)]
    right = np.diag(counts) if len(counts) else np.zeros(0)
    truth, given = counts.sum(axis=1), counts.sum(axis=0)[: len(counts)]
    rows = pd.DataFrame({"label": names, "n": truth.astype(int), "given": given.astype(int)})
    for name, of in (("missed", truth), ("wrong", given)):
        rows[name] = np.divide(of - right, of, out=np.full(len(of), np.nan), where=of > 0)
        rows[f"{name}_low"], rows[f"{name}_high"] = wilson(of - right, of)
    return answer("reader_errors", meta, int(truth.sum()), rows, _COLUMNS, ("reader_errors",))
