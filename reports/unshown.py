"""What a chart must leave out, being too few ads: put together where that cures it, and said beside the chart."""

from __future__ import annotations

from typing import Final, NamedTuple

from reports.format import formats
from reports.statistics import SMALLEST
from reports.table import HIDDEN, Table
from reports.words import words

TOGETHER: Final = 2
"""Most labels that one bar holds: three names are no name."""
_COUNTS: Final = ("ads", "n", "below")


class Rest(NamedTuple):
    """The labels of a table that must not be told one by one, told together."""

    labels: tuple[str, ...]
    """Their codes."""
    ads: int
    """Ads of all of them; it follows from what the table shows."""
    of: int
    """Ads among which shares are told."""


def rest(table: Table) -> Rest | None:
    """Return what is left of the whole beside the labels shown; None where nothing is hidden, or it cannot be told.

    It is the whole less the counts that the table shows, so it gives away no more than the table does; fewer ads
    than `SMALLEST` are not told even so.
    """
    rows = table.frame
    silent = table.hidden("ads")
    if not silent.any() or silent.all() or rows["of"].isna().any():
        return None
    of = int(rows["of"].iloc[0])
    ads = of - int(rows.loc[~silent, "ads"].sum())
    return Rest(tuple(map(str, rows.loc[silent, "label"])), ads, of) if ads >= SMALLEST else None


def joined_rest(table: Table) -> Rest | None:
    """Return the rest that one bar of the chart holds; None when there is none or its labels are too many."""
    found = rest(table) if table.name == "labels" else None
    return found if found and len(found.labels) <= TOGETHER else None


def rest_name(labels: tuple[str, ...], language: str) -> str:
    """Return what the labels are called together: `fuori tema o incerto`."""
    say = words(language)
    return f" {say.text('page.or')} ".join(say.value("label", label) for label in labels)


def left_out(table: Table, language: str) -> str:
    """Return what must be said of the figures that the chart of `table` does not show; empty when it shows all."""
    flags = [name for name in (f"{count}{HIDDEN}" for count in _COUNTS) if name in table.frame]
    if not table.frame[flags].to_numpy(dtype=bool).any():
        return ""
    say = words(language)
    if table.name == "labels":
        return _labels_left_out(table, language)
    if table.name == "pay_stated":
        return say.text("page.left_out_pay", names=_hidden_names(table, language))
    return say.text("page.left_out")


def _labels_left_out(table: Table, language: str) -> str:
    if "corrected" in table.frame and table.frame["corrected"].notna().any():
        return ""
    say, form, found = words(language), formats(language), rest(table)
    if found is None:
        return say.text("page.left_out_labels", names=_hidden_names(table, language))
    figures = {"ads": form.count(found.ads), "of": form.count(found.of), "share": form.share(found.ads / found.of)}
    if joined_rest(table):
        return say.text("page.rest_joined", names=rest_name(found.labels, language), **figures)
    return say.text("page.rest_apart", names=_hidden_names(table, language), **figures)


def _hidden_names(table: Table, language: str) -> str:
    hidden = table.frame.loc[table.hidden("ads"), "label"].astype(str)
    return ", ".join(words(language).value("label", label) for label in hidden)
