"""From the store to the frame that every report is made of (columns: `reports.frames`)."""

from __future__ import annotations

import hashlib
from typing import Any

import pandas as pd
from sqlalchemy import Select, func, select

from crawler.sources import in_reports
from crawler.store import Store
from crawler.store.schema import ads, readings, versions


def load_frame(store: Store, reader: str) -> pd.DataFrame:
    """Return one row for each ad that `reader` read and the search terms let in."""
    with store.engine.connect() as connection:
        frame = pd.read_sql(_query(reader), connection)
    frame["date"] = pd.to_datetime(frame["date_posted"].fillna(frame["first_seen"]).str[:10], errors="coerce")
    frame["duplicate_of"] = _duplicates(frame)
    allowed = {source: in_reports(source) for source in frame["source"].unique()}
    frame["in_reports"] = frame["source"].map(allowed).astype(bool)
    for name in ("source", "language", "label", "currency", "pay_unit", "pay_kind", "basis", "status"):
        frame[name] = frame[name].astype("category")
    frame["tier"] = frame["tier"].fillna("").astype("category")
    frame["skill_level"] = frame["skill_level"].astype("Int8")
    for name in ("pay_min", "pay_max", "eur_min", "eur_max", "confidence"):
        frame[name] = pd.to_numeric(frame[name])
    for name in ("skills", "indicators", "evidence"):
        frame[name] = frame[name].map(lambda value: value or [])
    return frame.drop(columns=["date_posted", "first_seen", "description"])


def count_stages(store: Store, reader: str) -> dict[str, int]:
    """Return the first steps of the funnel: ads stored, and ads that the search terms let in."""
    with store.engine.connect() as connection:
        stored = connection.execute(select(func.count()).select_from(ads)).scalar_one()
        found = select(func.count()).select_from(readings).where(readings.c.reader == reader, readings.c.in_search)
        return {"stored": int(stored), "in_search": int(connection.execute(found).scalar_one())}


def _query(reader: str) -> Select[Any]:
    columns = [
        ads.c.id.label("ad_id"), ads.c.source, ads.c.url, ads.c.attribution, ads.c.status, ads.c.first_seen,
        versions.c.title, versions.c.description, versions.c.hiring_organization, versions.c.date_posted,
        *(column for column in readings.c if column.name not in {"version_id", "reader", "in_search"}),
    ]  # fmt: skip
    join = ads.join(versions, versions.c.id == ads.c.version_id).join(readings, readings.c.version_id == versions.c.id)
    return (
        select(*columns).select_from(join).where(readings.c.reader == reader, readings.c.in_search).order_by(ads.c.id)
    )


def _duplicates(frame: pd.DataFrame) -> pd.Series:
    """Return the ad of which each is a repost: same poster, title and text; the earliest one represents them."""
    parts = frame["hiring_organization"] + "\0" + frame["title"] + "\0" + frame["description"]
    keys = parts.map(lambda text: hashlib.sha256(" ".join(text.casefold().split()).encode()).digest())
    order = frame.assign(key=keys).sort_values(["date", "ad_id"], kind="stable")
    first = order.groupby("key", sort=False)["ad_id"].transform("first").reindex(frame.index)
    return first.where(first != frame["ad_id"]).astype("Int64")
