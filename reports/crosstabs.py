"""Every table of counts of the report at once, so that no hidden cell of one is given away by another.

Totals that tables share (of a label, of all ads counted) are hidden in all of them or in none: `reports.suppression`.
"""

from __future__ import annotations

import weakref
from typing import Final, NamedTuple

import numpy as np
import pandas as pd

from classifier.labels import LABELS, UNCERTAIN
from reports.groups import (
    FEE_ASKED,
    HOURS,
    LEVELS,
    NO_SUM,
    PAY_STATED,
    SEPARATOR,
    areas,
    fee_currency,
    fees_read,
    hours_band,
    joined,
    level_text,
    main_sources,
    periods,
    states_pay,
)
from reports.hourly_pay import comparable
from reports.membership import cross, members
from reports.population import COUNTED, counted
from reports.statistics import SMALLEST
from reports.suppression import TOTAL, Crosstab, Key, protect

VERDICTS: Final[list[str]] = [*LABELS, UNCERTAIN]
"""Labels and the refusal to decide, in the order of tables."""
IN_SCOPE: Final[list[str]] = list(LABELS[:3])
"""Labels of ads that offer work of the kind the report is about."""
LANGUAGES: Final = ["it", "en", "other"]
"""Languages, the main one first."""


class Cells(NamedTuple):
    """A table of counts and what of it is hidden."""

    counts: pd.DataFrame
    """The counts, without totals."""
    hidden: pd.DataFrame
    """The same with row and column `total`: True where nothing may be shown."""


def crosstabs(frame: pd.DataFrame) -> dict[str, Cells]:
    """Return name → counts and hidden cells of every table of counts; a `prepare`d frame is counted only once."""
    if COUNTED not in frame:
        return _protected(frame)
    for known, found in _memory:
        if known() is frame:
            return found
    found = _protected(frame)
    _memory[:] = [(weakref.ref(frame), found), *_memory[:1]]
    return found


_memory: list[tuple[weakref.ref[pd.DataFrame], dict[str, Cells]]] = []
"""The frames asked last: that of the report, and that of the period before."""


def _protected(frame: pd.DataFrame) -> dict[str, Cells]:
    ads = frame[counted(frame)]
    scope = ads[ads["label"].isin(IN_SCOPE)]
    tables = [*_by_label(ads), *_in_scope(scope), *_pay(scope), *_lists(scope), *_fees(ads)]
    linked = (((TOTAL, "in_scope"), ("scope", "in_scope")), ((TOTAL, "fees"), ("fee", FEE_ASKED[0])))
    hidden = protect(
        tables, linked, _labels_to_hide({str(label): int(size) for label, size in ads["label"].value_counts().items()})
    )
    return {table.name: Cells(table.counts, hidden[table.name]) for table in tables}


def _labels_to_hide(sizes: dict[str, int]) -> list[Key]:
    """Return the totals of labels to hide: those of 1-4 ads and what would give them away, on one side of the scope.

    Without this, tables would each hide another label beside a small one, and the report lose its main figures.
    """
    chosen: list[Key] = []
    for side in (VERDICTS[len(IN_SCOPE) :], IN_SCOPE):
        order = sorted((label for label in side if sizes.get(label, 0)), key=lambda label: sizes[label])
        if order and sizes[order[0]] < SMALLEST and len(order) > 1:
            number = next(n for n in range(2, len(order) + 1) if n == len(order) or _enough(order[:n], sizes))
            chosen += [("label", label) for label in order[:number]]
    return chosen


def _enough(labels: list[str], sizes: dict[str, int]) -> bool:
    return sum(sizes[label] for label in labels) >= max(SMALLEST, len(labels) + 1)


def _by_label(ads: pd.DataFrame) -> list[Crosstab]:
    label = ads["label"].astype(str)
    month, source = periods(ads["date"]), main_sources(ads["source"], ads["hiring_organization"])
    shown = sorted(source.unique())
    scope = pd.Series(np.where(label.isin(IN_SCOPE), "in_scope", "outside"), index=label.index)
    return [
        Crosstab("labels_by_month", "month", "label", cross(month, label, VERDICTS), "counted"),
        Crosstab("labels_by_source", "source", "label", cross(source, label, VERDICTS), "counted"),
        Crosstab("labels_by_language", "language", "label", cross(ads["language"], label, VERDICTS), "counted"),
        Crosstab("scope", "scope", "label", cross(scope, label, VERDICTS), "counted"),
        Crosstab("coverage", "month", "source", cross(month, source, shown), "counted"),
    ]


