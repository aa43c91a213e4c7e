"""Writing and reading the store; every batch is one transaction."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, Row, and_, bindparam, delete, func, insert, or_, select, update

from crawler.ad import Ad
from crawler.lifecycle import standing
from crawler.store.schema import ads, readings, runs, sightings, versions

_VERSION_FIELDS = tuple(
    column.name for column in versions.columns if column.name not in {"id", "ad_id", "content_hash", "seen_at"}
)


@dataclass(frozen=True, slots=True)
class SaveCounts:
    """What a batch of ads changed in the store."""

    seen: int = 0
    """Ads in the batch, each identity once."""
    new: int = 0
    """Ads not known before."""
    changed: int = 0
    """Known ads whose content differs from their current version."""

    def __add__(self, other: SaveCounts) -> SaveCounts:
        return SaveCounts(self.seen + other.seen, self.new + other.new, self.changed + other.changed)


class Unread(NamedTuple):
    """A current version without a reading by the reader in force."""

    version_id: int
    fields: dict[str, Any]
    """The ad's fields, as `classifier.text.compose` takes them, and `date` (ISO day)."""


class Store:
    """Ads, versions, sightings, runs and readings in one database; made by `open_store`."""

    def __init__(self, engine: Engine, name: str) -> None:
        self.engine = engine
        """The database; for queries that this class does not offer."""
        self.name = name
        """The address, without password, for messages."""

    def start_run(self, source: str) -> int:
        """Note that a visit to `source` begins; return its id."""
        row = {"source": source, "started_at": _now(), "verdict": "running"}
        with self.engine.begin() as connection:
            return int(connection.execute(insert(runs).values(**row)).inserted_primary_key[0])  # type: ignore[index]

    def finish_run(self, run_id: int, verdict: str, *, requests: int = 0, note: str = "") -> None:
        """Note how the visit ended; `verdict` is ok, partial, blocked, empty or failed."""
        values = {"finished_at": _now(), "verdict": verdict, "requests": requests, "note": note}
        with self.engine.begin() as connection:
            connection.execute(update(runs).where(runs.c.id == run_id).values(**values))

    def save(self, run_id: int, batch: Sequence[Ad]) -> SaveCounts:
        """Store a batch in one transaction: new ads, changed versions, sightings. Return what changed."""
        unique = {(ad.source, ad.identifier): ad for ad in batch}
        if not unique:
            return SaveCounts()
        with self.engine.begin() as connection:
            known = _known(connection, unique)
            new = {key: ad for key, ad in unique.items() if key not in known}
            known |= _insert_ads(connection, new)
            changed = {key: ad for key, ad in unique.items() if known[key].content_hash != ad.content_hash()}
            _insert_versions(connection, known, changed)
            _touch(connection, known, unique)
            _sight(connection, run_id, [known[key].id for key in unique])
            counts = SaveCounts(len(unique), len(new), len(changed) - len(new))
            _count(connection, run_id, counts)
        return counts

    def count_ads(self) -> dict[str, int]:
        """Return the number of stored ads by source."""
        query = select(ads.c.source, func.count()).group_by(ads.c.source).order_by(ads.c.source)
        with self.engine.connect() as connection:
            return {source: int(count) for source, count in connection.execute(query)}

    def last_runs(self, per_source: int = 1) -> list[Row[Any]]:
        """Return the newest runs of each source, newest first."""
        rank = func.row_number().over(partition_by=runs.c.source, order_by=runs.c.id.desc()).label("rank")
        ranked = select(runs, rank).subquery()
        query = select(ranked).where(ranked.c.rank <= per_source).order_by(ranked.c.source, ranked.c.id.desc())
        with self.engine.connect() as connection:
            return list(connection.execute(query))

    def unread(self, reader: str, chunk: int = 500) -> Iterator[list[Unread]]:
        """Yield chunks of current versions that `reader` has not read, oldest first."""
        after = 0
        while rows := self._unread_after(reader, after, chunk):
            yield rows
            after = rows[-1].version_id

    def count_unread(self, reader: str) -> int:
        """Return how many current versions `reader` has not read."""
        query = select(func.count()).select_from(_current_unread(reader).subquery())
        with self.engine.connect() as connection:
            return int(connection.execute(query).scalar_one())

    def write_readings(self, rows: Iterable[dict[str, Any]]) -> None:
        """Write readings (columns of `schema.readings`), each in place of an older one of its version."""
        listed = list(rows)
        if not listed:
            return
        with self.engine.begin() as connection:
            ids = [row["version_id"] for row in listed]
            connection.execute(delete(readings).where(readings.c.version_id.in_(ids)))
            connection.execute(insert(readings), listed)

    def _unread_after(self, reader: str, after: int, chunk: int) -> list[Unread]:
        query = _current_unread(reader).where(versions.c.id > after).order_by(versions.c.id).limit(chunk)
        with self.engine.connect() as connection:
            rows = connection.execute(query).mappings().all()
        return [Unread(row["id"], {**row, "date": (row["date_posted"] or row["first_seen"])[:10]}) for row in rows]


