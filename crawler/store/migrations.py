"""Steps from one schema to the next, for stores of an older VeraVA."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sqlalchemy import Connection, inspect, text

from crawler.store import schema


def to_version_2(connection: Connection) -> None:
    """Add what closing, resuming, conditional requests and forgetting need."""
    _add_column(connection, "ads", "missing INTEGER NOT NULL DEFAULT 0")
    _add_column(connection, "ads", "page_id INTEGER")
    _add_column(connection, "versions", "changed JSON")
    _add_column(connection, "runs", "complete BOOLEAN NOT NULL DEFAULT TRUE")
    connection.execute(text("CREATE INDEX IF NOT EXISTS ads_of_page ON ads (page_id)"))
    new = [schema.events, schema.pages, schema.hosts, schema.forgotten]
    schema.metadata.create_all(connection, tables=new)


def to_version_3(connection: Connection) -> None:
    """Add the sectors of the clients to the readings; a new reader fills them in."""
    _add_column(connection, "readings", "sectors JSON")


def to_version_4(connection: Connection) -> None:
    """Add the labels that people give."""
    schema.metadata.create_all(connection, tables=[schema.labels])


def to_version_5(connection: Connection) -> None:
    """Add to the runs how full the fields of their ads were."""
    _add_column(connection, "runs", "coverage JSON")


def to_version_6(connection: Connection) -> None:
    """Add the hours a week that the ads state to the readings; a new reader fills them in."""
    _add_column(connection, "readings", "hours_week FLOAT")


def to_version_7(connection: Connection) -> None:
    """Add to the labels whether chance chose their ads; of older ones it did not."""
    _add_column(connection, "labels", "drawn BOOLEAN NOT NULL DEFAULT FALSE")


def to_version_8(connection: Connection) -> None:
    """Add to the readings the money that ads ask from the worker; a new reader fills it in."""
    for definition in ("fee_kind VARCHAR(16)", "fee_min FLOAT", "fee_max FLOAT", "fee_currency VARCHAR(8)"):
        _add_column(connection, "readings", definition)


def to_version_9(connection: Connection) -> None:
    """Add the files of reservations, so that they are asked only whether they have changed."""
    schema.metadata.create_all(connection, tables=[schema.reservations])


def _add_column(connection: Connection, table: str, definition: str) -> None:
    """Add a column unless it is there: SQLite commits each change of a table, so a killed step may be half done."""
    name = definition.partition(" ")[0]
    if name not in {column["name"] for column in inspect(connection).get_columns(table)}:
        connection.execute(text(f"ALTER TABLE {table} ADD COLUMN {definition}"))


MIGRATIONS: Final[dict[int, Callable[[Connection], None]]] = {
    2: to_version_2,
    3: to_version_3,
    4: to_version_4,
    5: to_version_5,
    6: to_version_6,
    7: to_version_7,
    8: to_version_8,
    9: to_version_9,
}
"""Steps by the version they lead to; each may be begun again after it was killed."""
