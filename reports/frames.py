"""The frame that every question is asked of: one row an ad that was read, its columns documented here."""

from __future__ import annotations

from typing import Final, NamedTuple

import pandas as pd

from classifier.candidate_fee import KINDS
from classifier.labels import LABELS, UNCERTAIN
from crawler.errors import ReportError


class FrameColumn(NamedTuple):
    """One column of the frame."""

    name: str
    """Its name."""
    dtype: str
    """Its pandas type; `object` holds lists."""
    meaning: str
    """What a value is, its unit, and what stands for unknown."""


COLUMNS: Final = (
    FrameColumn("ad_id", "int64", "Number of the ad in the store; unique."),
    FrameColumn("source", "str", "Name of the source: a spider's name, or a site's host."),
    FrameColumn("url", "str", "Address of the ad; never published."),
    FrameColumn("title", "str", "Title as published; never published again."),
    FrameColumn("hiring_organization", "str", "Poster as published, empty when unknown; never published again."),
    FrameColumn("attribution", "str", "Credit the source asks for; empty when none."),
    FrameColumn(
        "date",
        "datetime64[us]",
        "Day of publication (no time zone); the day it was first seen when none is given.",
    ),
    FrameColumn("language", "str", "`it`, `en` or `other`."),
    FrameColumn("label", "str", "One of the four labels, or `uncertain`."),
    FrameColumn("confidence", "float64", "Probability of the label, 0-1."),
    FrameColumn(
        "pay_min",
        "float64",
        "Lower end of the pay as stated, in `currency` per `pay_unit`; NaN when open or unknown.",
    ),
    FrameColumn("pay_max", "float64", "Upper end of the pay as stated; NaN when open or unknown."),
    FrameColumn("currency", "str", "ISO 4217 code; empty when unknown."),
    FrameColumn("pay_unit", "str", "`hour`, `day`, `month`, `word`, `post`, `project`…; empty when unknown."),
    FrameColumn("pay_kind", "str", "`time`, `piece`, `project`, `commission`, `expenses`, `none`; empty when unknown."),
    FrameColumn("basis", "str", "`gross`, `net` or `unknown`; never pooled."),
    FrameColumn("eur_min", "float64", "Lower end in EUR per hour; NaN when open or not convertible."),
    FrameColumn("eur_max", "float64", "Upper end in EUR per hour; NaN when open or not convertible."),
    FrameColumn(
        "tier",
        "str",
        "How EUR per hour was reached: `A` stated, `B` from hours in the ad, `C` full time assumed; empty when not.",
    ),
    FrameColumn("rate_date", "str", "ISO day of the exchange rate used; empty when none was."),
    FrameColumn("hours_week", "float64", "Hours of work a week that the ad states; NaN when unknown; optional column."),
    FrameColumn(
        "fee_kind",
        "str",
        "What the ad asks money from the worker for: `deposit`, `kit`, `training`, `registration`, `other`; `none` "
        "where it asks none, empty where that was not read; optional column.",
    ),
    FrameColumn("fee_min", "float64", "Lower end of that money, in `fee_currency`; NaN when unknown; optional column."),
    FrameColumn("fee_max", "float64", "Upper end of that money; NaN when unknown; optional column."),
    FrameColumn("fee_currency", "str", "Its ISO 4217 code; empty when unknown; optional column."),
    FrameColumn("skill_level", "Int64", "Level of skill asked, 0-3; NA when the ad tells none."),
    FrameColumn("skills", "object", "List of skill ids, each once."),
    FrameColumn("sectors", "object", "List of ids of the client's sectors, each once; optional column."),
    FrameColumn("indicators", "object", "List of indicator ids of the codebook, each once."),
    FrameColumn("evidence", "object", "List of dicts `indicator`, `text`, `direction`, `weight`: the words that told."),
    FrameColumn("duplicate_of", "Int64", "`ad_id` of the ad that stands for this one; NA when it stands for itself."),
    FrameColumn("status", "str", "`open` or `expired`, as of the last crawl."),
    FrameColumn("in_reports", "bool", "True when the source's terms allow published figures."),
)
"""The columns, in order."""