def _in_scope(ads: pd.DataFrame) -> list[Crosstab]:
    label = pd.Series(pd.Categorical(ads["label"].astype(str), categories=IN_SCOPE), index=ads.index)
    stated = states_pay(ads).map({True: PAY_STATED[0], False: PAY_STATED[1]})
    level, hours = level_text(ads["skill_level"]), hours_band(ads["hours_week"], ads["indicators"])
    tables = {
        "pay_stated": ("label", "pay_stated", cross(label, stated, list(PAY_STATED))),
        "pay_stated_by_language": ("language_in_scope", "pay_stated", cross(ads["language"], stated, list(PAY_STATED))),
        "skill_levels": ("label", "level", cross(label, level, list(LEVELS))),
        "hours": ("label", "hours", cross(label, hours, list(HOURS))),
    }
    return [
        Crosstab(name, rows, columns, counts, "in_scope", column_totals=columns == "pay_stated")
        for name, (rows, columns, counts) in tables.items()
    ]


def _pay(ads: pd.DataFrame) -> list[Crosstab]:
    pay = comparable(ads)
    series = joined(pay["label"], pay["basis"])
    by_level = cross(series, level_text(pay["skill_level"]), list(LEVELS))
    by_language = cross(series, pay["language"], LANGUAGES)
    return [
        Crosstab("pay_by_level", "series", "level", by_level, "comparable", column_totals=False),
        Crosstab("pay_by_language", "series", "language", by_language, "comparable", column_totals=False),
    ]


def _lists(ads: pd.DataFrame) -> list[Crosstab]:
    kinds = {
        "skill": ads["skills"],
        "area": areas(ads["skills"]),
        "indicator": ads["indicators"],
        "sector": ads["sectors"],
    }
    tables = []
    for kind, lists in kinds.items():
        for axis, groups in (("label", IN_SCOPE), ("language", LANGUAGES)):
            counts = members(lists, ads[axis], groups)
            tables.append(Crosstab(f"{kind}_by_{axis}", kind, axis, counts, f"{kind}_all", column_totals=False))
    return tables


def _fees(ads: pd.DataFrame) -> list[Crosstab]:
    """Return who asks money from the worker, and of those who do for what and in which currency; empty if not read."""
    known = ads if fees_read(ads) else ads.iloc[:0]
    asks = known["fee_kind"] != "none"
    asked = pd.Series(np.where(asks, *FEE_ASKED), index=known.index)
    paid, currency = known[asks], fee_currency(known[asks])
    by_label = cross(known["label"].astype(str), asked, list(FEE_ASKED)).reindex(VERDICTS, fill_value=0)
    by_kind = cross(paid["fee_kind"], currency, [*sorted(set(currency) - {NO_SUM}), NO_SUM])
    return [
        Crosstab("fees", "label", "fee", by_label, "counted"),
        Crosstab("fee_kinds", "fee_kind", "fee_currency", by_kind, "fees"),
    ]


ENDS: Final = ("from_only", "up_to_only")
"""Pay stated with its lower end only (`from 10`), or with its upper end only (`up to 10`)."""


def one_ended(ads: pd.DataFrame) -> pd.Series:
    """Return which end is stated, of the ads of tiers A and B that state only one."""
    low, high = ads["eur_min"].notna(), ads["eur_max"].notna()
    kept = ads["tier"].isin(("A", "B")) & (low ^ high)
    return low[kept].map({True: ENDS[0], False: ENDS[1]})


def own_unit(ads: pd.DataFrame) -> pd.Series:
    """Return which ads state pay that is not turned into pay by the hour: by the piece, or without hours told."""
    return states_pay(ads) & (ads["tier"] == "") & (ads["pay_unit"] != "") & (ads["currency"] != "")


def split(key: str) -> list[str]:
    """Return the parts of a compound key."""
    return key.split(SEPARATOR)
