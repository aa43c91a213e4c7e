"""What hidden counts can be worked out from the tables as they are published, all of them together.

This looks at the tables only, and knows nothing of how cells were chosen to be hidden: `reports.suppression`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from classifier.labels import LABELS
from reports.joint import connected, fixed, solve
from reports.statistics import SMALLEST
from reports.suppression import TOTAL
from reports.table import Table

Name = tuple[str, ...]
"""A number of ads that a table shows or hides, e.g. `("labels_by_month", "2026-05", "uncertain")`."""


class Sums:
    """Numbers of ads, some known, and the sums that tie them together."""

    def __init__(self) -> None:
        self.known: dict[Name, float] = {}
        """Numbers that a table shows."""
        self.hidden: set[Name] = set()
        """Numbers that a table hides."""
        self.lines: list[dict[Name, float]] = []
        """Each adds up to nought: name → 1 or -1."""

    def note(self, name: Name, value: object) -> None:
        """Note what a table tells of a number; NA when it hides it."""
        if value is None or pd.isna(value):  # type: ignore[call-overload]
            self.hidden.add(name)
        else:
            self.known[name] = float(str(value))

    def add(self, parts: Iterable[Name], total: Name) -> None:
        """Note that `parts` add up to `total`."""
        self.lines.append(dict.fromkeys(parts, 1.0) | {total: -1.0})

    def solved(self) -> dict[Name, float]:
        """Return the hidden numbers of 1-4 ads that follow from the known ones, with their values."""
        unknown = [{name: sign for name, sign in line.items() if name not in self.known} for line in self.lines]
        sums = {id(left): self._known_part(line) for left, line in zip(unknown, self.lines, strict=True)}
        found: dict[Name, float] = {}
        for group in connected([left for left in unknown if left]):
            if wanted := [name for name in fixed(group) if name in self.hidden]:
                values = solve(group, [sums[id(left)] for left in group])
                found |= {name: round(values[name], 3) for name in wanted}
        return {name: value for name, value in sorted(found.items()) if 0 < value < SMALLEST}

    def _known_part(self, line: Mapping[Name, float]) -> float:
        return -sum(sign * self.known[name] for name, sign in line.items() if name in self.known)


def given_away(tables: Mapping[str, Table]) -> dict[Name, float]:
    """Return the hidden numbers of 1-4 ads that additions and subtractions give away, with their values.

    A hidden number of 5 ads or more is hidden for the sake of a smaller one, and gives away none but that.
    """
    sums = Sums()
    _labels(sums, tables)
    _scope(sums, tables)
    _pay(sums, tables)
    _lists(sums, tables)
    _fees(sums, tables)
    return sums.solved()


def _labels(sums: Sums, tables: Mapping[str, Table]) -> None:
    if "labels" in tables:
        for row in _rows(tables["labels"]):
            sums.note(("label", row["label"]), row["ads"])
            sums.note(("counted",), row["of"])
        sums.add([("label", row["label"]) for row in _rows(tables["labels"])], ("counted",))
    for name, axis, other in (
        ("labels_by_month", "month", "label"),
        ("labels_by_source", "source", "label"),
        ("labels_by_language", "language", "label"),
        ("coverage", "month", "source"),
    ):
        if name in tables:
            _crossed(sums, tables[name], axis, other, ("counted",))


def _crossed(sums: Sums, table: Table, axis: str, other: str, grand: Name | None) -> None:
    """Note a table of `axis` × `other` whose rows add up to `of`, and its columns to totals that other tables show."""
    rows = _rows(table)
    for row in rows:
        sums.note((table.name, row[axis], row[other]), row["ads"])
        sums.note((axis, row[axis]), row["of"])
    groups, parts = _members(rows, axis), _members(rows, other)
    for group in groups:
        sums.add([(table.name, row[axis], row[other]) for row in rows if row[axis] == group], (axis, group))
    if grand is None:
        return
    for part in parts:
        sums.add([(table.name, row[axis], row[other]) for row in rows if row[other] == part], (other, part))
    sums.add([(axis, group) for group in groups], grand)


def _scope(sums: Sums, tables: Mapping[str, Table]) -> None:
    sums.add([("label", label) for label in LABELS[:3]], ("in_scope",))
    if "funnel" in tables:
        names = {
            "counted": ("counted",),
            "in_scope": ("in_scope",),
            "states_pay": ("stated",),
            "comparable": ("comparable",),
        }
        for row in _rows(tables["funnel"]):
            name = ("label", row["stage"]) if row["stage"] in (*LABELS, "uncertain") else names.get(row["stage"])
            if name:
                sums.note(name, row["ads"])
    for table_name, axis in (("pay_stated", "label"), ("pay_stated_by_language", "language")):
        if table_name in tables:
            _part(sums, tables[table_name], axis, ("stated",), ("in_scope",))
    for table_name, other in (("skill_levels", "level"), ("hours", "hours")):
        if table_name in tables:
            _crossed(sums, tables[table_name], "label", other, None)


def _part(sums: Sums, table: Table, axis: str, part: Name, whole: Name) -> None:
    """Note the `part` of each group that does something (states pay, asks money): the others are the group's rest."""
    kind = axis if axis == "label" else f"{axis}_in_scope"
    for row in (one for one in _rows(table) if one[axis] == TOTAL):
        sums.note(part, row["ads"])
        sums.note(whole, row["of"])
    rows = [row for row in _rows(table) if row[axis] != TOTAL]
    for row in rows:
        group, doing, other = (kind, row[axis]), (table.name, row[axis]), (table.name, "not", row[axis])
        sums.note(doing, row["ads"])
        sums.note(group, row["of"])
        if pd.isna(row["ads"]):
            sums.hidden.add(other)
        sums.add([doing, other], group)
    sums.add([(table.name, row[axis]) for row in rows], part)
    sums.add([(kind, row[axis]) for row in rows], whole)


