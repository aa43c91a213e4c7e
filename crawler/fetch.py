"""One page, fetched as politely and as guardedly as a crawl fetches it; for `verava classify URL`."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any, NamedTuple

import scrapy
from scrapy.crawler import AsyncCrawlerRunner
from scrapy.http import Request, Response, TextResponse

from crawler.config import Config
from crawler.errors import SourceError
from crawler.html import decode
from crawler.loop import prepare, run
from crawler.middlewares.reservation import ReservationBook
from crawler.middlewares.robots import RobotsBook
from crawler.mirror import Mirror
from crawler.pace import Pace
from crawler.progress import quiet_logs
from crawler.scrapy_settings import settings
from crawler.visit import Job, Shared, Visit


class Page(NamedTuple):
    """A page as it came."""

    html: str
    """Its text, decoded."""
    url: str
    """Address it came from, after redirects."""


class PageSpider(scrapy.Spider):
    """Asks one address and keeps the answer."""

    name = "page"

    def __init__(self, url: str, kept: list[Page], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._url = url
        self._kept = kept

    async def start(self) -> AsyncIterator[Request]:
        """Ask the page."""
        yield Request(self._url)

    def parse(self, response: Response) -> None:
        """Keep the page; raises SourceError when it is no text."""
        if not isinstance(response, TextResponse):
            raise SourceError("not a page of text; give the address of an ad's own page")
        declared = (response.headers.get("Content-Type") or b"").decode("latin-1")
        self._kept.append(Page(decode(response.body, declared), response.url))


def fetch_page(url: str, *, contact: str = "", allow_private: bool = False) -> Page:
    """Return the page at `url`; robots.txt is obeyed, private addresses are refused unless `allow_private`.

    Raises SourceError when it cannot be had.
    """
    config = Config(contact=contact)
    mirror = Mirror.from_environment()
    prepare(mirror, allow_private=allow_private)
    shared = Shared(config, Pace(0), RobotsBook(), mirror, allow_private, ReservationBook())
    visit = Visit(Job.site(url), shared)
    kept: list[Page] = []
    with quiet_logs():
        run(_crawl(visit, kept))
    if not kept:
        reason = visit.notes[0] if visit.notes else "no answer"
        way_out = "; allow it with --allow-private" if "private" in reason else ""
        raise SourceError(f"{url}: {reason.removesuffix(f' ({url})')}{way_out}")
    return kept[0]


async def _crawl(visit: Visit, kept: list[Page]) -> None:
    runner = AsyncCrawlerRunner(settings(visit.shared.config))
    crawler: Any = runner.create_crawler(PageSpider)
    crawler.visit = visit
    await runner.crawl(crawler, url=visit.job.url, kept=kept)
