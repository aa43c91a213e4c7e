"""The crawl: visits sources and sites side by side, stores what they publish, and says how it went."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from crawler.card import Card
from crawler.config import Config
from crawler.faults import Fault, fault_of
from crawler.loop import prepare, run
from crawler.middlewares.reservation import ReservationBook
from crawler.middlewares.robots import RobotsBook
from crawler.mirror import Mirror
from crawler.pace import Pace
from crawler.progress import Progress, quiet_logs
from crawler.runs import RunRecorder
from crawler.scrapy_settings import settings
from crawler.sources import card as card_of
from crawler.store.history import Past
from crawler.verdict import Tally, Verdict, emptied, judge
from crawler.visit import Job, Shared, Visit

__all__ = ["Job", "Outcome", "run_crawl"]

AT_ONCE: Final = 8
"""Visits that run side by side."""
GRACE: Final = 3.0
"""Seconds that requests under way get when the crawl is stopped."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a visit ended."""

    source: str
    """Name of the source, or host of the site."""
    verdict: str
    """`ok`, `partial`, `small`, `empty`, `blocked` or `failed` (see `crawler.verdict`)."""
    ads: int
    """Ads handed to the store."""
    requests: int
    """Requests sent, robots.txt and retries included."""
    errors: tuple[str, ...] = ()
    """What went wrong, distinct, the verdict's reason first."""
    complete: bool = True
    """False when the visit did not see everything: one page, `--limit`, a signal, the time limit."""


def run_crawl(
    jobs: Sequence[Job],
    recorder: RunRecorder,
    *,
    config: Config,
    limit: int | None = None,
    allow_private: bool = False,
    on_progress: Callable[[str], None] | None = None,
) -> list[Outcome]:
    """Visit all `jobs`, at most `AT_ONCE` side by side, and return how each ended, in their order.

    A visit's failure is its outcome, not an exception. SIGTERM and SIGINT end the crawl within seconds; what was
    found until then is stored. Raises ConfigError when VERAVA_MIRROR is no address.
    """
    if not jobs:
        return []
    mirror = Mirror.from_environment()
    prepare(mirror, allow_private=allow_private)
    shared = Shared(config, Pace(config.delay), RobotsBook(), mirror, allow_private, ReservationBook(), recorder)
    visits = [Visit(job, shared, limit) for job in _distinct(jobs)]
    if on_progress is not None:
        shared.on_change = Progress(visits, on_progress)
    with quiet_logs():
        return run(_Crawl(visits, shared, recorder).run())


