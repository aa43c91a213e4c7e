"""Score tables as text for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from typing import Any, Final

from classifier.evaluate import OTHERS, SMALL
from classifier.labels import LABELS, UNCERTAIN

_COLUMNS: Final = (
    ("accuracy", "accuracy"),
    ("macro_f1", "macro-F1"),
    ("genuine_vs_disguised", "gen/dis"),
    ("disguised_precision", "dis. precision"),
    ("disguised_recall", "dis. found"),
    ("coverage", "decided"),
)
_WIDE: Final = 18
_NAME: Final = 34
_PAGE: Final = 120


def scores_text(tables: Mapping[str, Mapping[str, Any]]) -> str:
    """Return `tables` of `classifier.evaluate` as lines: by slice, by label, calibration, coverage, confusion."""
    whole = tables["all"]
    head = (
        f"{'':{_NAME}}{'ads':>5}{'groups':>7}" + "".join(f"{title:>{_WIDE}}" for _, title in _COLUMNS) + f"{'ECE':>7}"
    )
    blocks = [
        [head, *(_slice(name, table) for name, table in tables.items())],
        _notes(tables),
        ["label                      precision   recall      F1      n", *_labels(whole)],
        ["confusion (rows: true; columns: verdict given)", *_confusion(whole)],
        _point(whole),
        _calibration(whole),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _slice(name: str, table: Mapping[str, Any]) -> str:
    values = table | table["operating_point"]
    cells = [f"{_with_interval(values[key], table['intervals'][key]):>{_WIDE}}" for key, _ in _COLUMNS]
    mark = " *" if table["n"] < SMALL or name == f"dataset:{OTHERS}" else ""
    return (
        f"{(name + mark)[:_NAME]:{_NAME}}{table['n']:>5}{table['groups']:>7}{''.join(cells)}{_number(table['ece']):>7}"
    )


def _notes(tables: Mapping[str, Mapping[str, Any]]) -> list[str]:
    lines = ["[ ] 95 % interval, from 1,000 resamples of groups of ads; accuracy, macro-F1 and ECE look at the most"]
    lines.append("likely label of every ad, the columns about verdicts at what the reader answers, uncertain among it")
    if others := tables.get(f"dataset:{OTHERS}"):
        listed = f"* {len(others['datasets'])} data sets of under {SMALL} ads: {', '.join(others['datasets'])}"
        lines += textwrap.wrap(listed, _PAGE, subsequent_indent="  ", break_on_hyphens=False)
    return lines


def _labels(table: Mapping[str, Any]) -> list[str]:
    return [
        f"{label:24}{row['precision']:>12.3f}{row['recall']:>9.3f}{row['f1']:>8.3f}{row['n']:>7}"
        for label, row in table["labels"].items()
    ]


def _confusion(table: Mapping[str, Any]) -> list[str]:
    head = " " * 24 + "".join(f"{name.partition('_')[0]:>11}" for name in (*LABELS, UNCERTAIN))
    rows = zip(LABELS, table["decisions"], strict=True)
    return [head, *(f"{name:24}" + "".join(f"{count:>11}" for count in row) for name, row in rows)]


def _point(table: Mapping[str, Any]) -> list[str]:
    point, ranges = table["operating_point"], table["intervals"]

    def told(name: str) -> str:
        return _with_interval(point[name], ranges[name])

    reasons = ", ".join(f"{reason} {count}" for reason, count in sorted(table["undecided"].items()))
    given = f"verdicts: given for {told('coverage')} of the ads, right among them {told('accuracy_where_decided')}"
    accused = (
        f"disguised_employment as verdict: precision {told('disguised_precision')}, of the true ones found "
        f"{told('disguised_recall')}, of the others accused {told('false_accusations')}"
    )
    sure = ", ".join(f"{key} {value:.3f}" for key, value in table["coverage_accuracy"].items())
    return [
        f"{given}; uncertain: {reasons}" if reasons else given,
        accused,
        f"accuracy among the surest: {sure} (AURC {table['aurc']:.3f})",
    ]


def _calibration(table: Mapping[str, Any]) -> list[str]:
    chance = table["ece_by_chance"]
    brier = _with_interval(table["brier"], table["intervals"]["brier"])
    bins = (f"{each['confidence']:.2f} → {each['right']:.2f} ({each['n']})" for each in table["reliability"])
    return [
        f"calibration: Brier {brier}, ECE {table['ece']:.3f}; with these {table['n']} ads a perfectly calibrated",
        f"  reader shows ECE {chance['mean']:.3f} by chance, and below {chance['p95']:.3f} in 95 of 100 cases",
        f"  said → right (ads): {', '.join(bins)}",
    ]


def _with_interval(value: float | None, bounds: tuple[float, float] | None) -> str:
    if value is None or bounds is None:
        return _number(value)
    return f"{_number(value)} [{_number(bounds[0])} {_number(bounds[1])}]"


def _number(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.3f}".lstrip("0") if 0 < value < 1 else f"{value:.2f}"
