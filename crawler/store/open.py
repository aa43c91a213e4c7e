"""Opening a store: the default place, pragmas, the schema's version and its migrations."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, func, insert, inspect, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from crawler.errors import StoreError
from crawler.paths import default_store
from crawler.store import schema
from crawler.store.holding import only_one_upgrades
from crawler.store.migrations import MIGRATIONS
from crawler.store.store import Store, reason_of


def default_url() -> str:
    """Return the URL of the default store, an SQLite file in the user's data folder."""
    return f"sqlite:///{default_store()}"


def open_store(url: str | None = None, *, create: bool = True) -> Store:
    """Open, create or migrate the store at `url` (a database URL or the path of an SQLite file).

    Raises StoreError when it cannot be opened, is not a store, or was written by a newer VeraVA; and, unless
    `create`, when there is no such file.
    """
    address = url or default_url()
    if "://" not in address:
        address = f"sqlite:///{Path(address).expanduser()}"
    try:
        engine = _engine(address, create=create)
        with engine.begin() as connection:
            _upgrade(connection, address)
    except ModuleNotFoundError as error:
        way_out = "; pip install 'verava[postgresql]'" if error.name == "psycopg" else ""
        raise StoreError(f"--store {_shown(address)}: {error}{way_out}") from None
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise StoreError(f"--store {_shown(address)}: {error}; use sqlite:///FILE or postgresql://…") from None
    except (DBAPIError, OSError) as error:
        raise StoreError(f"the store {_shown(address)} cannot be opened: {reason_of(error)}") from None
    return Store(engine, _shown(address))


def _engine(address: str, *, create: bool) -> Engine:
    url = make_url(address)
    if url.drivername in {"postgresql", "postgres"}:
        url = url.set(drivername="postgresql+psycopg")
    if not url.get_backend_name().startswith("sqlite"):
        return create_engine(url, pool_pre_ping=True)  # a server may have been started anew between two batches
    if url.database and url.database != ":memory:":
        if not create and not Path(url.database).is_file():
            raise StoreError(f"no store at {url.database} yet; `verava crawl` makes one, or name another --store")
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": 30})
    event.listen(engine, "connect", _set_pragmas)
    return engine


def _set_pragmas(connection: Any, _record: Any) -> None:
    """WAL lets a report read while a crawl writes; NORMAL lost nothing in 200 kills (see docs/design.md)."""
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _upgrade(connection: Connection, address: str) -> None:
    only_one_upgrades(connection)
    if not inspect(connection).has_table("schema_version"):
        schema.metadata.create_all(connection)
        _stamp(connection, schema.VERSION)
        return
    found = connection.execute(select(func.max(schema.schema_version.c.version))).scalar() or 0
    if found > schema.VERSION:
        raise StoreError(
            f"the store {_shown(address)} has schema {found}, this VeraVA knows up to {schema.VERSION}; "
            "update VeraVA or name another --store"
        )
    for version in range(found + 1, schema.VERSION + 1):
        MIGRATIONS[version](connection)
        _stamp(connection, version)


def _stamp(connection: Connection, version: int) -> None:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    connection.execute(insert(schema.schema_version).values(version=version, applied_at=now))


def _shown(address: str) -> str:
    try:
        return make_url(address).render_as_string(hide_password=True)
    except (ArgumentError, ValueError):
        return address.rpartition("@")[2]
