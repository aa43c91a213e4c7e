"""At the end of a visit: what it means for the ads that it did not show. Inside the caller's transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

from sqlalchemy import Connection, and_, select

from crawler.lifecycle import Life, Sign, Trust, is_mass, is_stale, next_life, past, sane_clock
from crawler.store.saving import set_lives
from crawler.store.schema import ads, pages, runs, sightings, versions

_PAGE_SIGNS: Final[Mapping[str, Sign]] = {"gone": "gone", "over": "over", "bare": "bare", "elsewhere": "elsewhere"}
_PAGES: Final = ""
"""The whole that all pages of a source make."""


class End(NamedTuple):
    """How a visit ended, as far as its ads are concerned."""

    verdict: str
    """The verdict (see `crawler.verdict`)."""
    complete: bool = True
    """False when it was limited or cut short."""
    authoritative: bool = False
    """True when the source's list holds every open ad."""
    failed: frozenset[str] = frozenset()
    """Addresses of lists that could not be read: a source may have several, each stands for its own ads."""


def close_unseen(connection: Connection, run_id: int, source: str, end: End) -> None:
    """Let ads of `source` that the run did not show expire, close or go stale, as far as the run can be trusted."""
    unseen = _unseen(connection, run_id, source)
    lists = _lists_read(connection, run_id) - {_list(url) for url in end.failed}
    signs = {row.id: _sign(row, run_id, lists) for row in unseen}
    masses = _masses(connection, source, [(row, signs[row.id]) for row in unseen if row.status == "open"])
    clock = datetime.now(UTC)
    believed = sane_clock(clock, _last_start(connection, run_id, source))
    lives = {}
    for row in unseen:
        before = Life(row.status, row.status_reason, row.missing)
        mass = _whole(row, signs[row.id]) in masses
        after = next_life(before, signs[row.id], Trust(end.verdict, end.complete, end.authoritative, mass=mass))
        lives[row.id] = (before, _aged(after, row, clock) if believed else after)
    set_lives(connection, run_id, lives)


def _unseen(connection: Connection, run_id: int, source: str) -> list[Any]:
    """Return the open and stale ads of a source that the run did not see, each with its page."""
    seen = and_(sightings.c.ad_id == ads.c.id, sightings.c.run_id == run_id)
    joined = (
        ads.outerjoin(pages, pages.c.id == ads.c.page_id)
        .outerjoin(versions, versions.c.id == ads.c.version_id)
        .outerjoin(sightings, seen)
    )
    columns = (ads.c.id, ads.c.status, ads.c.status_reason, ads.c.missing, ads.c.last_seen,
               pages.c.url.label("page"), pages.c.word, pages.c.run_id.label("page_run"),
               versions.c.valid_through)  # fmt: skip
    query = (
        select(*columns)
        .select_from(joined)
        .where(ads.c.source == source, ads.c.status.in_(("open", "stale")), sightings.c.ad_id.is_(None))
    )
    return list(connection.execute(query))


def _masses(connection: Connection, source: str, vanished: Iterable[tuple[Any, Sign]]) -> set[str]:
    """Return the wholes (a list, or all pages of a source) of which so many ads vanished that it must be confirmed."""
    joined = ads.outerjoin(pages, pages.c.id == ads.c.page_id)
    query = select(pages.c.url).select_from(joined).where(ads.c.source == source, ads.c.status == "open")
    urls = list(connection.execute(query).scalars())
    known = Counter(_list(url) for url in urls if url) + Counter({_PAGES: len(urls)})
    gone = Counter(_whole(row, sign) for row, sign in vanished if sign not in {"unknown", "over"})
    return {whole for whole, count in gone.items() if is_mass(count, known[whole])}


def _whole(row: Any, sign: Sign) -> str:
    """Return what an ad that vanished is a part of: its list, or the pages of its source."""
    return _list(row.page) if sign == "absent" else _PAGES


def _lists_read(connection: Connection, run_id: int) -> set[str]:
    """Return the lists that the run read and that held ads: addresses without query, for ads move between pages.

    An empty list says nothing: some sources answer so for a board that was renamed.
    """
    query = select(pages.c.url).where(pages.c.run_id == run_id, pages.c.word == "read", pages.c.ads > 0)
    return {_list(url) for url in connection.execute(query).scalars()}


def _list(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.netloc}{parts.path}"


def _sign(row: Any, run_id: int, lists: set[str]) -> Sign:
    """Return what the run tells of an ad it did not see: its page's word, else its list's silence."""
    if row.page is None:
        return "unknown"
    if row.page_run == run_id and row.word in _PAGE_SIGNS:
        return _PAGE_SIGNS[row.word]
    return "absent" if _list(row.page) in lists else "unknown"


def _aged(life: Life, row: Any, clock: datetime) -> Life:
    """Return the standing as time alone changes it: past its last day, or unseen for long."""
    if life.status == "open" and past(row.valid_through, clock):
        return Life("expired", "valid_through", life.missing)
    if is_stale(life.status, datetime.fromisoformat(row.last_seen), clock):
        return Life("stale", "not seen for long", life.missing)
    return life


def _last_start(connection: Connection, run_id: int, source: str) -> list[datetime]:
    """Return when the run before began."""
    query = select(runs.c.started_at).where(runs.c.source == source, runs.c.id < run_id).order_by(runs.c.id.desc())
    return [datetime.fromisoformat(moment) for moment in connection.execute(query.limit(1)).scalars()]
