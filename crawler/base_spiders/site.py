"""The spider that visits any site with schema.org JobPosting: its sitemaps, or its start page's links."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

import re2
import scrapy
from scrapy.http import HtmlResponse, Request, Response, TextResponse
from w3lib.url import canonicalize_url

from crawler.ad import Ad
from crawler.errors import SourceError
from crawler.faults import fault_of
from crawler.middlewares.account import PAGE
from crawler.page import postings_on_page
from crawler.sitemap import looks_like_sitemap, read_sitemap
from crawler.visit import host_of, visit_of

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

    async def start(self) -> AsyncIterator[Request]:
        """Yield the site's sitemaps when its root was given, and the given page itself."""
        listed: list[str] = []
        if urlsplit(self.url).path in {"", "/"}:
            rules = await visit_of(self.crawler).shared.robots.rules(self.url, self.crawler)
            listed = [url for url in rules.sitemaps if self._own(url)]
            for url in listed or [urljoin(self.url, "/sitemap.xml")]:
                yield self._sitemap(url, guessed=not listed)
        yield Request(self.url, self.parse_start, meta={PAGE: True} if listed else None)

    def parse_sitemap(self, response: Response) -> Iterator[Request]:
        """Yield the pages and further sitemaps that a sitemap lists, those that look like jobs first."""
        found = read_sitemap(response.body)
        if not found.pages and not found.sitemaps and not looks_like_sitemap(response.body):
            raise SourceError(f"{self.name}: the sitemap {response.url} is none; try again later")
        for entry in found.sitemaps:
            if self._own(entry.url) and self._sitemaps < MAX_SITEMAPS:
                yield self._sitemap(entry.url)
        for entry in found.pages:
            yield from self._page(entry.url)

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
        """Yield the postings of a page."""
        if isinstance(response, TextResponse):
            yield from postings_on_page(response.text[:MAX_HTML], response.url, self.name)

    def _page(self, url: str) -> Iterator[Request]:
        """Yield the request of a page of this site, once, and within the number of pages a visit may ask."""
        address = canonicalize_url(url)
        if not self._own(address) or address in self._asked or _NO_PAGE.search(urlsplit(address).path):
            return
        self._asked.add(address)
        priority = 10 if _JOB_WORDS.search(urlsplit(address).path) else 0
        yield Request(address, self.parse_page, priority=priority, meta={PAGE: True})

    def _sitemap(self, url: str, *, guessed: bool = False) -> Request:
        self._sitemaps += 1
        return Request(url, self.parse_sitemap, priority=20, errback=self._no_sitemap if guessed else None)

    def _no_sitemap(self, failure: Any) -> None:
        """Pass over a sitemap that robots.txt did not promise; note any other trouble."""
        fault = fault_of(failure.value)
        if fault.kind != "gone":
            visit_of(self.crawler).fault(fault, failure.request.url, listing=True)

    def _own(self, url: str) -> bool:
        """Return whether `url` is of this site: its host, with or without `www.`."""
        if not url.startswith(("http://", "https://")):
            return False
        try:
            return host_of(url).removeprefix("www.") == self.name.removeprefix("www.")
        except ValueError:
            return False
