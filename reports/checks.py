"""Named checks of all tables before anything is shown; a failed one stops the report and tells the numbers."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Final

import pandas as pd

from classifier.labels import LABELS
from crawler.errors import ReportError
from reports.disclosure import given_away
from reports.numerals import numerals
from reports.statistics import FULL, INDICATIVE, SMALLEST
from reports.table import HIDDEN, Table

Tables = Mapping[str, Table]

PARTITIONS: Final = {
    "labels_by_month": "month",
    "labels_by_source": "source",
    "labels_by_language": "language",
    "coverage": "month",
    "skill_levels": "label",
    "hours": "label",
}
"""Tables whose groups (the column named here) are shared out without rest: the `ads` of a group add up to its `of`."""
PAY: Final = ("pay", "pay_by_level", "pay_by_language", "pay_full_time", "pay_one_end", "pay_units", "fee_amounts")
"""Tables of amounts."""
SERIES: Final = {
    "pay_units": {"label", "basis", "unit", "currency"},
    "fee_amounts": {"fee_kind", "currency"},
}
"""What amounts are told apart by; in all other tables of amounts by label and basis."""
WHOLE_STORE: Final = ("stored", "in_search", "in_window", "allowed", "unique")
"""Steps of the funnel that tell of the crawl, not of a group of ads."""
_NEAR: Final = 1e-6


def check_tables(tables: Sequence[Table]) -> None:
    """Run every check of `CHECKS`; raises ReportError naming the check, the table and the numbers."""
    by_name = {table.name: table for table in tables}
    for name, check in CHECKS.items():
        if problem := check(by_name):
            raise ReportError(f"check {name!r} failed, so nothing was written: {problem}; please report this")


def check_languages(texts: Mapping[str, Sequence[str]]) -> None:
    """Check that texts in all languages hold the same numbers; raises ReportError telling those that differ."""
    first, *others = texts
    for other in others:
        if len(texts[first]) != len(texts[other]):
            raise ReportError(
                f"check 'same numbers' failed: {len(texts[first])} texts in {first}, {len(texts[other])} in {other}"
            )
        for one, two in zip(texts[first], texts[other], strict=True):
            if numerals(one, first) != numerals(two, other):
                raise ReportError(f"check 'same numbers' failed: {one!r} ({first}) and {two!r} ({other}) differ")


def totals_add_up(tables: Tables) -> str:
    """Check that groups add up to their totals, and that tables agree on the totals they share."""
    for name in PARTITIONS.keys() & tables.keys():
        rows = tables[name].frame
        for group, part in rows.groupby(PARTITIONS[name], sort=False):
            whole = not part[f"ads{HIDDEN}"].any() and not part[f"of{HIDDEN}"].any()
            if whole and part["ads"].sum() != part["of"].iloc[0]:
                return f"{name}, {group}: the cells add up to {part['ads'].sum()}, the total is {part['of'].iloc[0]}"
    return _shared_totals(tables) or _comparable_total(tables)


def shares_are_shares(tables: Tables) -> str:
    """Check that a share is `ads / of`, within its interval and between 0 and 1; corrected shares add up to 1."""
    for table in tables.values():
        rows = table.frame
        if not {"share", "ads", "of"} <= set(rows):
            continue
        shown = rows[rows["share"].notna()]
        off = (shown["share"] - shown["ads"].astype(float) / shown["of"].astype(float)).abs() > _NEAR
        outside = (shown["share"] < shown["low"] - _NEAR) | (shown["share"] > shown["high"] + _NEAR)
        if bad := _first(shown, off | outside | ~shown["share"].between(0, 1)):
            return f"{table.name}: {bad}"
    return _corrected_sums(tables)


def quartiles_ordered(tables: Tables) -> str:
    """Check that quartiles, interval and median stand in order."""
    for name in PAY:
        if name in tables:
            rows = tables[name].frame
            order = (rows["q1"] > rows["median"]) | (rows["median"] > rows["q3"]) | (rows["minimum"] > rows["maximum"])
            interval = (rows["low"] > rows["median"]) | (rows["median"] > rows["high"])
            if bad := _first(rows, order | interval):
                return f"{name}: {bad}"
    return ""


def ladder_kept(tables: Tables) -> str:
    """Check that no count of 1-4 ads is shown, no median of under 10 or one poster, each with n and interval."""
    for table in tables.values():
        if table.name == "reader_errors":
            continue
        for column in (each.name for each in table.columns if each.kind == "count"):
            rows = table.frame[~table.frame["stage"].isin(WHOLE_STORE)] if table.name == "funnel" else table.frame
            counts = rows[column].astype(float)
            if bad := _first(rows, (counts > 0) & (counts < SMALLEST)):
                return f"{table.name}, {column} of fewer than {SMALLEST}: {bad}"
        if table.name in PAY and (bad := _medians(table.frame)):
            return f"{table.name}: {bad}"
    return ""


def series_apart(tables: Tables) -> str:
    """Check that amounts stand by what tells their series apart (`SERIES`), each group once."""
    for name in PAY:
        if name not in tables:
            continue
        keys = [
            column.name for column in tables[name].columns if column.kind in {"key", "level"} and column.name != "rung"
        ]
        needed = SERIES.get(name, {"label", "basis"})
        if missing := needed - set(keys):
            return f"{name}: not told apart by {', '.join(sorted(missing))}"
        if bad := _first(tables[name].frame, tables[name].frame.duplicated(keys)):
            return f"{name}: stands twice: {bad}"
    return ""


def figures_have_n(tables: Tables) -> str:
    """Check that every table tells its window, and every share the number of ads it is a part of."""
    for table in tables.values():
        if table.first > table.last:
            return f"{table.name}: the window ends ({table.last}) before it begins ({table.first})"
        names = {column.name for column in table.columns}
        if "share" in names and not names & {"of", "n"}:
            return f"{table.name}: shares without the number of ads they are of"
    return ""


def hidden_stays_hidden(tables: Tables) -> str:
    """Check that no hidden count follows from those shown by additions and subtractions, over all tables together."""
    found = given_away(tables)
    return "; ".join(f"{' / '.join(name)} would be {value:g}" for name, value in list(found.items())[:3])


CHECKS: Final[dict[str, Callable[[Tables], str]]] = {
    "figures have n": figures_have_n,
    "totals add up": totals_add_up,
    "shares are shares": shares_are_shares,
    "quartiles ordered": quartiles_ordered,
    "ladder kept": ladder_kept,
    "series apart": series_apart,
    "hidden stays hidden": hidden_stays_hidden,
}
"""Name → check; each returns what is wrong, with the numbers, or an empty text."""


def _shared_totals(tables: Tables) -> str:
    if "labels" not in tables:
        return ""
    sizes = tables["labels"].frame.set_index("label")["ads"]
    for name in ("labels_by_month", "labels_by_source", "labels_by_language"):
        if name not in tables:
            continue
        for label, part in tables[name].frame.groupby("label", sort=False):
            if not part[f"ads{HIDDEN}"].any() and not pd.isna(sizes[label]) and part["ads"].sum() != sizes[label]:
                return f"{name}, {label}: {part['ads'].sum()} in all, {sizes[label]} in the table of labels"
    return ""


def _comparable_total(tables: Tables) -> str:
    for name in ("pay", "pay_by_level", "pay_by_language"):
        if name in tables and not tables[name].frame[f"n{HIDDEN}"].any():
            found = int(tables[name].frame["n"].sum())
            if tables[name].n not in {found, 0}:
                return f"{name}: groups of {found} ads in all, {tables[name].n} are comparable"
    return ""


def _corrected_sums(tables: Tables) -> str:
    for name in ("labels", "labels_by_month", "labels_by_source", "labels_by_language"):
        if name not in tables:
            continue
        rows = tables[name].frame
        kept = rows[rows["label"].isin(LABELS) & rows["corrected"].notna()]
        axis = {"labels": "of"}.get(name, PARTITIONS.get(name, "of"))
        sums = kept.groupby(axis, sort=False)["corrected"].sum()
        if len(bad := sums[(sums - 1).abs() > _NEAR]) and "corrected_by_sample" not in tables[name].notes:
            return f"{name}: corrected shares of {bad.index[0]} add up to {bad.iloc[0]:.6f}"
    return ""


def _medians(rows: pd.DataFrame) -> str:
    n = rows["n"].astype(float)
    told = rows["median"].notna()
    bare = told & (rows["low"].isna() | rows["high"].isna() | n.isna())
    early = told & (n < INDICATIVE)
    unmarked = (rows["rung"] == "full") & (n < FULL)
    of_one = (rows["rung"] == "one_poster") & (told | rows["minimum"].notna())
    return _first(rows, bare | early | unmarked | of_one)


def _first(rows: pd.DataFrame, bad: pd.Series) -> str:
    if not bad.fillna(value=False).any():
        return ""
    row = rows[bad.fillna(value=False).astype(bool)].iloc[0]
    told = {name: value for name, value in row.items() if not (isinstance(value, float) and math.isnan(value))}
    return ", ".join(
        f"{name} {value}" for name, value in told.items() if not str(name).endswith(HIDDEN) and name != "quotes"
    )
