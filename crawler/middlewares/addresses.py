"""Refuses addresses that must not be asked: other schemes than http, private hosts."""

from __future__ import annotations

from typing import Any, Self

from scrapy.http import Request

from crawler.addresses import refusal
from crawler.faults import Fault, RefusalError
from crawler.visit import Visit, visit_of


class AddressMiddleware:
    """Comes before all others: a refused address gets not even its robots.txt asked."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit

    @classmethod
    def from_crawler(cls, crawler: Any) -> Self:
        """Return the step of a crawl."""
        return cls(visit_of(crawler))

    async def process_request(self, request: Request) -> None:
        """Raise RefusalError for an address that must not be asked."""
        reason = refusal(request.url)
        if reason and not (self._visit.shared.allow_private and "private" in reason):
            raise RefusalError(Fault("refused", reason))
