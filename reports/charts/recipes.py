"""Which chart each question gets, and how its table's figures become it; a question without a recipe has its table."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Mapping
from typing import Any, Final

from classifier.labels import LABELS, UNCERTAIN
from reports.charts.shapes import Bar, Bars, Line, Lines, Panel, Point, Range, Ranges, Shape
from reports.format import NONE, Format, formats
from reports.shares import wilson
from reports.suppression import TOTAL
from reports.table import Table
from reports.unshown import joined_rest, rest_name
from reports.words import Words, words

FEWEST: Final = 3
"""Fewer months shown than this are no line: marks without one tell nothing, and the table holds them."""
MOST: Final = 8
"""Bars in one of several panels; the table holds the rest."""

Row = Mapping[Hashable, Any]


def draw(table: Table, language: str) -> Shape | None:
    """Return the chart of `table` in the words of `language`; None when it has none, or nothing to show."""
    recipe = RECIPES.get(table.name)
    if recipe is None or table.frame.empty:
        return None
    return recipe(table, words(language), formats(language))


def is_corrected(table: Table) -> bool:
    """Tell whether `table` holds shares corrected for the reader's errors."""
    return "corrected" in table.frame and bool(table.frame["corrected"].notna().any())


def _share_bars(column: str) -> Callable[[Table, Words, Format], Bars | None]:
    """Return a recipe: one bar a row, its share with interval and number of ads."""

    def recipe(table: Table, say: Words, form: Format) -> Bars | None:
        bars = tuple(_bar(row, (column,), say, form) for row in _shown(table, "share"))
        return _bars((Panel("", bars),))

    return recipe


def _corrected_bars(table: Table, say: Words, form: Format) -> Bars | None:
    """Return a bar a label: its share corrected for the reader's errors where those are known, else as counted."""
    if not is_corrected(table):
        raw = tuple(_bar(row, ("label",), say, form) for row in _shown(table, "share"))
        return _bars((Panel("", raw + _rest_bar(table, say, form)),))
    bars = []
    for row in _shown(table, "corrected"):
        low, high = _number(row["corrected_low"]), _number(row["corrected_high"])
        text = f"{form.share(row['corrected'])} ({form.share(low)} {NONE} {form.share(high)})"
        bars.append(Bar(say.value("label", row["label"]), float(row["corrected"]), text, low, high, row["label"]))
    return _bars((Panel("", tuple(bars)),))


def _rest_bar(table: Table, say: Words, form: Format) -> tuple[Bar, ...]:
    """Return one bar of the labels that may not be told one by one, or none."""
    found = joined_rest(table)
    if found is None:
        return ()
    low, high = (float(end) for end in wilson(found.ads, found.of))
    share = found.ads / found.of
    text = f"{form.share(share)} ({form.count(found.ads)})"
    return (Bar(rest_name(found.labels, say.language), share, text, low, high, found.labels[0]),)


def _label_panels(*columns: str) -> Callable[[Table, Words, Format], Bars | None]:
    """Return a recipe: a panel a label, its most frequent rows."""

    def recipe(table: Table, say: Words, form: Format) -> Bars | None:
        rows = _shown(table, "share")
        panels = []
        for label in LABELS:
            own = [row for row in rows if row["label"] == label][:MOST]
            if own:
                panels.append(Panel(say.value("label", label), tuple(_bar(row, columns, say, form) for row in own)))
        return _bars(tuple(panels))

    return recipe


def _bar(row: Row, columns: tuple[str, ...], say: Words, form: Format) -> Bar:
    low, high = _number(row.get("low")), _number(row.get("high"))
    text = f"{form.share(row['share'])} ({form.count(row['ads' if 'ads' in row else 'below'])})"
    name = ", ".join(say.value(column, row[column]) for column in columns)
    label = str(row.get("label", LABELS[0]))
    return Bar(name, float(row["share"]), text, low, high, UNCERTAIN if label == TOTAL else label)


def _bars(panels: tuple[Panel, ...]) -> Bars | None:
    kept = tuple(panel for panel in panels if panel.bars)
    reach = [max(bar.value, bar.high or 0) for panel in kept for bar in panel.bars]
    return Bars(kept, max(reach)) if reach and max(reach) > 0 else None


def _count_bars(column: str) -> Callable[[Table, Words, Format], Bars | None]:
    """Return a recipe: one bar a row, its number of ads."""

    def recipe(table: Table, say: Words, form: Format) -> Bars | None:
        bars = tuple(
            Bar(say.value(column, row[column]), float(row["ads"]), form.count(row["ads"]), None, None,
                row[column] if row[column] in LABELS[1:3] else LABELS[0])
            for row in _shown(table, "ads")
        )  # fmt: skip
        return _bars((Panel("", bars),))

    return recipe


