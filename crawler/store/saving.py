"""Writing ads: new ones, changed versions, sightings. Each function works inside its caller's transaction."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, insert, select, update

from crawler.ad import Ad
from crawler.differences import changed_fields
from crawler.lifecycle import Life, Trust, next_life, standing
from crawler.store.schema import ads, events, forgotten, sightings, versions

Key = tuple[str, str]
"""Source and identifier."""

VERSION_FIELDS = tuple(
    column.name
    for column in versions.columns
    if column.name not in {"id", "ad_id", "content_hash", "seen_at", "changed"}
)
"""Fields of an ad that a version keeps."""


@dataclasses.dataclass(frozen=True, slots=True)
class SaveCounts:
    """What a batch of ads changed in the store."""

    seen: int = 0
    """Ads in the batch, each identity once."""
    new: int = 0
    """Ads not known before."""
    changed: int = 0
    """Known ads whose content differs from their current version."""
    sighted: int = dataclasses.field(default=0, compare=False)
    """Ads that this run had not seen before."""

    def __add__(self, other: SaveCounts) -> SaveCounts:
        pairs = zip(dataclasses.astuple(self), dataclasses.astuple(other), strict=True)
        return SaveCounts(*(mine + yours for mine, yours in pairs))


@dataclasses.dataclass(slots=True)
class _Known:
    id: int
    content_hash: str | None = None
    version_id: int | None = None
    life: Life = dataclasses.field(default_factory=Life)


def save_ads(connection: Connection, run_id: int, unique: Mapping[Key, Ad], pages: Mapping[Key, int]) -> SaveCounts:
    """Store `unique` ads as seen in a run; `pages` says on which page each stood, where that is known."""
    kept = _remembered(connection, unique)
    if not kept:
        return SaveCounts()
    known = _known(connection, kept)
    new = {key: ad for key, ad in kept.items() if key not in known}
    known |= _insert_ads(connection, new)
    hashes = {key: ad.content_hash() for key, ad in kept.items()}
    changed = {key: ad for key, ad in kept.items() if known[key].content_hash != hashes[key]}
    _insert_versions(connection, known, changed, hashes)
    _touch(connection, run_id, known, kept, pages)
    sighted = sight(connection, run_id, [known[key].id for key in kept], new={known[key].id for key in new})
    return SaveCounts(len(kept), len(new), len(changed) - len(new), sighted)


def sight(connection: Connection, run_id: int, ad_ids: Sequence[int], *, new: AbstractSet[int] = frozenset()) -> int:
    """Note that a run saw the ads; return how many it had not seen before. It cannot have seen those that are `new`."""
    already: set[int] = set()
    for some in chunks([each for each in ad_ids if each not in new]):
        query = select(sightings.c.ad_id).where(sightings.c.run_id == run_id, sightings.c.ad_id.in_(some))
        already |= set(connection.execute(query).scalars())
    rows = [{"ad_id": ad_id, "run_id": run_id} for ad_id in dict.fromkeys(ad_ids) if ad_id not in already]
    if rows:
        connection.execute(insert(sightings), rows)
    return len(rows)


def set_lives(connection: Connection, run_id: int, lives: Mapping[int, tuple[Life, Life]]) -> None:
    """Write ads' standings (ad id → before, after) and an event for each that changed."""
    moved = {ad_id: after for ad_id, (before, after) in lives.items() if before != after}
    if not moved:
        return
    rows = [
        {"key": ad_id, "status": life.status, "status_reason": life.reason, "missing": life.missing}
        for ad_id, life in moved.items()
    ]
    connection.execute(update(ads).where(ads.c.id == bindparam("key")), rows)
    happened = [
        {"ad_id": ad_id, "run_id": run_id, "at": now(), "status": life.status, "reason": life.reason}
        for ad_id, life in moved.items()
        if lives[ad_id][0].status != life.status
    ]
    if happened:
        connection.execute(insert(events), happened)


def chunks(values: Sequence[Any], size: int = 500) -> Iterable[Sequence[Any]]:
    """Yield `values` in pieces that fit into one IN clause."""
    for start in range(0, len(values), size):
        yield values[start : start + size]


def address_hash(url: str) -> str:
    """Return what is kept of an address that was to be forgotten."""
    return hashlib.sha256(url.strip().encode()).hexdigest()


