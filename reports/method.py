"""The method box: what was counted, how it was read, how often the reader errs; every figure from the run, or dated."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from classifier.labels import LABELS
from reports.clean import clean
from reports.format import Format, formats
from reports.meta import Meta
from reports.words import Words, words

PAY_ERRORS: Final = {"stated": 165, "right": 162, "silent": 89, "false": 1}
"""Of real ads that state pay, those whose lower and upper end are read right; of those that state none, those that get
some all the same: `python benchmarks/pay.py`, table `real ads`."""
PAY_MEASURED: Final = date(2026, 11, 24)
"""Day of that measure."""


class Entry(NamedTuple):
    """One paragraph of the method box."""

    term: str
    """What it is about."""
    text: str
    """What is to be known."""


def make_method(meta: Meta, language: str, steps: Mapping[str, int] | None = None) -> tuple[Entry, ...]:
    """Return the paragraphs of the method box; `steps` are those of the funnel that may be told, by their names."""
    say, form = words(language), formats(language)
    entries = [_plain(say, "seen")]
    if {"stored", "in_search"} <= set(meta.stages):
        entries.append(Entry(say.text("method.funnel"), _funnel(meta, steps or {}, say, form)))
    entries += [_plain(say, "reader"), Entry(say.text("method.errors"), _errors(meta, say, form))]
    entries += [_plain(say, "pay"), Entry(say.text("method.pay_errors"), _pay_errors(say, form))]
    if meta.rates_date:
        days = (meta.rates_first or meta.rates_date, meta.rates_date)
        first, last = (form.day(date.fromisoformat(day)) for day in days)
        text = say.text("method.rates_one" if first == last else "method.rates_text", first=first, last=last)
        entries.append(Entry(say.text("method.rates"), text))
    entries += [_plain(say, name) for name in ("small", "privacy", "revisions")]
    versions = ", ".join(f"{name} {number}" for name, number in meta.versions.items())
    model = say.text("method.model", model=meta.model[:16]) if meta.model else ""
    entries.append(Entry(say.text("method.versions"), f"{model} {versions}".strip()))
    return tuple(entries)


def _plain(say: Words, name: str) -> Entry:
    return Entry(say.text(f"method.{name}"), say.text(f"method.{name}_text"))


def _funnel(meta: Meta, steps: Mapping[str, int], say: Words, form: Format) -> str:
    """Return how many ads are stored and searched for, how many count no more, and the words searched for."""
    stages = {name: form.count(meta.stages[name]) for name in ("stored", "in_search")}
    merged = ""
    if {"allowed", "unique", "counted"} <= steps.keys():
        gone = {"merged": steps["allowed"] - steps["unique"], "capped": steps["unique"] - steps["counted"]}
        merged = say.text("method.merged", **{name: form.count(count) for name, count in gone.items()})
    text = say.text("method.funnel_text", merged=merged, **stages)
    terms = ", ".join(clean(term) for term in meta.search_terms)
    return f"{text} {say.text('method.searched', terms=terms)}" if terms else text


def _pay_errors(say: Words, form: Format) -> str:
    """Return the sentence on how pay is read, in both directions."""
    figures = {name: form.count(count) for name, count in PAY_ERRORS.items()}
    both = form.count(PAY_ERRORS["stated"] + PAY_ERRORS["silent"])
    return say.text("method.pay_errors_text", all=both, day=form.day(PAY_MEASURED), **figures)


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
