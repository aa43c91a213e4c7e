"""Labels that people gave to stored ads: what is still to be labelled, giving a label, taking the last one back."""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import Connection, case, delete, exists, insert, select

from crawler.store.saving import now
from crawler.store.schema import ads, labels, readings, versions


class Labelled(NamedTuple):
    """A label and the text it was given to."""

    ad_id: int
    label: str
    who: str
    drawn: bool
    """True when chance chose the ad."""
    fields: dict[str, Any]
    """The fields of the version that was labelled, as `classifier.text.compose` takes them."""


def queue(connection: Connection, reader: str, who: str, *, drawn: bool = False) -> list[int]:
    """Return the current versions that `reader` read and `who` has not labelled, as ids, the least certain first.

    A text that `who` labelled under another ad does not come again. With `drawn` they come by their content hash: an
    order that chance gave once for all, so that another day goes on with it. Then only labels so drawn count as given:
    without the ads that doubt had chosen before, the rest would be no sample of all.
    """
    sure = case((readings.c.label == "uncertain", 0), else_=1)
    order = (versions.c.content_hash,) if drawn else (sure, readings.c.confidence)
    mine = exists().where(labels.c.content_hash == versions.c.content_hash, labels.c.who == who)
    if drawn:
        mine = mine.where(labels.c.drawn)
    query = (
        select(versions.c.id)
        .join(ads, ads.c.version_id == versions.c.id)
        .join(readings, readings.c.version_id == versions.c.id)
        .where(readings.c.reader == reader, readings.c.in_search, ~mine)
        .order_by(*order, versions.c.id)
    )
    return list(connection.execute(query).scalars())


def version_fields(connection: Connection, version_id: int) -> dict[str, Any]:
    """Return the fields of a version, with `url` and `source` of its ad and `date` (ISO day)."""
    query = (
        select(versions, ads.c.source, ads.c.url, ads.c.first_seen)
        .join(ads, ads.c.id == versions.c.ad_id)
        .where(versions.c.id == version_id)
    )
    row = connection.execute(query).mappings().one()
    return {**row, "date": (row["date_posted"] or row["first_seen"])[:10]}


def give(connection: Connection, version_id: int, label: str, who: str, *, drawn: bool = False) -> None:
    """Note that `who` gives `label` to the text of a version, in place of an earlier label of theirs."""
    version = connection.execute(select(versions).where(versions.c.id == version_id)).one()
    key = {"ad_id": version.ad_id, "content_hash": version.content_hash, "who": who}
    connection.execute(delete(labels).where(*(labels.c[name] == value for name, value in key.items())))
    connection.execute(insert(labels).values(**key, label=label, labelled_at=now(), drawn=drawn))


def take_back(connection: Connection, who: str, *, drawn: bool = False) -> int | None:
    """Remove the last label that `who` gave so; return the version it was given to, None when there is none."""
    query = (
        select(labels.c.id, versions.c.id.label("version_id"))
        .join(versions, (versions.c.ad_id == labels.c.ad_id) & (versions.c.content_hash == labels.c.content_hash))
        .where(labels.c.who == who, labels.c.drawn == drawn)
        .order_by(labels.c.id.desc(), versions.c.id.desc())
        .limit(1)
    )
    last = connection.execute(query).first()
    if last is None:
        return None
    connection.execute(delete(labels).where(labels.c.id == last.id))
    return int(last.version_id)


def labelled(connection: Connection) -> list[Labelled]:
    """Return all labels with the texts they were given to, in the order in which they were given."""
    same = (versions.c.ad_id == labels.c.ad_id) & (versions.c.content_hash == labels.c.content_hash)
    query = select(labels.c.id.label("label_id"), labels.c.label, labels.c.who, labels.c.drawn, versions).join(
        versions, same
    )
    rows = connection.execute(query.order_by(labels.c.id, versions.c.id)).mappings()
    unique = {
        row["label_id"]: Labelled(row["ad_id"], row["label"], row["who"], row["drawn"], dict(row)) for row in rows
    }
    return list(unique.values())


def drawn_labels(connection: Connection) -> dict[int, str]:
    """Return ad → label of the ads that chance chose, as their texts are now; the last one given where there are more.

    A label counts for every ad of the same text.
    """
    same = (labels.c.content_hash == versions.c.content_hash) & labels.c.drawn
    query = select(ads.c.id, labels.c.label).join(versions, versions.c.id == ads.c.version_id).join(labels, same)
    return {int(ad_id): str(label) for ad_id, label in connection.execute(query.order_by(labels.c.id))}
