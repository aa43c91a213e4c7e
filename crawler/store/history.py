"""What the runs before tell: the usual count, calls of the last day, where a killed visit is to be taken up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, func, insert, select, update

from crawler.store.schema import ads, hosts, runs
from crawler.verdict import HISTORY

RESUME_WITHIN = timedelta(hours=24)
"""A visit that was cut short is taken up again within this time; later everything is asked anew."""


class Past(NamedTuple):
    """The runs of a source before the one that begins."""

    usual: tuple[int, ...] = ()
    """Counts of its last good and complete runs, newest first."""
    smaller: int | None = None
    """Count of the run just before, when that was judged `small`."""
    resume_from: datetime | None = None
    """Since when pages count as read in this round: the start of the first of the runs that were cut short."""
    calls_today: int = 0
    """Requests of the last 24 hours."""
    last_start: datetime | None = None
    """When the run before began; None when there is none."""
    last_good: datetime | None = None
    """When the last good run began; None when there is none."""
    coverage: Mapping[str, Any] = MappingProxyType({})
    """How full the fields were in the last complete run that saw ads (see `crawler.store.coverage`)."""


def past_of(connection: Connection, source: str, moment: datetime | None = None) -> Past:
    """Return what the runs of `source` before `moment` (now) tell."""
    clock = moment or datetime.now(UTC)
    rows = list(connection.execute(select(runs).where(runs.c.source == source).order_by(runs.c.id.desc()).limit(200)))
    good = [row for row in rows if row.verdict == "ok"]
    counts = [row.ads_seen for row in good if row.complete and row.ads_seen]
    last = rows[0] if rows else None
    return Past(
        tuple(counts[:HISTORY]),
        last.ads_seen if last is not None and last.verdict == "small" else None,
        _resume_from(rows, clock),
        sum(row.requests for row in rows if clock - _start(row) < timedelta(days=1)),
        _start(last) if last is not None else None,
        _start(good[0]) if good else None,
        next((row.coverage for row in rows if row.complete and row.coverage and row.coverage["ads"]), {}),
    )


def close_killed(connection: Connection, source: str) -> None:
    """Note of runs that never ended that they were killed; the caller holds the lock, so none is under way."""
    values = {"verdict": "partial", "complete": False, "note": "the crawl was killed"}
    unfinished = (runs.c.source == source) & (runs.c.verdict == "running")
    connection.execute(update(runs).where(unfinished).values(**values))


def resting_hosts(connection: Connection) -> dict[str, str]:
    """Return host → why it is not to be asked yet; forget those whose time has come."""
    clock = datetime.now(UTC).isoformat(timespec="seconds")
    connection.execute(delete(hosts).where(hosts.c.not_before <= clock))
    return {row.host: f"{row.reason}, until {row.not_before[:16]} UTC" for row in connection.execute(select(hosts))}


def rest_host(connection: Connection, host: str, seconds: float, reason: str) -> None:
    """Note that `host` asked for a rest of `seconds` from now."""
    until = (datetime.now(UTC) + timedelta(seconds=min(seconds, 30 * 86_400))).isoformat(timespec="seconds")
    connection.execute(delete(hosts).where(hosts.c.host == host))
    connection.execute(insert(hosts).values(host=host[:255], not_before=until, reason=reason))


def count_by_status(connection: Connection) -> dict[str, dict[str, int]]:
    """Return source → status → number of ads."""
    found: dict[str, dict[str, int]] = {}
    query = select(ads.c.source, ads.c.status, func.count()).group_by(ads.c.source, ads.c.status)
    for source, status, count in connection.execute(query):
        found.setdefault(source, {})[status] = int(count)
    return found


def _resume_from(rows: list[Any], clock: datetime) -> datetime | None:
    found = None
    for row in rows:
        cut_short = row.verdict == "running" or (row.verdict == "partial" and not row.complete)
        if not cut_short or clock - _start(row) > RESUME_WITHIN:
            break
        found = _start(row)
    return found


def _start(row: Any) -> datetime:
    return datetime.fromisoformat(row.started_at)
