"""Forgetting: all that is stored of an ad is removed, and the ad is not stored again."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, delete, insert, select, text

from crawler.store.saving import address_hash, now
from crawler.store.schema import ads, events, forgotten, labels, pages, readings, sightings, versions


def forget(connection: Connection, url: str) -> int:
    """Remove the ads at `url` with versions, readings, labels, sightings and pages; return how many ads that were."""
    mine = list(connection.execute(select(ads.c.id).where((ads.c.url == url) | (ads.c.identifier == url))).scalars())
    texts = select(versions.c.id).where(versions.c.ad_id.in_(mine))
    connection.execute(delete(readings).where(readings.c.version_id.in_(texts)))
    for table in (labels, versions, sightings, events):
        connection.execute(delete(table).where(table.c.ad_id.in_(mine)))
    addresses = list(connection.execute(select(ads.c.url).where(ads.c.id.in_(mine))).scalars())
    connection.execute(delete(ads).where(ads.c.id.in_(mine)))
    for address in {url, *addresses}:
        connection.execute(delete(pages).where(pages.c.url == address))
        _remember_to_forget(connection, address)
    return len(mine)


def wipe(engine: Engine) -> None:
    """Overwrite what was deleted: SQLite keeps deleted rows in free pages and in its write-ahead log until then.

    PostgreSQL keeps them in its tables; what its own log and its backups hold is its keeper's to remove.
    """
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("VACUUM (FULL) ads, versions, readings, labels, events, sightings, pages"))
            return
        connection.execute(text("VACUUM"))
        connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))


def _remember_to_forget(connection: Connection, url: str) -> None:
    digest = address_hash(url)
    known = connection.execute(select(forgotten).where(forgotten.c.address_hash == digest)).first()
    if known is None:
        connection.execute(insert(forgotten).values(address_hash=digest, at=now()))