def _label_lines(table: Table, say: Words, form: Format) -> Shape | None:
    """Return a line a label over the months; bars of the whole where there are fewer than two months."""
    months = list(dict.fromkeys(str(row["month"]) for row in table.frame.to_dict("records")))
    rows = _shown(table, "share")
    lines = []
    for label in dict.fromkeys(row["label"] for row in rows):
        own = [row for row in rows if row["label"] == label]
        points = tuple(Point(months.index(str(row["month"])), float(row["share"])) for row in own)
        if len(points) >= min(FEWEST, len(months)) and any(point.value for point in points):
            last = form.share(points[-1].value) if points[-1].at == len(months) - 1 else ""
            lines.append(Line(say.value("label", label), last, points, label))
    if len(months) < 2 or not lines:  # noqa: PLR2004 - a line needs two ends
        return None
    names = tuple(form.period(month, short=True) for month in months)
    return Lines(names, tuple(lines), _share_ticks(max(p.value for line in lines for p in line.points), form))


def _pay_ranges(*columns: str) -> Callable[[Table, Words, Format], Ranges | None]:
    """Return a recipe: a range for each group of which a median may be said."""

    def recipe(table: Table, say: Words, form: Format) -> Ranges | None:
        shown = _shown(table, "median")
        if "level" in columns:
            shown = _most_told(shown)
        rows = tuple(_range(row, columns, say, form) for row in shown)
        return Ranges(rows, _eur_ticks(max(max(row.q3, row.high) for row in rows), form)) if rows else None

    return recipe


def _most_told(rows: list[Row]) -> list[Row]:
    """Return for each label the rows of the basis that most ads state."""
    ads: dict[tuple[str, str], int] = {}
    for row in rows:
        ads[row["label"], row["basis"]] = ads.get((row["label"], row["basis"]), 0) + int(row["n"])
    best = {label: max((n, basis) for (one, basis), n in ads.items() if one == label)[1] for label, _ in ads}
    return [row for row in rows if row["basis"] == best[row["label"]]]


def _range(row: Row, columns: tuple[str, ...], say: Words, form: Format) -> Range:
    hollow = row["rung"] == "indicative"
    name = ", ".join(say.value(column, row[column]) for column in columns)
    text = (
        f"{form.eur(row['median'])} (n = {form.count(row['n'])}{', ' + say.text('page.indicative') if hollow else ''})"
    )
    low = _number(row["low"]) or float(row["median"])
    high = _number(row["high"]) or float(row["median"])
    return Range(name, text, float(row["q1"]), float(row["median"]), float(row["q3"]), low, high, hollow, row["label"])


def _shown(table: Table, column: str) -> list[Row]:
    """Return the rows whose `column` is known and not suppressed."""
    hidden = table.hidden(column)
    return [
        row
        for row, secret in zip(table.frame.to_dict("records"), hidden, strict=True)
        if not secret and _number(row[column]) is not None
    ]


def _number(value: Any) -> float | None:
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return number if math.isfinite(number) else None


def _share_ticks(highest: float, form: Format) -> tuple[tuple[float, str], ...]:
    step = next(step for step in (0.05, 0.1, 0.2, 0.25, 1.0) if highest <= step * 4 or step == 1.0)
    ends = max(1, math.ceil(round(highest / step, 6)))
    return tuple((at * step, form.share(at * step)) for at in range(ends + 1))


def _eur_ticks(highest: float, form: Format) -> tuple[tuple[float, str], ...]:
    step = next(
        (step for step in (1, 2, 5, 10, 20, 50, 100) if highest <= step * 5), 10 ** math.ceil(math.log10(highest))
    )
    ends = max(1, math.ceil(highest / step))
    return tuple((at * step, form.euros(at * step)) for at in range(ends + 1))


RECIPES: Final[dict[str, Callable[[Table, Words, Format], Shape | None]]] = {
    "labels": _corrected_bars,
    "labels_by_month": _label_lines,
    "pay": _pay_ranges("label", "basis"),
    "pay_by_level": _pay_ranges("label", "level", "basis"),
    "pay_against_skill": _label_panels("level", "basis"),
    "pay_stated": _share_bars("label"),
    "fees": _share_bars("label"),
    "fee_kinds": _share_bars("fee_kind"),
    "hours": _label_panels("hours"),
    "services": _label_panels("area"),
    "skills": _label_panels("skill"),
    "skill_levels": _label_panels("level"),
    "sectors": _label_panels("sector"),
    "cues": _label_panels("indicator"),
    "funnel": _count_bars("stage"),
}
"""Name of the question → its recipe, in the order in which a page tells them."""
