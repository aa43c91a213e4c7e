"""Keeps account of a visit: what came of each request. No request vanishes without a word."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any, Final, Self

from scrapy import signals
from scrapy.http import Request, Response

from crawler.ad import Ad
from crawler.faults import Fault, UnchangedError, fault_of
from crawler.found import LONGEST, FoundAd, ReadPage, Word
from crawler.pipelines.steps import Steps
from crawler.visit import Visit, asked_url, visit_of

PAGE: Final = "verava_page"
"""Request.meta key of an ad's own page; a request without it is a list."""
ALWAYS: Final = "verava_always"
"""Request.meta key of an address that is read at each visit, changed or not: what it leads to may have changed."""
LASTMOD: Final = "verava_lastmod"
"""Request.meta key: the page's date in its sitemap."""
OVER: Final = "verava_over"
"""Request.meta key that a spider sets on a page which states no posting and says that its ad is over."""


class AccountMiddleware:
    """A spider middleware: gives each request its errback, and takes each ad, with its page, to the store."""

    def __init__(self, visit: Visit, end: Callable[[], None]) -> None:
        self._visit = visit
        self._steps = Steps(visit, end)
        visit.take = self._steps.take
        visit.watch = self.watch

    @classmethod
    def from_crawler(cls, crawler: Any) -> Self:
        """Return the step of a crawl, listening for parse errors and dropped requests."""
        ending: list[asyncio.Task[None]] = []

        def end() -> None:
            ending.append(asyncio.ensure_future(crawler.engine.close_spider_async(reason="limit")))

        account = cls(visit_of(crawler), end)
        crawler.signals.connect(account.parse_failed, signals.spider_error)
        crawler.signals.connect(account.dropped, signals.request_dropped)
        crawler.signals.connect(account.closed, signals.spider_closed)
        return account

    async def process_start(self, start: AsyncIterator[Any]) -> AsyncIterator[Any]:
        """Watch the first requests, and mark them as such for the scheduler, as a middleware of Scrapy would."""
        async for request in start:
            request.meta["is_start_request"] = True
            if self._short(request):
                yield self.watch(request)

    async def process_spider_output(self, response: Response, result: AsyncIterator[Any]) -> AsyncIterator[Request]:
        """Watch what an answer leads to; take its ads, and then the page itself, to the store."""
        accepted = _accepted(response)
        url = self._visit.clean(asked_url(response.request))
        ads = follow = 0
        async for item in result:
            if isinstance(item, Ad):
                ads += 1
                self._visit.take(FoundAd(item, url))
                continue
            follow += 1
            if self._short(item):
                yield self.watch(item) if accepted else item
        if accepted:
            self._visit.pages += 1
            always = response.request is not None and response.request.meta.get(ALWAYS)
            self._visit.take(_read(response, url, ads, leaf=not follow and not always))

    def failed(self, failure: Any) -> None:
        """Note a request that failed; tell the store of a page that is gone or has not changed."""
        request: Request = failure.request
        url = self._visit.clean(asked_url(request))
        if isinstance(failure.value, UnchangedError):
            self._visit.pages += 1
            self._visit.take(ReadPage(url, "same"))
            return
        fault = fault_of(failure.value)
        self._visit.fault(fault, url, listing=not request.meta.get(PAGE))
        if fault.kind == "gone" and request.meta.get(PAGE):
            self._visit.take(ReadPage(url, "gone"))

    def parse_failed(self, failure: Any, response: Any) -> None:
        """Note an answer that could not be read (signal spider_error; without a response: the start failed)."""
        request = getattr(response, "request", None)
        listing = request is None or not request.meta.get(PAGE)
        self._visit.fault(fault_of(failure.value), asked_url(request), listing=listing)

    def dropped(self, request: Request) -> None:
        """Note a redirect to a page that is visited anyway (signal request_dropped)."""
        if request.meta.get("redirect_urls"):
            asked = self._visit.clean(asked_url(request))
            fault = Fault("redirected", f"redirects to {request.url[:120]}, visited already")
            self._visit.fault(fault, asked, listing=False)
            if request.meta.get(PAGE):
                self._visit.put(ReadPage(asked, "elsewhere"))

    def closed(self, reason: str) -> None:
        """Write what is left; note that the time limit ended the visit (signal spider_closed)."""
        self._visit.flush()
        if reason == "closespider_timeout":
            self._visit.interrupted = self._visit.interrupted or "the time limit of a visit was reached"

    def watch(self, request: Request) -> Request:
        """Return the request with an errback that keeps account of it."""
        request.errback = request.errback or self.failed
        return request

    def _short(self, request: Request) -> bool:
        """Return whether an address may be asked; note one that is too long for the store."""
        if len(request.url) > LONGEST:
            self._visit.note(f"an address of {len(request.url)} characters was left out ({request.url[:120]})")
        return len(request.url) <= LONGEST


def _read(response: Response, url: str, ads: int, *, leaf: bool) -> ReadPage:
    """Return the page with what a conditional request needs; a page that leads on is asked anew each time."""
    meta = response.request.meta if response.request is not None else {}
    word: Word = "read" if ads or not meta.get(PAGE) else _bare(meta)
    names = ("ETag", "Last-Modified") if leaf else ()
    etag, modified = ((response.headers.get(name) or b"").decode("latin-1") for name in names or ("", ""))
    return ReadPage(url, word, etag[:200], modified[:60], ads, str(meta.get(LASTMOD, "")))


def _accepted(response: Response) -> bool:
    """Return whether an answer was read; one of another status went to the errback, whose findings come here too."""
    allowed = response.request.meta.get("handle_httpstatus_list", ()) if response.request is not None else ()
    return response.status in range(200, 300) or response.status in allowed


def _bare(meta: dict[str, Any]) -> Word:
    """Return what a page is that states no posting."""
    if meta.get(OVER):
        return "over"
    return "elsewhere" if meta.get("redirect_urls") else "bare"