class _Crawl:
    """One call of `run_crawl` while it runs."""

    def __init__(self, visits: Sequence[Visit], shared: Shared, recorder: RunRecorder) -> None:
        from scrapy.crawler import AsyncCrawlerRunner  # noqa: PLC0415 - after the reactor is chosen

        self._visits = visits
        self._shared = shared
        self._recorder = recorder
        self._runner = AsyncCrawlerRunner(settings(shared.config))
        self._places = asyncio.Semaphore(AT_ONCE)
        self._stopping: asyncio.Task[None] | None = None
        self._tasks: list[asyncio.Task[None]] = []
        self._outcomes: dict[Job, Outcome] = {}
        shared.stop = self.stop

    async def run(self) -> list[Outcome]:
        """Run all visits to their end and return their outcomes."""
        for visit in self._visits:
            self._prepare(visit)
        for host, reason in self._recorder.resting().items():
            self._shared.pace.rest(host, Fault("blocked", reason))
        with _signals(self.stop):
            self._tasks = [asyncio.ensure_future(self._visit(visit)) for visit in self._visits]
            await asyncio.wait(self._tasks)
        return [self._outcomes.get(visit.job) or self._finish(visit) for visit in self._visits]

    def stop(self, reason: str) -> None:
        """End the crawl: store what was found, give requests under way a moment, leave."""
        if self._stopping is None:
            self._stopping = asyncio.ensure_future(self._stop(reason))

    async def _stop(self, reason: str) -> None:
        for visit, task in zip(self._visits, self._tasks, strict=True):
            if not task.done():
                visit.interrupted = visit.interrupted or reason
                visit.flush()
        self._shared.pace.stop()
        await asyncio.wait([asyncio.ensure_future(self._runner.stop())], timeout=GRACE)
        for task in self._tasks:
            task.cancel()

    async def _visit(self, visit: Visit) -> None:
        async with self._places:
            if visit.interrupted:
                return
            try:
                crawler = self._crawler(visit)
                await self._runner.crawl(crawler, **_arguments(visit.job, self._shared.config))
            except Exception as error:  # noqa: BLE001 - one visit's failure is not the crawl's
                visit.fault(fault_of(error), "", listing=True)
            finally:
                visit.flush()
                self._outcomes[visit.job] = self._finish(visit)

    def _crawler(self, visit: Visit) -> Any:
        from crawler.base_spiders.site import SiteSpider  # noqa: PLC0415 - Scrapy
        from crawler.base_spiders.source import SourceSpider  # noqa: PLC0415 - Scrapy

        crawler: Any = self._runner.create_crawler(SiteSpider if visit.job.url else SourceSpider)
        crawler.visit = visit
        return crawler

    def _prepare(self, visit: Visit) -> None:
        visit.past = self._recorder.start(visit.job.source)
        visit.known = self._recorder.pages(visit.job.source)
        if visit.job.url is None:
            card = card_of(visit.job.source)
            visit.authoritative = card.completeness == "authoritative"
            visit.secrets = tuple(value for name in card.key if (value := os.environ.get(name, "").strip()))
            visit.budget = self._budget(card, visit.past)

    def _budget(self, card: Card, past: Past) -> int | None:
        """Return the requests that a source's day still allows; a mirror is not the source."""
        return None if self._shared.mirror else max(0, card.max_calls_per_day - past.calls_today)

    def _finish(self, visit: Visit) -> Outcome:
        outcome = _outcome(visit, emptied(visit.past.coverage, self._recorder.coverage(visit.job.source)))
        self._recorder.finish(outcome, authoritative=visit.authoritative, failed=visit.failed_lists)
        return outcome


def _arguments(job: Job, config: Config) -> dict[str, Any]:
    """Return what the spider of a job is made with; raises SourceError when there is no such source."""
    from crawler.sources import make_source  # noqa: PLC0415 - imports all sources

    return {"url": job.url} if job.url else {"source": make_source(job.source, config)}


def _outcome(visit: Visit, lost: str) -> Outcome:
    tally = Tally(
        ads=visit.ads,
        pages=visit.pages,
        faults=visit.faults,
        listing_faults=visit.listing_faults,
        emptied="" if visit.job.is_page else lost,
        dropped=visit.dropped,
        limited=visit.limited or visit.job.is_page,
        interrupted=visit.interrupted,
    )
    verdict = judge(tally, visit.past.usual, visit.past.smaller)
    complete = not tally.limited and not visit.interrupted
    return Outcome(
        visit.job.source, verdict.word, visit.ads, visit.requests, _errors(visit, verdict, lost), complete=complete
    )


def _errors(visit: Visit, verdict: Verdict, lost: str) -> tuple[str, ...]:
    said = verdict.reason and (visit.dropped or lost or not visit.notes)
    return (*((verdict.reason,) if said else ()), *visit.notes)


def _distinct(jobs: Sequence[Job]) -> list[Job]:
    """Return the jobs, each source and each address once."""
    return list({(job.source, job.url): job for job in jobs}.values())


@contextmanager
def _signals(stop: Callable[[str], None]) -> Iterator[None]:
    """Let SIGTERM and SIGINT stop the crawl; outside the main thread signals are somebody else's."""
    loop = asyncio.get_running_loop()
    caught = (signal.SIGTERM, signal.SIGINT)
    try:
        for each in caught:
            loop.add_signal_handler(each, stop, f"stopped by {each.name}")
    except (NotImplementedError, RuntimeError, ValueError):
        yield
        return
    try:
        yield
    finally:
        for each in caught:
            loop.remove_signal_handler(each)
