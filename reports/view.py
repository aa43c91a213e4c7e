"""A report as people read it, in one language: what all forms show, computed once; templates compute nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from reports.charts.alt import alt_text
from reports.charts.recipes import RECIPES, draw, is_corrected
from reports.charts.shapes import Heading, Shape
from reports.clean import clean
from reports.format import formats
from reports.grid import Grid, make_grid
from reports.meta import Meta
from reports.method import Entry, make_method
from reports.table import Table
from reports.unshown import left_out
from reports.words import words

TITLE = 160
"""Characters that a title or the name of an author may have."""

SENTENCE = 800
"""Characters that a finding may have."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart and its words."""

    shape: Shape
    """What is drawn."""
    heading: Heading
    """Title, n and window, for a chart that travels alone."""
    alt: str
    """Alternative text."""


@dataclass(frozen=True, slots=True)
class Section:
    """The answer to one question."""

    name: str
    """Name of the question; ids and files are called by it."""
    title: str
    """Heading."""
    lead: str
    """What is shown, in a sentence."""
    about: str
    """n and window."""
    grid: Grid
    """The table."""
    main: bool
    """True when it is part of the story; the other tables follow behind."""
    picture: Picture | None
    """The chart; None when the table says it all."""
    left_out: str
    """What the chart does not show and why, said right under it; empty when it shows all."""
    notes: tuple[str, ...]
    """What must be said beside it."""


@dataclass(frozen=True, slots=True)
class Page:
    """The whole report in one language."""

    language: str
    """`it` or `en`."""
    title: str
    """Title."""
    author: str
    """Who publishes it; may be empty."""
    first: date
    """First day counted."""
    last: date
    """Last day counted."""
    window: str
    """The days counted, in words."""
    sample: str
    """The notice that the ads are sample ads; empty when they are not."""
    headline: str
    """The first finding."""
    findings: tuple[str, ...]
    """The others."""
    sections: tuple[Section, ...]
    """The answers, in order."""
    method: tuple[Entry, ...]
    """How it was counted; the last entry names versions."""
    citation: str
    """How to cite it."""
    version: str
    """Version of VeraVA."""
    others: tuple[str, ...] = ()
    """Other languages in which the report is written."""

    def texts(self) -> list[str]:
        """Return every text of ours that holds figures, in an order that all languages share; no words of ads."""
        told = [self.headline, *self.findings, *(entry.text for entry in self.method[:-1])]
        for section in self.sections:
            told += [section.about, *section.grid.figures()]
        return told


def make_page(
    tables: Sequence[Table], meta: Meta, findings: Sequence[str], language: str, languages: Sequence[str] = ()
) -> Page:
    """Return the page of `language` made of checked `tables` and the sentences of `findings`."""
    say, form = words(language), formats(language)
    title = clean(meta.title, TITLE) or say.text("page.title")
    author = clean(meta.author, TITLE)
    version = meta.versions.get("verava", "")
    first, last = form.day(meta.first), form.day(meta.last)
    window = "page.window" if meta.first != meta.last else "page.window_day"
    told = [clean(finding, SENTENCE) for finding in findings]
    cited = {"author": author or say.text("page.anonymous"), "title": title, "first": first, "last": last}
    return Page(
        language=language,
        title=title,
        author=author,
        first=meta.first,
        last=meta.last,
        window=say.text(window, first=first, last=last),
        sample=say.text("page.sample") if meta.sample else "",
        headline=told[0] if told else "",
        findings=tuple(told[1:]),
        sections=tuple(_section(table, meta, language) for table in _told(tables)),
        method=make_method(meta, language, steps_of(tables)),
        citation=say.text("page.citation", version=version, **cited),
        version=version,
        others=tuple(other for other in languages if other != language),
    )


def steps_of(tables: Sequence[Table]) -> dict[str, int]:
    """Return the steps of the funnel that may be told, by their names; empty when there is no such table."""
    rows = next((table.frame for table in tables if table.name == "funnel"), None)
    if rows is None:
        return {}
    return {str(stage): int(ads) for stage, ads in zip(rows["stage"], rows["ads"], strict=True) if not pd.isna(ads)}


def _told(tables: Sequence[Table]) -> list[Table]:
    """Return the tables that hold something, in the order of the story."""
    order = {name: at for at, name in enumerate(RECIPES)}
    told = [table for table in tables if not table.frame.empty and not _silent(table)]
    return sorted(told, key=lambda one: order.get(one.name, len(order)))


def _silent(table: Table) -> bool:
    """Tell whether a table beside the story discloses nothing: it would be a page of dots."""
    return table.name not in RECIPES and table.n == 0 and bool(table.hidden("n").all())


def _section(table: Table, meta: Meta, language: str) -> Section:
    say, form = words(language), formats(language)
    title = say.title(table.name)
    days = {"first": form.day(table.first), "last": form.day(table.last)}
    of = {"of": form.count(table.of)} if table.of else {}
    about = say.text("page.about_of" if of else "page.about", n=form.count(table.n), **days, **of)
    return Section(
        name=table.name,
        title=title,
        lead=say.lead(table.name, corrected=is_corrected(table)),
        about=about,
        grid=make_grid(table, f"{title}. {about}", language),
        main=table.name in RECIPES,
        picture=_picture(table, title, about, meta, language),
        left_out=_left_out(table, language),
        notes=tuple(say.text(f"notes.{note}") for note in table.notes),
    )


def _left_out(table: Table, language: str) -> str:
    """Return what must be said of the figures that the chart leaves out, where the question has one."""
    said = left_out(table, language) if table.name in RECIPES else ""
    return said[:1].upper() + said[1:]


def _picture(table: Table, title: str, about: str, meta: Meta, language: str) -> Picture | None:
    shape = draw(table, language)
    if shape is None:
        return None
    sample = words(language).text("page.sample_short") if meta.sample else ""
    alt = alt_text(shape, table, title, language)
    return Picture(shape, Heading(title, about, sample), f"{sample}. {alt}" if sample else alt)
