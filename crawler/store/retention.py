"""Retention: the text of ads that nobody has seen for long is removed; what was counted of it stays."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, null, select, update

from crawler.store.saving import chunks
from crawler.store.schema import ads, readings, versions


def remove_texts(connection: Connection, days: int) -> int:
    """Empty the texts, posters and quotes of ads not seen for `days`; return how many versions that were.

    The content hash goes too: an ad that comes back is stored anew, and no reader reads what is left of the old one.
    """
    before = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="seconds")
    old = select(ads.c.id).where(ads.c.last_seen < before)
    query = select(versions.c.id).where(versions.c.ad_id.in_(old), versions.c.description != "")
    mine = list(connection.execute(query).scalars())
    for some in chunks(mine):
        emptied = {"description": "", "hiring_organization": "", "pay_raw": "", "content_hash": ""}
        connection.execute(update(versions).where(versions.c.id.in_(some)).values(**emptied))
        connection.execute(update(readings).where(readings.c.version_id.in_(some)).values(evidence=null()))
    return len(mine)
