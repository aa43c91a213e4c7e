"""The frontier: which addresses a visit knows of, which it has dealt with, and what came of each.

Each function works inside its caller's transaction, the one that stores the ads of the pages: after a kill an address
is either dealt with and its ads are there, or it is still to be asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, func, insert, select, update

from crawler.found import LONGEST, Batch, KnownPage
from crawler.lifecycle import Life, Trust, next_life
from crawler.store.saving import chunks, now, set_lives, sight
from crawler.store.schema import ads, pages


class KnownState(NamedTuple):
    """What the store knows of an address."""

    id: int
    word: str
    """What came of it when it was asked last (see `crawler.found.Word`)."""
    lastmod: str
    """Its sitemap's date as of then."""
    etag: str
    last_modified: str
    read_at: datetime | None
    """When it was asked last; None when never."""
    living: int
    """How many ads that are not closed were seen on it last."""


def load_pages(connection: Connection, source: str, parser: str) -> dict[str, KnownState]:
    """Return address → what is known of it. What another version of the `parser` read is to be read anew."""
    found = {}
    alive = (
        select(ads.c.page_id, func.count().label("living"))
        .where(ads.c.source == source, ads.c.status != "closed", ads.c.page_id.is_not(None))
        .group_by(ads.c.page_id)
        .subquery()
    )
    joined = pages.outerjoin(alive, alive.c.page_id == pages.c.id)
    query = select(pages, alive.c.living).select_from(joined).where(pages.c.source == source)
    for row in connection.execute(query):
        same = row.parser == parser
        found[row.url] = KnownState(
            row.id,
            row.word,
            row.lastmod if same else "",
            row.etag if same else "",
            row.last_modified if same else "",
            datetime.fromisoformat(row.read_at) if row.read_at and same else None,
            row.living or 0,
        )
    return found


def add_known(connection: Connection, source: str, known: Iterable[KnownPage]) -> None:
    """Add addresses that are new; of the others keep what came of them."""
    _ids_of(connection, source, [page.url for page in known])


def deal_with(connection: Connection, run_id: int, source: str, batch: Batch, parser: str) -> dict[str, int]:
    """Note what came of a batch's addresses in a run; return address → page id, also for pages still being read."""
    last = {page.url: page for page in batch.pages}
    urls = list(dict.fromkeys([*last, *(found.page for found in batch.ads if found.page)]))
    ids = _ids_of(connection, source, urls)
    moment = now()
    rows = [
        {"key": ids[url], "word": page.word, "etag": page.etag, "last_modified": page.last_modified, "parser": parser,
         "read_at": moment, "run_id": run_id, "ads": page.ads, "lastmod": page.lastmod[:40]}
        for url, page in last.items() if page.word not in {"same", "fresh"}
    ]  # fmt: skip
    if rows:
        connection.execute(update(pages).where(pages.c.id == bindparam("key")), rows)
    for word, values in (("same", {"read_at": moment, "run_id": run_id}), ("fresh", {"run_id": run_id})):
        unchanged = [ids[url] for url, page in last.items() if page.word == word]
        for some in chunks(unchanged):
            connection.execute(update(pages).where(pages.c.id.in_(some)).values(**values))
    return ids


def see_again(connection: Connection, run_id: int, page_ids: Sequence[int]) -> int:
    """Note that the ads of pages that have not changed were seen again; return how many the run had not seen."""
    found: dict[int, Life] = {}
    for some in chunks(page_ids):
        query = (
            select(ads.c.id, ads.c.status, ads.c.status_reason, ads.c.missing)
            .join(pages, pages.c.id == ads.c.page_id)
            .where(pages.c.id.in_(some), pages.c.word == "read", ads.c.status != "closed")
        )
        found |= {row.id: Life(row.status, row.status_reason, row.missing) for row in connection.execute(query)}
    for some in chunks(list(found)):
        connection.execute(update(ads).where(ads.c.id.in_(some)).values(last_seen=now()))
    open_again = {
        each: (life, next_life(life, "seen", Trust())) for each, life in found.items() if life.status != "expired"
    }
    set_lives(connection, run_id, open_again)
    return sight(connection, run_id, list(found))


def _ids_of(connection: Connection, source: str, urls: Sequence[str]) -> dict[str, int]:
    """Return address → page id; addresses that are new are added, those that are too long left out."""
    wanted = list(dict.fromkeys(url for url in urls if len(url.encode(errors="replace")) <= LONGEST))
    ids = _ids(connection, source, wanted)
    rows = [{"source": source, "url": url, "known_at": now()} for url in wanted if url not in ids]
    if rows:
        statement = insert(pages).returning(pages.c.url, pages.c.id)
        ids |= {row.url: row.id for row in connection.execute(statement, rows)}
    return ids


def _ids(connection: Connection, source: str, urls: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for some in chunks(urls):
        query = select(pages.c.url, pages.c.id).where(pages.c.source == source, pages.c.url.in_(some))
        found |= {row.url: row.id for row in connection.execute(query)}
    return found
