"""Keeps account of a visit: what came of each request. No request vanishes without a word."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any, Final, Self

from scrapy import signals
from scrapy.http import Request, Response

from crawler.ad import Ad
from crawler.faults import Fault, fault_of
from crawler.found import Finding, FoundAd, ReadPage
from crawler.visit import Visit, visit_of

PAGE: Final = "verava_page"
"""Request.meta key of an ad's own page; a request without it is a list."""


class AccountMiddleware:
    """A spider middleware: gives each request its errback, each ad its page, and each page its end."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit

    @classmethod
    def from_crawler(cls, crawler: Any) -> Self:
        """Return the step of a crawl, listening for parse errors and dropped requests."""
        account = cls(visit_of(crawler))
        crawler.signals.connect(account.parse_failed, signals.spider_error)
        crawler.signals.connect(account.dropped, signals.request_dropped)
        return account

    async def process_start(self, start: AsyncIterator[Any]) -> AsyncIterator[Any]:
        """Watch the first requests."""
        async for item in start:
            yield self._watched(item) if isinstance(item, Request) else item

    async def process_spider_output(
        self, response: Response, result: AsyncIterator[Any]
    ) -> AsyncIterator[Any]:
        """Watch what an answer leads to; end with the page itself."""
        url = _asked(response)
        ads = follow = 0
        async for item in result:
            if isinstance(item, Request):
                follow += 1
                yield self._watched(item)
            elif isinstance(item, Ad):
                ads += 1
                yield FoundAd(item, url)
            else:
                yield item
        self._visit.pages += 1
        yield _read(response, url, ads, leaf=not follow)

    async def failed(self, failure: Any) -> AsyncIterator[Finding]:
        """Note a request that failed; a page that is gone is told to the store."""
        request: Request = failure.request
        fault = fault_of(failure.value)
        url = (request.meta.get("redirect_urls") or [request.url])[0]
        self._visit.fault(fault, url, listing=not request.meta.get(PAGE))
        if fault.kind == "gone" and request.meta.get(PAGE):
            response = getattr(failure.value, "response", None)
            yield ReadPage(url, status=response.status if response is not None else 404)

    def parse_failed(self, failure: Any, response: Any) -> None:
        """Note an answer that could not be read (signal spider_error; without a response: the start failed)."""
        request = getattr(response, "request", None)
        listing = request is None or not request.meta.get(PAGE)
        self._visit.fault(
            fault_of(failure.value), request.url if request is not None else "", listing=listing
        )

    def dropped(self, request: Request) -> None:
        """Note a redirect to a page that is visited anyway (signal request_dropped)."""
        if asked := request.meta.get("redirect_urls"):
            self._visit.fault(
                Fault("redirected", f"redirects to {request.url[:120]}, visited already"),
                asked[0],
                listing=False,
            )

    def _watched(self, request: Request) -> Request:
        return request if request.errback else request.replace(errback=self.failed)


def _asked(response: Response) -> str:
    request = response.request
    redirects = request.meta.get("redirect_urls") if request is not None else None
    return str((redirects or [request.url if request is not None else response.url])[0])


def _read(response: Response, url: str, ads: int, *, leaf: bool) -> ReadPage:
    """Return the page with what a conditional request needs; a page that leads on is asked anew each time."""
    if not leaf:
        return ReadPage(url, response.status, ads=ads)
    etag, modified = (
        (response.headers.get(name) or b"").decode("latin-1") for name in ("ETag", "Last-Modified")
    )
    return ReadPage(url, response.status, etag[:200], modified[:60], ads)
