"""From a store to a report: read what is unread, load, choose the window, write."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from classifier.read_store import read_store, reader_name
from classifier.reader import Reader
from classifier.search import SearchTerms
from crawler.config import Config
from crawler.errors import ReportError
from crawler.store import Store
from reports.build import build_report
from reports.load import count_stages, load_frame
from reports.meta import make_meta


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
    """True when the ads are the sample board's: every page says so."""


def make_report(
    store: Store, config: Config, order: Order, progress: Callable[[str], None] = lambda _line: None
) -> list[Path]:
    """Read, count and write; return the files. Raises ReportError when there is nothing to count."""
    reader = Reader.load(progress=progress)
    terms = SearchTerms(config.search_terms)
    unread = store.count_unread(reader_name(reader, terms))
    if unread:
        progress(f"reading {unread} ads")
    read_store(store, reader, terms)
    name = reader_name(reader, terms)
    frame = load_frame(store, name)
    if order.first:
        frame = frame[frame["date"].dt.date >= order.first]
    if order.last:
        frame = frame[frame["date"].dt.date <= order.last]
    if frame.empty:
        raise ReportError(
            f"{store.name}: no ad to count ({count_stages(store, name)['stored']} stored); crawl first, or widen "
            "--from/--to or the search terms"
        )
    progress(f"counting {len(frame)} ads")
    meta = make_meta(frame, reader.card, count_stages(store, name), order)
    return build_report(frame, meta, order.out, languages=order.languages, formats=order.formats)
