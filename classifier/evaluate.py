"""Scoring the reader against labelled ads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from classifier.corpus import Example
from classifier.metrics import Row, score_table
from classifier.reader import Reader


def evaluate(reader: Reader, examples: Sequence[Example]) -> dict[str, Any]:
    """Return score tables: `all`, one a language, one a data set (where there is more than one)."""
    rows = [(example, _row(reader, example)) for example in examples]
    tables = {"all": score_table([row for _, row in rows])}
    for kind in ("language", "dataset"):
        names = sorted({getattr(example, kind) for example, _ in rows})
        if len(names) > 1:
            for name in names:
                kept = [row for example, row in rows if getattr(example, kind) == name]
                tables[f"{kind}:{name}"] = score_table(kept)
    return tables


def _row(reader: Reader, example: Example) -> Row:
    return example.label, reader.read(example.text).probabilities
