"""Writing and reading the store; every batch is one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, Row, delete, func, insert, or_, select, update
from sqlalchemy.exc import DBAPIError

from crawler.ad import Ad
from crawler.errors import StoreError
from crawler.found import Batch, FoundAd
from crawler.store import closing, coverage, forgetting, frontier, history, holding, labels, retention, sites
from crawler.store.saving import SaveCounts, now, save_ads
from crawler.store.schema import ads, readings, runs, versions


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
        row = {"source": source, "started_at": now(), "verdict": "running"}
        with self._writing() as connection:
            return int(connection.execute(insert(runs).values(**row)).inserted_primary_key[0])  # type: ignore[index]

    def finish_run(
        self,
        run_id: int,
        verdict: str,
        *,
        requests: int = 0,
        note: str = "",
        complete: bool = True,
        authoritative: bool = False,
        failed: Iterable[str] = (),
    ) -> None:
        """Note how the visit ended (a verdict of `crawler.verdict`) and what that means for ads it did not show.

        `failed` are the addresses of lists that could not be read.
        """
        values = {"finished_at": now(), "verdict": verdict, "requests": requests, "note": note, "complete": complete}
        with self._writing() as connection:
            values["coverage"] = coverage.coverage_of(connection, run_id)
            source = connection.execute(select(runs.c.source).where(runs.c.id == run_id)).scalar_one()
            connection.execute(update(runs).where(runs.c.id == run_id).values(**values))
            end = closing.End(verdict, complete, authoritative, frozenset(failed))
            closing.close_unseen(connection, run_id, source, end)

    def save(self, run_id: int, batch: Sequence[Ad]) -> SaveCounts:
        """Store ads in one transaction: new ones, changed versions, sightings. Return what changed."""
        return self.save_batch(run_id, "", Batch(ads=tuple(FoundAd(ad, "") for ad in batch)))

    def save_batch(self, run_id: int, source: str, batch: Batch, *, parser: str = "", requests: int = 0) -> SaveCounts:
        """Store ads and the pages they stood on in one transaction. Return what changed.

        `parser` names what read the pages; another one reads them anew. `requests` were sent so far in the run.
        """
        with self._writing() as connection:
            frontier.add_known(connection, source, batch.known)
            ids = frontier.deal_with(connection, run_id, source, batch, parser) if source else {}
            unique = {(found.ad.source, found.ad.identifier): found.ad for found in batch.ads}
            stood = {(each.ad.source, each.ad.identifier): ids[each.page] for each in batch.ads if each.page in ids}
            counts = save_ads(connection, run_id, unique, stood) if unique else SaveCounts()
            unchanged = [ids[page.url] for page in batch.pages if page.word in {"same", "fresh"}]
            counts += SaveCounts(sighted=frontier.see_again(connection, run_id, unchanged))
            _count(connection, run_id, counts, requests)
        return counts

    def pages(self, source: str, parser: str) -> dict[str, frontier.KnownState]:
        """Return address → what is known of it, for the pages of `source` (see `crawler.store.frontier`)."""
        with self._reading() as connection:
            return frontier.load_pages(connection, source, parser)

    def past(self, source: str) -> history.Past:
        """Return what the runs of `source` so far tell."""
        with self._reading() as connection:
            return history.past_of(connection, source)

    def coverage(self, run_id: int) -> dict[str, Any]:
        """Return how full the fields of the ads are that a run has seen so far (see `crawler.store.coverage`)."""
        with self._reading() as connection:
            return coverage.coverage_of(connection, run_id)

    def close_killed(self, source: str) -> None:
        """Note of runs of `source` that never ended that they were killed; only while no other crawl is on."""
        with self._writing() as connection:
            history.close_killed(connection, source)

    def resting_hosts(self) -> dict[str, str]:
        """Return host → why it is not to be asked yet."""
        with self._writing() as connection:
            return history.resting_hosts(connection)

    def rest_host(self, host: str, seconds: float, reason: str) -> None:
        """Note that `host` asked for a rest of `seconds` from now."""
        with self._writing() as connection:
            history.rest_host(connection, host, seconds, reason)

    def kept_file(self, site: str) -> sites.KeptFile | None:
        """Return what is kept of the file of reservations of `site`; None when there was none."""
        with self._reading() as connection:
            return sites.kept_file(connection, site)

    def keep_file(self, site: str, found: sites.KeptFile | None) -> None:
        """Keep what the file of reservations of `site` says; None when it has none."""
        with self._writing() as connection:
            sites.keep_file(connection, site, found)

    def forget(self, url: str) -> int:
        """Remove all that is stored of the ad at `url` and never store it again; return how many ads that were."""
        with self._writing() as connection:
            gone = forgetting.forget(connection, url)
        self._wipe()
        return gone

    def remove_texts(self, days: int) -> int:
        """Remove the texts of ads that nobody has seen for `days`; return how many versions that were."""
        with self._writing() as connection:
            removed = retention.remove_texts(connection, days)
        if removed:
            self._wipe()
        return removed

    def count_by_status(self) -> dict[str, dict[str, int]]:
        """Return source → status → number of ads."""
        with self._reading() as connection:
            return history.count_by_status(connection)

    def count_ads(self) -> dict[str, int]:
        """Return the number of stored ads by source."""
        query = select(ads.c.source, func.count()).group_by(ads.c.source).order_by(ads.c.source)
        with self._reading() as connection:
            return {source: int(count) for source, count in connection.execute(query)}

    def last_runs(self, per_source: int = 1) -> list[Row[Any]]:
        """Return the newest runs of each source, newest first."""
        rank = func.row_number().over(partition_by=runs.c.source, order_by=runs.c.id.desc()).label("rank")
        ranked = select(runs, rank).subquery()
        query = select(ranked).where(ranked.c.rank <= per_source).order_by(ranked.c.source, ranked.c.id.desc())
        with self._reading() as connection:
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
        with self._reading() as connection:
            return int(connection.execute(query).scalar_one())

    def write_readings(self, rows: Iterable[dict[str, Any]]) -> None:
        """Write readings (columns of `schema.readings`), each in place of an older one of its version."""
        listed = list(rows)
        if not listed:
            return
        with self._writing() as connection:
            ids = [row["version_id"] for row in listed]
            connection.execute(delete(readings).where(readings.c.version_id.in_(ids)))
            connection.execute(insert(readings), listed)

    def to_label(self, reader: str, who: str, *, drawn: bool = False) -> list[int]:
        """Return what `reader` read and `who` has not labelled, as versions: the least certain first, or as `drawn`."""
        with self._reading() as connection:
            return labels.queue(connection, reader, who, drawn=drawn)

    def version(self, version_id: int) -> dict[str, Any]:
        """Return the fields of a version, with `url` and `source` of its ad and `date` (ISO day)."""
        with self._reading() as connection:
            return labels.version_fields(connection, version_id)

    def give_label(self, version_id: int, label: str, who: str, *, drawn: bool = False) -> None:
        """Note that `who` gives `label` to a version, in place of an earlier label of theirs."""
        with self._writing() as connection:
            labels.give(connection, version_id, label, who, drawn=drawn)

    def take_label_back(self, who: str, *, drawn: bool = False) -> int | None:
        """Remove the last label that `who` gave so; return the version it was given to, None when there is none."""
        with self._writing() as connection:
            return labels.take_back(connection, who, drawn=drawn)

    def labelled(self) -> list[labels.Labelled]:
        """Return all labels with the texts they were given to, in the order in which they were given."""
        with self._reading() as connection:
            return labels.labelled(connection)

    def drawn_labels(self) -> dict[int, str]:
        """Return ad → label of the ads that were drawn by chance and labelled, as their texts are now."""
        with self._reading() as connection:
            return labels.drawn_labels(connection)

    def held(self) -> AbstractContextManager[None]:
        """Return what holds a store on a server for one crawl (see `crawler.store.holding`)."""
        return holding.held(self.engine)

    def _wipe(self) -> None:
        with self._named("written"):
            forgetting.wipe(self.engine)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """Yield a connection; raises StoreError when the store cannot be read."""
        with self._named("read"), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """Yield a connection in a transaction; raises StoreError, with nothing written, when it cannot be written."""
        with self._named("written"), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def _named(self, done: str) -> Iterator[None]:
        """Turn an error of the database into a StoreError that names the store."""
        try:
            yield
        except DBAPIError as error:
            way_out = "make room or name another --store" if done == "written" else "name another --store"
            raise StoreError(f"the store {self.name} cannot be {done}: {reason_of(error)}; {way_out}") from None

    def _unread_after(self, reader: str, after: int, chunk: int) -> list[Unread]:
        query = _current_unread(reader).where(versions.c.id > after).order_by(versions.c.id).limit(chunk)
        with self._reading() as connection:
            rows = connection.execute(query).mappings().all()
        return [Unread(row["id"], {**row, "date": (row["date_posted"] or row["first_seen"])[:10]}) for row in rows]


def reason_of(error: Exception) -> str:
    """Return what a database says of an error: its first line, for PostgreSQL goes on to quote the row."""
    return next(iter(str(getattr(error, "orig", None) or error).splitlines()), type(error).__name__)


def _current_unread(reader: str) -> Any:
    join = ads.join(versions, versions.c.id == ads.c.version_id).outerjoin(
        readings, readings.c.version_id == versions.c.id
    )
    unread = or_(readings.c.reader.is_(None), readings.c.reader != reader) & (versions.c.content_hash != "")
    return select(versions, ads.c.source, ads.c.first_seen).select_from(join).where(unread)


def _count(connection: Connection, run_id: int, counts: SaveCounts, requests: int) -> None:
    values: dict[str, Any] = {
        "ads_seen": runs.c.ads_seen + counts.sighted,
        "ads_new": runs.c.ads_new + counts.new,
        "ads_changed": runs.c.ads_changed + counts.changed,
    }
    if requests:
        values["requests"] = requests
    connection.execute(update(runs).where(runs.c.id == run_id).values(**values))
