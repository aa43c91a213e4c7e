"""The method box: what was counted, how it was read, how often the reader errs; every figure from the run."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from classifier.labels import LABELS
from reports.format import Format, formats
from reports.meta import Meta
from reports.words import Words, words


class Entry(NamedTuple):
    """One paragraph of the method box."""

    term: str
    """What it is about."""
    text: str
    """What is to be known."""


def make_method(meta: Meta, language: str) -> tuple[Entry, ...]:
    """Return the paragraphs of the method box."""
    say, form = words(language), formats(language)
    entries = [_plain(say, "seen")]
    if {"stored", "in_search"} <= set(meta.stages):
        stages = {name: form.count(meta.stages[name]) for name in ("stored", "in_search")}
        entries.append(Entry(say.text("method.funnel"), say.text("method.funnel_text", **stages)))
    entries += [_plain(say, "reader"), Entry(say.text("method.errors"), _errors(meta, say, form))]
    entries.append(_plain(say, "pay"))
    if meta.rates_date:
        days = (meta.rates_first or meta.rates_date, meta.rates_date)
        first, last = (form.day(date.fromisoformat(day)) for day in days)
        text = say.text("method.rates_one" if first == last else "method.rates_text", first=first, last=last)
        entries.append(Entry(say.text("method.rates"), text))
    entries += [_plain(say, "small"), _plain(say, "privacy")]
    versions = ", ".join(f"{name} {number}" for name, number in meta.versions.items())
    model = say.text("method.model", model=meta.model[:16]) if meta.model else ""
    entries.append(Entry(say.text("method.versions"), f"{model} {versions}".strip()))
    return tuple(entries)


def _plain(say: Words, name: str) -> Entry:
    return Entry(say.text(f"method.{name}"), say.text(f"method.{name}_text"))


def _errors(meta: Meta, say: Words, form: Format) -> str:
    """Return the sentence on errors in both directions, from the card's confusion of labels."""
    if not meta.confusion:
        return say.text("method.errors_unknown")
    figures: dict[str, str] = {}
    for short, label in (("genuine", LABELS[0]), ("disguised", LABELS[1])):
        at = LABELS.index(label)
        true, given = sum(meta.confusion[at]), sum(row[at] for row in meta.confusion)
        right = meta.confusion[at][at]
        figures[f"{short}_n"] = form.count(true)
        figures[f"{short}_recall"] = form.share(right / true if true else None, 1)
        figures[f"{short}_missed"] = form.count(true - right)
        figures[f"{short}_precision"] = form.share(right / given if given else None, 1)
        figures[f"{short}_false"] = form.count(given - right)
    return say.text("method.errors_text", **figures)
