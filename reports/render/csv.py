"""The tables as CSV for programs: codes, decimal points, UTF-8; no cell starts a formula; a dictionary beside them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from reports.clean import QUOTE, clean, csv_cell
from reports.format import LANGUAGES
from reports.table import HIDDEN, Column, Table
from reports.words import words


def render_csv(tables: Sequence[Table]) -> dict[str, bytes]:
    """Return `data/<table>.csv` for each table, and `data/dictionary.csv` on their columns in both languages."""
    files = {f"data/{table.name}.csv": table_csv(table) for table in tables}
    return files | {"data/dictionary.csv": _dictionary(tables)}


def table_csv(table: Table) -> bytes:
    """Return one table; suppressed cells are empty and flagged, as in the frame."""
    names = [column.name for column in table.columns]
    flags = [str(name) for name in table.frame if str(name).endswith(HIDDEN)]
    columns = [*table.columns, *(Column(flag, "text") for flag in flags)]
    rows = ([csv_value(row[column.name], column) for column in columns] for row in table.frame.to_dict("records"))
    return _csv([[*names, *flags], *rows])


def csv_value(value: Any, column: Column) -> str:
    """Return a value as its cell: a number with a decimal point, a guarded text, or nothing."""
    if isinstance(value, (tuple, list)):
        return csv_cell(" | ".join(clean(one, QUOTE) for one in value))
    if value is None or value is pd.NA or value != value:  # noqa: PLR0124 - NaN
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if column.kind in {"count", "level"}:
        return str(int(value))
    if column.kind in {"share", "eur", "number"}:
        return f"{round(float(value), 6):.12g}"
    return csv_cell(clean(value))


def _dictionary(tables: Sequence[Table]) -> bytes:
    rows = [["file", "column", "kind", *(f"meaning_{language}" for language in LANGUAGES)]]
    for table in tables:
        for column in table.columns:
            meanings = [csv_cell(words(language).meaning(column.name, table.name)) for language in LANGUAGES]
            rows.append([f"{table.name}.csv", column.name, column.kind, *meanings])
        flags = [str(name) for name in table.frame if str(name).endswith(HIDDEN)]
        rows += [[f"{table.name}.csv", flag, "flag", *_flag()] for flag in flags]
    return _csv(rows)


def _flag() -> list[str]:
    return [words(language).text("page.flag") for language in LANGUAGES]


def _csv(rows: Iterable[Sequence[str]]) -> bytes:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(rows)
    return stream.getvalue().encode()