VALUES: Final[dict[str, tuple[str, ...]]] = {
    "label": (*LABELS, UNCERTAIN),
    "language": ("it", "en", "other"),
    "basis": ("gross", "net", "unknown"),
    "tier": ("A", "B", "C", ""),
    "fee_kind": ("", "none", *KINDS),
}
"""Columns with a closed set of values."""

OPTIONAL: Final = ("sectors", "hours_week", "fee_kind", "fee_min", "fee_max", "fee_currency")
"""Columns that may be missing: they are filled with empty lists, NaN and empty texts."""

_CATEGORIES = ("source", "rate_date", "currency", "pay_unit", "pay_kind", "status", "fee_currency")
_LISTS = ("skills", "sectors", "indicators", "evidence")


def empty() -> pd.DataFrame:
    """Return a frame with every column and no row."""
    return pd.DataFrame({column.name: pd.Series([], dtype=column.dtype) for column in COLUMNS})


def validate(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a copy of `frame` with the documented columns and types, repeated words as categories.

    Raises ReportError naming the column and the value when a column is missing, of a wrong type or holds
    a value outside its set.
    """
    frame = _with_optional(frame)
    missing = [column.name for column in COLUMNS if column.name not in frame]
    if missing:
        raise ReportError(f"the report's frame has no column {missing[0]!r}; see reports.frames.COLUMNS")
    typed = {column.name: _typed(frame[column.name], column) for column in COLUMNS}
    for name in _CATEGORIES:
        typed[name] = typed[name].fillna("").astype("category")
    for name, values in VALUES.items():
        typed[name] = _closed(typed[name], name, values)
    for name in _LISTS:
        typed[name] = _lists(typed[name], name)
    result = pd.DataFrame(typed).reset_index(drop=True)
    if result["ad_id"].duplicated().any():
        twice = result.loc[result["ad_id"].duplicated(), "ad_id"].iloc[0]
        raise ReportError(f"ad {twice} stands twice in the report's frame; one row an ad is expected")
    if result["date"].isna().any():
        ad = result.loc[result["date"].isna(), "ad_id"].iloc[0]
        raise ReportError(f"ad {ad} has no date; give the day it was first seen when none was published")
    return result


def _with_optional(frame: pd.DataFrame) -> pd.DataFrame:
    """Return `frame` with the optional columns, empty where nothing is told."""
    blanks = {column.name: "" if column.dtype == "str" else float("nan") for column in COLUMNS}
    bare = [name for name in OPTIONAL if name not in _LISTS and name not in frame]
    frame = frame.assign(**{name: blanks[name] for name in bare})
    lists = [name for name in OPTIONAL if name in _LISTS]
    told = {name: frame[name] if name in frame else [None] * len(frame) for name in lists}
    filled = {
        name: pd.Series([value if isinstance(value, (list, tuple)) else [] for value in values], index=frame.index)
        for name, values in told.items()
    }
    return frame.assign(**filled)


def _typed(values: pd.Series, column: FrameColumn) -> pd.Series:
    try:
        typed: pd.Series = values.astype(pd.api.types.pandas_dtype(column.dtype))
    except (TypeError, ValueError) as error:
        raise ReportError(f"column {column.name!r} cannot be read as {column.dtype}: {error}") from error
    return typed


def _closed(values: pd.Series, name: str, allowed: tuple[str, ...]) -> pd.Series:
    filled = values.fillna("unknown" if name == "basis" else "")
    if name == "basis":
        filled = filled.replace("", "unknown")
    strange = sorted(set(filled.unique()) - set(allowed))
    if strange:
        raise ReportError(f"column {name!r} holds {strange[0]!r}; expected one of {', '.join(map(repr, allowed))}")
    return filled.astype(pd.CategoricalDtype(list(allowed)))


def _lists(values: pd.Series, name: str) -> pd.Series:
    kept = [value if isinstance(value, (list, tuple)) else None for value in values]
    if None in kept:
        at = kept.index(None)
        raise ReportError(f"column {name!r} holds {str(values.iloc[at])[:40]!r} in row {at}; expected a list")
    return pd.Series(kept, index=values.index, dtype="object")
