"""What a report says of itself: window, funnel, model, rates, versions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from classifier.labels import LABELS

if TYPE_CHECKING:
    from reports.make import Order

NAMED_VERSIONS: Final = ("verava", "pandas", "numpy", "scikit-learn", "altair")
"""Distributions whose versions the method box names."""


@dataclass(frozen=True, slots=True, eq=False)
class Meta:
    """The facts beside the figures of one report."""

    title: str
    """Title; empty: the usual one of the language."""
    author: str
    """Who publishes it; may be empty."""
    sample: bool
    """True when the ads are the sample board's: every page says so."""
    first: date
    """First day of publication counted."""
    last: date
    """Last day of publication counted."""
    stages: Mapping[str, int] = field(default_factory=dict)
    """First steps of the funnel, which the frame does not hold: `stored`, `in_search`."""
    search_terms: tuple[str, ...] = ()
    """Words one of which an ad must hold to be counted; empty when all are."""
    model: str = ""
    """Key of the model that read the ads; empty when unknown."""
    confusion: tuple[tuple[int, ...], ...] = ()
    """Validation of the model: rows true labels, columns labels given, in the order of `LABELS`, then `uncertain` where
    the card tells it; empty when unknown."""
    validation: Mapping[str, Any] = field(default_factory=dict)
    """The card's validation tables (`classifier.metrics.score_table`): `all`, and one a language."""
    corpus: Mapping[str, str] = field(default_factory=dict)
    """File → SHA-256 of the corpus the model was trained on."""
    rates_first: str = ""
    """Oldest day of the exchange rates used; empty when none was."""
    rates_date: str = ""
    """Newest day of the exchange rates used; empty when none was."""
    versions: Mapping[str, str] = field(default_factory=dict)
    """Distribution → version."""
    languages: tuple[str, ...] = ("it", "en")
    """Languages of the report."""
    forms: tuple[str, ...] = ("html", "markdown", "csv")
    """Forms written."""
    previous: pd.DataFrame | None = None
    """Ads of the period before, of equal length; None when no comparison is wanted or possible."""
    labelled: pd.DataFrame | None = None
    """Ads counted that were drawn at random and labelled by hand: columns `label` (the reader's) and `truth`; None
    when there are none."""


def make_meta(
    frame: pd.DataFrame,
    card: Mapping[str, Any],
    stages: Mapping[str, int],
    order: Order,
    previous: pd.DataFrame | None = None,
) -> Meta:
    """Return the facts of a report on `frame`, read by the model of `card`; `stages` as `count_stages` tells."""
    validation = card.get("validation") or {}
    first_rate, last_rate = _rate_days(frame)
    return Meta(
        title=order.title,
        author=order.author,
        sample=order.sample,
        first=order.first or frame["date"].min().date(),
        last=order.last or frame["date"].max().date(),
        stages=dict(stages),
        model=str(card.get("key", "")),
        confusion=_confusion(validation),
        validation=validation,
        corpus=dict(card.get("corpus") or {}),
        rates_first=first_rate,
        rates_date=last_rate,
        versions={name: found for name in NAMED_VERSIONS if (found := _version(name))},
        languages=order.languages,
        forms=order.formats,
        previous=previous,
    )


def bare_meta(frame: pd.DataFrame, previous: pd.DataFrame | None = None) -> Meta:
    """Return the facts of a frame of which no more is known than what it holds: for questions asked by hand."""
    days = frame["date"]
    first, last = (days.min().date(), days.max().date()) if len(frame) else (date.min, date.min)
    return Meta("", "", False, first, last, previous=previous)


def _confusion(validation: Mapping[str, Any]) -> tuple[tuple[int, ...], ...]:
    figures = validation.get("all") or {}
    rows = figures.get("decisions") or figures.get("confusion") or []
    sound = len(rows) == len(LABELS) and len({len(row) for row in rows} - {len(LABELS), len(LABELS) + 1}) == 0
    return tuple(tuple(int(count) for count in row) for row in rows) if sound else ()


def _rate_days(frame: pd.DataFrame) -> tuple[str, str]:
    if "rate_date" not in frame:
        return "", ""
    days = sorted({str(day) for day in frame["rate_date"].unique() if isinstance(day, str) and day})
    return (days[0], days[-1]) if days else ("", "")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