def now() -> str:
    """Return the time as the store writes it: ISO 8601, UTC, seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _remembered(connection: Connection, unique: Mapping[Key, Ad]) -> dict[Key, Ad]:
    """Return the ads without those that were to be forgotten."""
    if connection.execute(select(forgotten.c.address_hash).limit(1)).first() is None:
        return dict(unique)
    hashes = {address_hash(ad.url): key for key, ad in unique.items()}
    dropped: set[Key] = set()
    for some in chunks(list(hashes)):
        query = select(forgotten.c.address_hash).where(forgotten.c.address_hash.in_(some))
        dropped |= {hashes[found] for found in connection.execute(query).scalars()}
    return {key: ad for key, ad in unique.items() if key not in dropped}


def _known(connection: Connection, unique: Mapping[Key, Ad]) -> dict[Key, _Known]:
    join = ads.outerjoin(versions, versions.c.id == ads.c.version_id)
    columns = (ads.c.id, ads.c.identifier, ads.c.status, ads.c.status_reason, ads.c.missing, ads.c.version_id)
    found = {}
    for source in {key[0] for key in unique}:
        for some in chunks([key[1] for key in unique if key[0] == source]):
            query = (
                select(*columns, versions.c.content_hash)
                .select_from(join)
                .where(and_(ads.c.source == source, ads.c.identifier.in_(some)))
            )
            for row in connection.execute(query):
                life = Life(row.status, row.status_reason, row.missing)
                found[source, row.identifier] = _Known(row.id, row.content_hash, row.version_id, life)
    return found


def _insert_ads(connection: Connection, new: Mapping[Key, Ad]) -> dict[Key, _Known]:
    if not new:
        return {}
    moment = now()
    rows = [
        {"source": ad.source, "identifier": ad.identifier, "url": ad.url, "attribution": ad.attribution,
         "status": "open", "status_reason": "", "first_seen": moment, "last_seen": moment}
        for ad in new.values()
    ]  # fmt: skip
    statement = insert(ads).returning(ads.c.id, ads.c.source, ads.c.identifier)
    return {(row.source, row.identifier): _Known(row.id) for row in connection.execute(statement, rows)}


def _insert_versions(
    connection: Connection, known: Mapping[Key, _Known], changed: Mapping[Key, Ad], hashes: Mapping[Key, str]
) -> None:
    if not changed:
        return
    moment = now()
    before = _versions(connection, [known[key].version_id for key in changed])
    rows = []
    for key, ad in changed.items():
        old = before.get(known[key].version_id)
        names = list(changed_fields(old, ad)) if old else None
        values = {"ad_id": known[key].id, "content_hash": hashes[key], "seen_at": moment, "changed": names}
        rows.append(values | _version_values(ad))
    statement = insert(versions).returning(versions.c.id, versions.c.ad_id)
    current = {row.ad_id: row.id for row in connection.execute(statement, rows)}
    for key in changed:
        known[key].version_id = current[known[key].id]


def _versions(connection: Connection, ids: Sequence[int | None]) -> dict[int | None, Ad]:
    found: dict[int | None, Ad] = {}
    for some in chunks([each for each in ids if each is not None]):
        for row in connection.execute(select(versions).where(versions.c.id.in_(some))).mappings():
            found[row["id"]] = Ad.from_dict({"source": "", "url": "", "identifier": "", **row})
    return found


def _version_values(ad: Ad) -> dict[str, Any]:
    values = {name: getattr(ad, name) for name in VERSION_FIELDS}
    values["employment_type"] = list(ad.employment_type)
    values["base_salary"] = dataclasses.asdict(ad.base_salary) if ad.base_salary else None
    return values


def _touch(
    connection: Connection,
    run_id: int,
    known: Mapping[Key, _Known],
    unique: Mapping[Key, Ad],
    pages: Mapping[Key, int],
) -> None:
    """Note of each ad when and where it was seen, which version is current, and where it stands."""
    moment, seen = datetime.now(UTC), now()
    rows = []
    lives: dict[int, tuple[Life, Life]] = {}
    for key, ad in unique.items():
        status, reason = standing(ad, moment)
        before = known[key].life
        after = next_life(before, "seen", Trust()) if status == "open" else Life(status, reason)
        lives[known[key].id] = (before, after)
        rows.append({"key": known[key].id, "last_seen": seen, "url": ad.url, "attribution": ad.attribution,
                     "page_id": pages.get(key), "version_id": known[key].version_id})  # fmt: skip
    connection.execute(update(ads).where(ads.c.id == bindparam("key")), rows)
    set_lives(connection, run_id, lives)
