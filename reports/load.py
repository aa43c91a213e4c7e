"""From the store to the frame that every report is made of (columns: `reports.frames`)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final

import pandas as pd
from sqlalchemy import Connection, Select, Text, cast, func, select

from crawler.errors import ReportError
from crawler.sources import in_reports
from crawler.store import Store
from crawler.store.schema import ads, readings, versions
from reports.frames import empty, validate
from reports.reposts import find_reposts

CHUNK: Final = 50_000
"""Rows fetched at a time."""

EARLIEST: Final = 2000
"""A date of publication before this year, or after the day the ad was first seen, is an error of the source."""
NO_EVIDENCE: Final[list[dict[str, Any]]] = []
"""Stands in the column `evidence` of all ads whose evidence was not fetched."""

_LISTS: Final = ("skills", "sectors", "indicators")
_REPEATED: Final = (
    "source", "attribution", "status", "hiring_organization", "label", "language", "currency", "pay_unit", "pay_kind",
    "basis", "tier", "rate_date", "fee_kind", "fee_currency",
)  # fmt: skip
_NUMBERS: Final = ("confidence", "pay_min", "pay_max", "eur_min", "eur_max", "hours_week", "fee_min", "fee_max")


def load_frame(store: Store, reader: str) -> pd.DataFrame:
    """Return one row for each ad that `reader` read and the search terms let in.

    The column `evidence` holds empty lists: `reports.evidence.with_evidence` fetches it for the ads that need it.
    """
    with store.engine.connect() as connection:
        chunks = list(_chunks(connection, reader))
        if not chunks:
            return validate(empty())
        frame = pd.concat(chunks, ignore_index=True)
        chunks.clear()
        frame["duplicate_of"] = find_reposts(connection, frame)
    allowed = {source: in_reports(source) for source in frame["source"].unique()}
    frame["in_reports"] = frame["source"].map(allowed).astype(bool)
    return validate(frame)


def latest_reader(store: Store) -> str:
    """Return the name of the reader that made most of the readings in `store`; raises ReportError when none did."""
    counts = select(readings.c.reader, func.count()).group_by(readings.c.reader).order_by(func.count().desc())
    with store.engine.connect() as connection:
        row = connection.execute(counts).first()
    if row is None:
        raise ReportError(f"{store.name}: no ad has been read yet; run `verava report` once")
    return str(row[0])


def count_stages(store: Store, reader: str) -> dict[str, int]:
    """Return the first steps of the funnel: ads stored, and ads that the search terms let in."""
    with store.engine.connect() as connection:
        stored = connection.execute(select(func.count()).select_from(ads)).scalar_one()
        found = select(func.count()).select_from(readings).where(readings.c.reader == reader, readings.c.in_search)
        return {"stored": int(stored), "in_search": int(connection.execute(found).scalar_one())}


def _query(reader: str) -> Select[Any]:
    columns = [
        ads.c.id.label("ad_id"), ads.c.source, ads.c.url, ads.c.attribution, ads.c.status, ads.c.first_seen,
        versions.c.title, versions.c.hiring_organization, versions.c.date_posted, readings.c.label,
        readings.c.confidence, readings.c.language, readings.c.pay_min, readings.c.pay_max, readings.c.currency,
        readings.c.pay_unit, readings.c.pay_kind, readings.c.basis, readings.c.eur_min, readings.c.eur_max,
        readings.c.tier, readings.c.rate_date, readings.c.hours_week, readings.c.skill_level, readings.c.fee_kind,
        readings.c.fee_min, readings.c.fee_max, readings.c.fee_currency,
        *(cast(readings.c[name], Text).label(name) for name in _LISTS),
    ]  # fmt: skip
    join = ads.join(versions, versions.c.id == ads.c.version_id).join(readings, readings.c.version_id == versions.c.id)
    return (
        select(*columns).select_from(join).where(readings.c.reader == reader, readings.c.in_search).order_by(ads.c.id)
    )


def _chunks(connection: Connection, reader: str) -> Iterator[pd.DataFrame]:
    """Yield typed pieces of the frame; words that repeat are held once, which halves the memory."""
    words: dict[str, str] = {}
    result = connection.execution_options(yield_per=CHUNK).execute(_query(reader))
    names = list(result.keys())
    for rows in result.partitions():
        yield _piece(dict(zip(names, zip(*rows, strict=True), strict=True)), words)


def _piece(columns: dict[str, Sequence[Any]], words: dict[str, str]) -> pd.DataFrame:
    for name in _REPEATED:
        columns[name] = [words.setdefault(value or "", value or "") for value in columns[name]]
    for name in _LISTS:
        columns[name] = [_decoded(value, words) for value in columns[name]]
    seen = _days(columns.pop("first_seen"))
    posted = _days(columns.pop("date_posted"))
    frame = pd.DataFrame(columns)
    frame["date"] = posted.where((posted <= seen) & (posted.dt.year >= EARLIEST), seen)
    frame["evidence"] = pd.Series([NO_EVIDENCE] * len(frame), dtype="object")
    for name in _NUMBERS:
        frame[name] = pd.to_numeric(frame[name])
    frame["skill_level"] = pd.to_numeric(frame["skill_level"]).astype("Int64")
    return frame


def _days(texts: Sequence[str | None]) -> pd.Series:
    days = pd.Series([text[:10] if text else None for text in texts], dtype="object")
    return pd.to_datetime(days, format="%Y-%m-%d", errors="coerce").astype("datetime64[us]")


def _decoded(text: str | None, words: dict[str, str]) -> list[str]:
    return [words.setdefault(item, item) for item in json.loads(text) or ()] if text else []
