"""The spider that visits any named source."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from http import HTTPStatus
from typing import Any

import scrapy
from scrapy.http import Request, Response

from crawler.ad import Ad
from crawler.base_spiders.base import Call, Dropped, Source
from crawler.card import Card
from crawler.errors import SourceError
from crawler.faults import fault_of
from crawler.found import FoundAd
from crawler.visit import visit_of

_MISSING = (HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND)
"""How sites answer for a page beyond the last: WordPress 400 in its REST API, 404 in feeds."""


class SourceSpider(scrapy.Spider):
    """Visits one source: asks its calls, yields its ads and what follows."""

    name = "source"

    def __init__(self, source: Source, **kwargs: Any) -> None:
        super().__init__(name=source.card.name, **kwargs)
        self.source = source
        """What is visited; made by `crawler.sources.make_source`."""

    @property
    def card(self) -> Card:
        """The source's card."""
        return self.source.card

    async def start(self) -> AsyncIterator[Request]:
        """Yield the first requests; raises SourceError when a key or a board is missing."""
        for call in self.source.calls():
            yield self.request(call)

    def request(self, call: Call) -> Request:
        """Return the Scrapy request of a call."""
        return Request(
            call.url,
            callback=self.parse,
            method="POST" if call.body else "GET",
            body=call.body,
            headers=dict(call.headers) | ({"Content-Type": "application/json"} if call.body else {}),
            cb_kwargs={"call": call},
            errback=None if call.item is None else self.without_detail,
            meta={"handle_httpstatus_list": list(_MISSING)} if call.missing_ends else {},
        )

    def parse(self, response: Response, call: Call) -> Iterator[Ad | Request]:
        """Yield the ads of an answer and the requests that follow.

        Items that cannot be mapped are counted. Raises SourceError when the answer is not what the source promises.
        """
        try:
            for found in self.source.read(response.body, call):
                if isinstance(found, Ad):
                    yield found
                elif isinstance(found, Dropped):
                    self._count_dropped(found)
                else:
                    yield self.request(found)
        except SourceError:
            if response.status not in _MISSING:
                raise

    def without_detail(self, failure: Any) -> None:
        """Take an item as its list has it, when its detail could not be had; the failure is noted."""
        call, visit = failure.request.cb_kwargs["call"], visit_of(self.crawler)
        visit.fault(fault_of(failure.value), call.url, listing=False)
        ad = self.source.ad(call.item, call)
        if ad is not None:
            visit.take(FoundAd(ad, call.url))

    def _count_dropped(self, dropped: Dropped) -> None:
        self.logger.debug("item dropped: %s", dropped.reason)
        visit_of(self.crawler).dropped += 1