def _current_unread(reader: str) -> Any:
    join = ads.join(versions, versions.c.id == ads.c.version_id).outerjoin(
        readings, readings.c.version_id == versions.c.id
    )
    unread = or_(readings.c.reader.is_(None), readings.c.reader != reader)
    return select(versions, ads.c.source, ads.c.first_seen).select_from(join).where(unread)


@dataclass(slots=True)
class _Known:
    id: int
    content_hash: str | None


def _known(connection: Connection, unique: dict[tuple[str, str], Ad]) -> dict[tuple[str, str], _Known]:
    join = ads.outerjoin(versions, versions.c.id == ads.c.version_id)
    found = {}
    for source in {key[0] for key in unique}:
        identifiers = [key[1] for key in unique if key[0] == source]
        query = (
            select(ads.c.id, ads.c.identifier, versions.c.content_hash)
            .select_from(join)
            .where(and_(ads.c.source == source, ads.c.identifier.in_(identifiers)))
        )
        for row in connection.execute(query):
            found[(source, row.identifier)] = _Known(row.id, row.content_hash)
    return found


def _insert_ads(connection: Connection, new: dict[tuple[str, str], Ad]) -> dict[tuple[str, str], _Known]:
    if not new:
        return {}
    now = _now()
    rows = [
        {"source": ad.source, "identifier": ad.identifier, "url": ad.url, "attribution": ad.attribution,
         "status": "open", "status_reason": "", "first_seen": now, "last_seen": now}
        for ad in new.values()
    ]  # fmt: skip
    statement = insert(ads).returning(ads.c.id, ads.c.source, ads.c.identifier)
    return {(row.source, row.identifier): _Known(row.id, None) for row in connection.execute(statement, rows)}


def _insert_versions(
    connection: Connection, known: dict[tuple[str, str], _Known], changed: dict[tuple[str, str], Ad]
) -> None:
    if not changed:
        return
    now = _now()
    rows = [
        {"ad_id": known[key].id, "content_hash": ad.content_hash(), "seen_at": now, **_version_values(ad)}
        for key, ad in changed.items()
    ]
    statement = insert(versions).returning(versions.c.id, versions.c.ad_id)
    current = [{"key": row.ad_id, "version_id": row.id} for row in connection.execute(statement, rows)]
    connection.execute(update(ads).where(ads.c.id == bindparam("key")), current)


def _version_values(ad: Ad) -> dict[str, Any]:
    values = {name: getattr(ad, name) for name in _VERSION_FIELDS}
    values["employment_type"] = list(ad.employment_type)
    values["base_salary"] = dataclasses.asdict(ad.base_salary) if ad.base_salary else None
    return values


def _touch(
    connection: Connection, known: dict[tuple[str, str], _Known], unique: dict[tuple[str, str], Ad]
) -> None:
    now = datetime.now(UTC)
    rows = []
    for key, ad in unique.items():
        status, reason = standing(ad, now)
        rows.append({"key": known[key].id, "last_seen": _now(), "status": status, "status_reason": reason,
                     "url": ad.url, "attribution": ad.attribution})  # fmt: skip
    connection.execute(update(ads).where(ads.c.id == bindparam("key")), rows)


def _sight(connection: Connection, run_id: int, ad_ids: list[int]) -> None:
    query = select(sightings.c.ad_id).where(sightings.c.run_id == run_id, sightings.c.ad_id.in_(ad_ids))
    already = set(connection.execute(query).scalars())
    rows = [{"ad_id": ad_id, "run_id": run_id} for ad_id in ad_ids if ad_id not in already]
    if rows:
        connection.execute(insert(sightings), rows)


def _count(connection: Connection, run_id: int, counts: SaveCounts) -> None:
    values = {
        "ads_seen": runs.c.ads_seen + counts.seen,
        "ads_new": runs.c.ads_new + counts.new,
        "ads_changed": runs.c.ads_changed + counts.changed,
    }
    connection.execute(update(runs).where(runs.c.id == run_id).values(**values))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
