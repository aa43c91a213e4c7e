"""From a store to a report: read what is unread, load, choose the window, write."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pandas as pd

from classifier.read_store import read_store, reader_name
from classifier.reader import Reader
from classifier.search import SearchTerms
from crawler.board import HOST
from crawler.config import Config
from crawler.errors import ReportError
from crawler.store import Store
from reports.build import build_report
from reports.charts.theme import Theme
from reports.evidence import with_evidence
from reports.load import count_stages, load_frame
from reports.meta import make_meta
from reports.population import counted, prepare
from reports.windows import Window, before, cut


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted of a report."""

    out: Path
    """Folder to write into."""
    languages: tuple[str, ...] = ("it", "en")
    """Languages of the report itself."""
    formats: tuple[str, ...] = ("html", "markdown", "csv")
    """Forms to write."""
    first: date | None = None
    """First day of publication to count; None: from the oldest ad."""
    last: date | None = None
    """Last day of publication to count; None: to the newest ad."""
    title: str = ""
    """Title; empty: the usual one."""
    author: str = ""
    """Who publishes it."""
    sample: bool = False
    """True when the ads are the sample board's: every page says so; a store with any of them is recognised."""
    compare: bool = True
    """True when changes since the period before, of equal length, are wanted."""
    theme: Theme | None = None
    """Colours and fonts; None: the usual ones."""


def make_report(
    store: Store, config: Config, order: Order, progress: Callable[[str], None] = lambda _line: None
) -> list[Path]:
    """Read, count and write; return the files. Raises ReportError when there is nothing to count."""
    reader = Reader.load(progress=progress)
    terms = SearchTerms(config.search_terms)
    name = reader_name(reader, terms)
    if unread := store.count_unread(name):
        progress(f"reading {unread} ads")
    read_store(store, reader, terms)
    return report_on(store, name, dict(reader.card), order, progress, tuple(config.search_terms))


def report_on(
    store: Store,
    reader: str,
    card: dict[str, object],
    order: Order,
    progress: Callable[[str], None],
    search_terms: tuple[str, ...] = (),
) -> list[Path]:
    """Count the readings that `reader` left in `store` and write the report; `card` is its model's."""
    loaded = load_frame(store, reader)
    frame, previous = split(loaded, order)
    del loaded
    stages = count_stages(store, reader)
    if frame.empty:
        raise ReportError(
            f"{store.name}: no ad to count ({stages['stored']} stored); crawl first, or widen "
            "--from/--to or the search terms"
        )
    progress(f"counting {len(frame)} ads")
    order = replace(order, sample=order.sample or HOST in set(frame["source"]))
    frame = prepare(with_evidence(store, frame))
    facts = make_meta(frame, card, stages, order, previous)
    meta = replace(facts, labelled=labelled(store, frame), search_terms=search_terms)
    return build_report(frame, meta, order.out, languages=order.languages, formats=order.formats, theme=order.theme)


def labelled(store: Store, frame: pd.DataFrame) -> pd.DataFrame | None:
    """Return the reader's `label` and the `truth` of the ads that count and were drawn by chance; None: none was."""
    rows = frame.loc[counted(frame), ["ad_id", "label"]]
    sample = rows.assign(truth=rows["ad_id"].map(store.drawn_labels())).dropna(subset="truth")
    return sample[["label", "truth"]] if len(sample) else None


def split(frame: pd.DataFrame, order: Order) -> tuple[pd.DataFrame, pd.DataFrame | None]:
    """Return the ads of the days wanted, and those of the period before (None: not wanted, or there are none)."""
    window = Window(order.first, order.last)
    period = before(Window(order.first, order.last or frame["date"].max().date())) if len(frame) else None
    if period is None or not order.compare:
        return cut(frame, window), None
    earlier = cut(frame, period)
    return cut(frame, window), prepare(earlier) if len(earlier) else None
