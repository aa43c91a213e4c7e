"""Holding a store on a server: what the lock file is for one machine, the server's own lock is for all of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Connection, Engine, NullPool, create_engine, func, select

from crawler.errors import BusyError

_CRAWL: Final = 0x56657261
"""Number of PostgreSQL's advisory lock that a crawl holds; any would do that nobody else takes in this database."""
_UPGRADE: Final = _CRAWL + 1


@contextmanager
def held(engine: Engine) -> Iterator[None]:
    """Hold the store for one crawl; raises BusyError when a crawl of any machine holds it.

    The lock lives as long as its connection, so that a killed crawl leaves none. Does nothing for SQLite: see
    `crawler.lock`.
    """
    if engine.dialect.name != "postgresql":
        yield
        return
    alone = create_engine(engine.url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    with alone.connect() as connection:
        if not connection.scalar(select(func.pg_try_advisory_lock(_CRAWL))):
            raise BusyError("another crawl is on (on this or another machine); wait until it has ended")
        yield


def only_one_upgrades(connection: Connection) -> None:
    """Let one process at a time make or migrate the tables, until the transaction ends; SQLite sees to that itself."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_UPGRADE)))
