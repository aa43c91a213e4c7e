"""The spider that visits any site with schema.org JobPosting: its sitemaps, or its start page's links."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from typing import Any, Final, Self
from urllib.parse import urljoin, urlsplit

import re2
import scrapy
from scrapy import signals
from scrapy.exceptions import DontCloseSpider
from scrapy.http import HtmlResponse, Request, Response, TextResponse
from w3lib.url import canonicalize_url

from crawler.ad import Ad
from crawler.errors import SourceError
from crawler.faults import UnchangedError, fault_of
from crawler.found import KnownPage, ReadPage
from crawler.freshness import is_fresh
from crawler.html import decode
from crawler.middlewares.account import ALWAYS, LASTMOD, OVER, PAGE
from crawler.page import is_expired_page, postings_on_page
from crawler.sitemap import looks_like_sitemap, read_sitemap
from crawler.visit import Visit, asked_url, host_of, visit_of

MAX_PAGES: Final = 20_000
"""Pages of one site that a visit takes note of."""
MAX_SITEMAPS: Final = 500
"""Sitemaps read of one site."""
MAX_LINKS: Final = 500
"""Links followed from a page that is a list."""
MAX_HTML: Final = 2_000_000
"""Characters of a page that are read; the heaviest real ad pages have under 1 MB."""
_JOB_WORDS = re2.compile(
    r"(?i)job|annunc|lavor|offert|vacanc|career|posizion|position|posting|recruit|candidat|stellen|empleo"
)
_NO_PAGE = re2.compile(
    r"(?i)\.(?:jpe?g|png|gif|webp|svg|ico|css|js|json|pdf|docx?|xlsx?|zip|gz|mp[34]|woff2?|ttf|rss)$"
)


class SiteSpider(scrapy.Spider):
    """Visits one site; `source` of its ads is the host."""

    name = "site"

    def __init__(self, url: str, **kwargs: Any) -> None:
        super().__init__(name=host_of(url), **kwargs)
        self.url = url
        """Address the user gave."""
        self._asked: set[str] = set()
        self._sitemaps = 0
        self._rest_asked = False
        self._listed = False

    @classmethod
    def from_crawler(cls, crawler: Any, *args: Any, **kwargs: Any) -> Self:
        """Return the spider, which asks for the rest of what is known when it has nothing else to do."""
        spider: Self = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.ask_the_rest, signals.spider_idle)
        return spider

    async def start(self) -> AsyncIterator[Request]:
        """Yield the site's sitemaps when its root was given, and the given page itself."""
        listed: list[str] = []
        if not self._visit.job.is_page:
            rules = await self._visit.shared.robots.rules(self.url, self.crawler)
            listed = [url for url in rules.sitemaps if self._own(url)]
            for url in listed or [urljoin(self.url, "/sitemap.xml")]:
                yield self._sitemap(url, guessed=not listed)
        yield Request(self.url, self.parse_start, errback=self._no_start, meta={PAGE: True} if listed else None)

    def parse_sitemap(self, response: Response) -> Iterator[Request]:
        """Yield the pages and further sitemaps that a sitemap lists, those that look like jobs first."""
        found = read_sitemap(response.body)
        if not found.pages and not found.sitemaps and not looks_like_sitemap(response.body):
            raise SourceError(f"{self.name}: the sitemap {response.url} is none; try again later")
        self._listed = self._listed or bool(found.pages)
        for entry in found.sitemaps:
            if self._own(entry.url) and self._sitemaps < MAX_SITEMAPS:
                yield self._sitemap(entry.url)
        for entry in found.pages:
            yield from self._page(entry.url, entry.lastmod)

    def parse_start(self, response: Response) -> Iterator[Ad | Request]:
        """Yield the ads of the page that was given; without any, the pages it links to."""
        if looks_like_sitemap(response.body):
            yield from self.parse_sitemap(response)
            return
        ads = list(self.parse_page(response))
        yield from ads
        if not ads and isinstance(response, HtmlResponse):
            links = response.xpath("//a/@href").getall()[: 10 * MAX_LINKS]
            for link in list(dict.fromkeys(links))[:MAX_LINKS]:
                yield from self._page(urljoin(response.url, link.strip()))

    def parse_page(self, response: Response) -> Iterator[Ad]:
        """Yield the postings of a page; note of one that states none any more whether it says why."""
        if not isinstance(response, TextResponse):
            return
        html = decode(response.body, (response.headers.get("Content-Type") or b"").decode("latin-1"))[:MAX_HTML]
        ads = postings_on_page(html, response.url, self.name)
        state = self._visit.known.get(asked_url(response.request))
        if not ads and state is not None and state.living:
            response.meta[OVER] = is_expired_page(html)
        yield from ads

    def ask_the_rest(self) -> None:
        """Ask what is known and no sitemap listed: pages of a visit cut short, and ads that may be gone (when idle)."""
        if self._rest_asked or self._visit.job.is_page:
            return
        self._rest_asked = True
        asked = 0
        rest = [url for url, state in self._visit.known.items() if state.living or state.word == "known"]
        for request in (each for url in rest for each in self._page(url)):
            asked += 1
            self.crawler.engine.crawl(self._visit.watch(request))
        if asked:
            raise DontCloseSpider

    def _page(self, url: str, lastmod: str = "") -> Iterator[Request]:
        """Yield the request of a page of this site, once, unless what was read of it is fresh; note both."""
        address = canonicalize_url(url)
        path = urlsplit(address).path
        if not self._own(address) or address in self._asked or _NO_PAGE.search(path):
            return
        if len(self._asked) >= MAX_PAGES:
            return
        self._asked.add(address)
        if is_fresh(self._visit.known.get(address), lastmod, self._visit.past.resume_from, datetime.now(UTC)):
            self._visit.put(ReadPage(address, "fresh"))
            return
        self._visit.put(KnownPage(address))
        priority = 10 if _JOB_WORDS.search(path) else 0
        yield Request(address, self.parse_page, priority=priority, meta={PAGE: True, LASTMOD: lastmod})

    def _sitemap(self, url: str, *, guessed: bool = False) -> Request:
        self._sitemaps += 1
        errback = self._no_sitemap if guessed else None
        return Request(url, self.parse_sitemap, priority=20, errback=errback, meta={ALWAYS: True})

    def _no_sitemap(self, failure: Any) -> None:
        """Pass over a sitemap that robots.txt did not promise; note any other trouble."""
        fault = fault_of(failure.value)
        if fault.kind not in {"gone", "blocked"}:
            self._visit.fault(fault, failure.request.url, listing=True)

    def _no_start(self, failure: Any) -> None:
        """Note a start page that cannot be read; no great matter where a sitemap lists the pages."""
        url = asked_url(failure.request)
        if isinstance(failure.value, UnchangedError):
            self._visit.pages += 1
            self._visit.take(ReadPage(url, "same"))
            return
        fault = fault_of(failure.value)
        state = self._visit.known.get(url)
        if fault.kind == "gone" and state is not None and state.living:
            self._visit.take(ReadPage(url, "gone"))
        self._visit.fault(fault, url, listing=not self._listed)

    @property
    def _visit(self) -> Visit:
        return visit_of(self.crawler)

    def _own(self, url: str) -> bool:
        """Return whether `url` is of this site: its host, with or without `www.`."""
        if not url.startswith(("http://", "https://")):
            return False
        try:
            return host_of(url).removeprefix("www.") == self.name.removeprefix("www.")
        except ValueError:
            return False