def _pay(sums: Sums, tables: Mapping[str, Table]) -> None:
    for name, other in (("pay_by_level", "level"), ("pay_by_language", "language")):
        if name in tables:
            rows = _rows(tables[name])
            for row in rows:
                sums.note((name, row["label"], row["basis"], row[other]), row["n"])
            for label, basis in dict.fromkeys((row["label"], row["basis"]) for row in rows):
                parts = [
                    (name, label, basis, row[other]) for row in rows if (row["label"], row["basis"]) == (label, basis)
                ]
                sums.add(parts, ("series", label, basis))
    if "pay" in tables:
        rows = _rows(tables["pay"])
        for row in rows:
            sums.note(("series", row["label"], row["basis"]), row["n"])
        sums.note(("comparable",), tables["pay"].n or None)
        sums.add([("series", row["label"], row["basis"]) for row in rows], ("comparable",))


def _lists(sums: Sums, tables: Mapping[str, Table]) -> None:
    """Note that an item's ads by label and by language add up to the same; what is not shown is unknown."""
    for one, two, kind in (("skills", "skills_by_language", "skill"), ("cues", "cues_by_language", "indicator")):
        if one not in tables or two not in tables:
            continue
        shown = {(name, row[kind], row[axis]): row["ads"] for name, axis in ((one, "label"), (two, "language"))
                 for row in _rows(tables[name])}  # fmt: skip
        for item in {key[1] for key in shown}:
            for name, groups in ((one, LABELS[:3]), (two, ("it", "en", "other"))):
                for group in groups:
                    sums.note((name, item, group), shown.get((name, item, group)))
                sums.add([(name, item, group) for group in groups], (kind, item))


def _fees(sums: Sums, tables: Mapping[str, Table]) -> None:
    """Note who asks money, for what and in which currency; what is not shown of a kind or currency is one unknown."""
    if "fees" in tables:
        _part(sums, tables["fees"], "label", ("asked",), ("counted",))
    kinds = _rows(tables["fee_kinds"]) if "fee_kinds" in tables else []
    if not kinds or "fee_amounts" not in tables:
        return
    for row in kinds:
        sums.note(("fee_kind", row["fee_kind"]), row["ads"])
        sums.note(("asked",), row["of"])
    sums.add([("fee_kind", row["fee_kind"]) for row in kinds], ("asked",))
    shown = {(row["fee_kind"], row["currency"]): row["n"] for row in _rows(tables["fee_amounts"])}
    for (kind, currency), n in shown.items():
        sums.note(("fee", kind, currency), n)
    groups = [*(row["fee_kind"] for row in kinds), TOTAL]
    currencies = list(dict.fromkeys(currency for _, currency in shown))
    for kind in groups:
        parts = [("fee", kind, currency) for currency in [*currencies, "else"]]
        sums.hidden.update(part for part in parts if part not in sums.known)
        sums.add(parts, ("asked",) if kind == TOTAL else ("fee_kind", kind))
    for currency in [*currencies, "else"]:
        sums.add([("fee", kind, currency) for kind in groups if kind != TOTAL], ("fee", TOTAL, currency))


def _rows(table: Table) -> list[dict[str, Any]]:
    """Return the rows; codes as text, counts as they are."""
    keys = {column.name for column in table.columns if column.kind in {"key", "level", "text"}}
    records = table.frame.to_dict("records")
    return [{str(name): str(value) if name in keys else value for name, value in row.items()} for row in records]


def _members(rows: list[dict[str, Any]], name: str) -> list[str]:
    return list(dict.fromkeys(row[name] for row in rows))
