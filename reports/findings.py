"""What the tables say, in sentences: each is made of checked figures, and says no more than they bear."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import pandas as pd

from classifier.labels import LABELS, UNCERTAIN
from reports.checks import check_languages
from reports.meta import Meta
from reports.sentences import Figure, Finding, say
from reports.shares import difference
from reports.suppression import TOTAL
from reports.table import HIDDEN, Table

Tables = Mapping[str, Table]

GENUINE: Final = LABELS[0]
"""The label of true freelance work."""
DISGUISED: Final = LABELS[1]
"""The label of employment in disguise."""
TOLD_LEVEL: Final = 2
"""From this level of skill on, pay below the yardstick is told."""


def findings(tables: Sequence[Table], meta: Meta, language: str) -> list[str]:
    """Return the sentences of the report in `language`, the headline first; both languages hold the same numbers."""
    found = find(tables, meta)
    check_languages({each: [say(finding, each) for finding in found] for each in ("it", "en")})
    return [say(finding, language) for finding in found]


def find(tables: Sequence[Table], meta: Meta) -> list[Finding]:  # noqa: ARG001 - sentences may tell of the run
    """Return what is worth saying, in the order in which it is said."""
    by_name = {table.name: table for table in tables}
    return [finding for tell in _TELLERS for finding in tell(by_name)]


def _labels(tables: Tables) -> list[Finding]:
    rows = _by(tables, "labels", "label")
    shown = {label: row for label, row in rows.items() if pd.notna(row["share"])}
    if not shown:
        return [Finding("few", {})]
    if not {GENUINE, DISGUISED} <= shown.keys():
        label, row = max(shown.items(), key=lambda item: int(item[1]["ads"]))
        figures = {"n": Figure("count", row["of"]), "the_share": Figure("the_share", row["share"])}
        return [Finding("labels_one", figures | {"label": Figure("label", label)} | _share(row))]
    corrected = all(pd.notna(shown[label]["corrected"]) for label in (GENUINE, DISGUISED))
    names = ("corrected", "corrected_low", "corrected_high") if corrected else ("share", "low", "high")
    figures = {"n": Figure("count", shown[GENUINE]["of"])}
    for short, label in (("genuine", GENUINE), ("disguised", DISGUISED)):
        share, low, high = (shown[label][name] for name in names)
        figures |= {f"the_{short}": Figure("the_share", share), f"{short}_ads": Figure("count", shown[label]["ads"])}
        figures |= {f"{short}_low": Figure("share", low), f"{short}_high": Figure("share", high)}
    return [Finding("labels_corrected" if corrected else "labels_raw", figures)]


def _changes(tables: Tables) -> list[Finding]:
    row = _by(tables, "labels", "label").get(DISGUISED)
    if row is None or pd.isna(row.get("change")):
        return []
    points = {name: Figure("points", row[column]) for name, column in
              (("change", "change"), ("low", "change_low"), ("high", "change_high"))}  # fmt: skip
    moved = row["change_low"] > 0 or row["change_high"] < 0
    counts = {"ads": Figure("count", row["ads"]), "of": Figure("count", row["of"])}
    return [Finding("change" if moved else "no_change", {"label": Figure("label", DISGUISED)} | points | counts)]


def _pay(tables: Tables) -> list[Finding]:
    basis = _main_basis(tables)
    found = []
    for label in LABELS[:3]:
        row = _pay_row(tables, label, basis)
        if row is not None:
            names = ("median", "low", "high", "q1", "q3") if row["rung"] == "full" else ("median", "low", "high")
            figures = {name: Figure("eur", row[name]) for name in names} | {"n": Figure("count", row["n"])}
            about = {"label": Figure("label", label), "basis": Figure("basis", basis)}
            found.append(Finding("pay" if row["rung"] == "full" else "pay_indicative", about | figures))
    return found


def _pay_compared(tables: Tables) -> list[Finding]:
    basis = _main_basis(tables)
    pair = [(label, _pay_row(tables, label, basis)) for label in (GENUINE, DISGUISED)]
    rows = [(label, row) for label, row in pair if row is not None]
    if len(rows) < len(pair):
        return []
    (more, high), (less, low) = sorted(rows, key=lambda item: -float(item[1]["median"]))
    figures = {"basis": Figure("basis", basis)}
    for name, label, row in (("more", more, high), ("less", less, low)):
        figures |= {name: Figure("label", label), f"{name}_median": Figure("eur", row["median"]),
                    f"{name}_n": Figure("count", row["n"])}  # fmt: skip
    return [Finding("pay_apart" if high["low"] > low["high"] else "pay_alike", figures)]


def _silence(tables: Tables) -> list[Finding]:
    steps = _by(tables, "funnel", "stage")
    of, stated = (steps[name]["ads"] if name in steps else pd.NA for name in ("in_scope", "states_pay"))
    if pd.isna(of) or pd.isna(stated) or not of:
        return []
    silent = int(of) - int(stated)
    share = Figure("the_share", silent / int(of))
    return [Finding("silence", {"silent": Figure("count", silent), "of": Figure("count", of), "the_share": share})]


def _fees(tables: Tables) -> list[Finding]:
    """Return who asks money from the worker, and the sum in the currency in which most do; no row: it was not read."""
    row = _by(tables, "fees", "label").get(TOTAL)
    if row is None or pd.isna(row["share"]):
        return []
    figures = {
        "of": Figure("count", row["of"]),
        "low": Figure("share", row["low"]),
        "high": Figure("share", row["high"]),
    }
    if not row["ads"]:
        return [Finding("no_fees", figures)]
    counts = {"ads": Figure("count", row["ads"]), "the_share": Figure("the_share", row["share"])}
    return [Finding("fees", figures | counts), *_fee_sum(tables)]


def _fee_sum(tables: Tables) -> list[Finding]:
    rows = [row for row in _rows(tables, "fee_amounts") if row["fee_kind"] == TOTAL and pd.notna(row["median"])]
    if not rows:
        return []
    row = max(rows, key=lambda each: int(each["n"]))
    figures = {name: Figure("number", row[name]) for name in ("median", "low", "high")}
    key = "fee_sum" if row["rung"] == "full" else "fee_sum_indicative"
    return [Finding(key, figures | {"n": Figure("count", row["n"]), "currency": Figure("currency", row["currency"])})]


def _below(tables: Tables) -> list[Finding]:
    rows = [row for row in _rows(tables, "pay_against_skill") if pd.notna(row["share"]) and row["level"] >= TOLD_LEVEL]
    rows = [row for row in rows if row["label"] == DISGUISED and row["below"] > 0]
    if not rows:
        return []
    row = max(rows, key=lambda each: int(each["n"]))
    codes = {name: Figure(name, row[name]) for name in ("label", "basis", "benchmark", "level")}
    counts = {"ads": Figure("count", row["below"]), "n": Figure("count", row["n"])}
    shares = {"the_share": Figure("the_share", row["share"]), "low": Figure("share", row["low"])}
    more = {"high": Figure("share", row["high"]), "benchmark_eur": Figure("eur", row["benchmark_eur"])}
    return [Finding("below", codes | counts | shares | more)]


def _most(table: str, family: str, label: str, key: str) -> Callable[[Tables], list[Finding]]:
    """Return what tells the item held most; two that cannot be told apart are named together.

    They are told apart where the 95 % interval of the difference of their shares leaves out 0 (Newcombe 1998, taken as
    if independent): intervals of two shares that only just overlap are of shares that differ.
    """

    def tell(tables: Tables) -> list[Finding]:
        rows = [row for row in _rows(tables, table) if row["label"] == label and pd.notna(row["share"])]
        if not rows:
            return []
        first, second = rows[0], rows[1] if len(rows) > 1 else None
        figures = {"label": Figure("label", label), "first": Figure(family, first[family])}
        figures |= {"first_share": Figure("share", first["share"]), "of": Figure("count", first["of"])}
        if second is not None and not _apart(first, second):
            pair = {"second": Figure(family, second[family]), "second_share": Figure("share", second["share"])}
            return [Finding(f"{key}_alike", figures | pair)]
        return [Finding(key, figures | {"first_ads": Figure("count", first["ads"])})]

    return tell


def _apart(first: Mapping[str, Any], second: Mapping[str, Any]) -> bool:
    _, low, _ = difference((int(first["ads"]), int(first["of"])), (int(second["ads"]), int(second["of"])))
    return low > 0


def _undecided(tables: Tables) -> list[Finding]:
    row = _by(tables, "labels", "label").get(UNCERTAIN)
    if row is None or row[f"ads{HIDDEN}"] or row[f"of{HIDDEN}"] or not row["ads"]:
        return []
    return [Finding("undecided", {"ads": Figure("count", row["ads"]), "of": Figure("count", row["of"])})]


_TELLERS: Final[tuple[Callable[[Tables], list[Finding]], ...]] = (
    _labels,
    _changes,
    _pay,
    _pay_compared,
    _below,
    _fees,
    _silence,
    _most("services", "area", GENUINE, "service"),
    _most("skills", "skill", GENUINE, "skill"),
    _most("cues", "indicator", DISGUISED, "cue"),
    _undecided,
)


def _main_basis(tables: Tables) -> str:
    """Return the basis (gross, net, unknown) of which most comparable ads are."""
    counts: dict[str, int] = {}
    for row in _rows(tables, "pay"):
        counts[str(row["basis"])] = counts.get(str(row["basis"]), 0) + (0 if pd.isna(row["n"]) else int(row["n"]))
    return max(sorted(counts), key=lambda basis: counts[basis], default="unknown")


def _pay_row(tables: Tables, label: str, basis: str) -> dict[str, Any] | None:
    rows = _rows(tables, "pay")
    found = [row for row in rows if (row["label"], row["basis"]) == (label, basis) and pd.notna(row["median"])]
    return found[0] if found else None


def _share(row: Mapping[str, Any]) -> dict[str, Figure]:
    return {
        "ads": Figure("count", row["ads"]),
        "low": Figure("share", row["low"]),
        "high": Figure("share", row["high"]),
    }


def _by(tables: Tables, name: str, key: str) -> dict[str, dict[str, Any]]:
    return {str(row[key]): row for row in _rows(tables, name)}


def _rows(tables: Tables, name: str) -> list[dict[str, Any]]:
    if name not in tables:
        return []
    return [{str(key): value for key, value in row.items()} for row in tables[name].frame.to_dict("records")]
