"""What a site said of itself, kept for the next run: its file of reservations, and what asks whether it has changed."""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, insert, select

from crawler.store.schema import reservations


class KeptFile(NamedTuple):
    """A site's file of reservations as it was read last."""

    etag: str
    """The answer's ETag; empty when it had none."""
    last_modified: str
    """The answer's Last-Modified; empty when it had none."""
    rules: list[Any]
    """Its rules, as `crawler.tdmrep.Reservations.listed` gives them."""


def kept_file(connection: Connection, site: str) -> KeptFile | None:
    """Return what is kept of the file of `site` (`https://HOST`); None when there was none."""
    row = connection.execute(select(reservations).where(reservations.c.site == site)).first()
    return None if row is None else KeptFile(row.etag, row.last_modified, row.rules)


def keep_file(connection: Connection, site: str, found: KeptFile | None) -> None:
    """Keep what the file of `site` says now; None for a site that has none any more."""
    connection.execute(delete(reservations).where(reservations.c.site == site))
    if found is not None:
        connection.execute(insert(reservations).values(site=site, **found._asdict()))
