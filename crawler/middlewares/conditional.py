"""Asks only for what has changed: If-None-Match and If-Modified-Since, from what the store keeps of an address."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, Self

from scrapy.http import Request, Response

from crawler.faults import UnchangedError
from crawler.visit import Visit, asked_url, visit_of


class ConditionalMiddleware:
    """Adds the validators of an address that was read before; ends a request that is answered 304."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit

    @classmethod
    def from_crawler(cls, crawler: Any) -> Self:
        """Return the step of a crawl."""
        return cls(visit_of(crawler))

    async def process_request(self, request: Request) -> None:
        """Add what is known of the address."""
        state = self._visit.known.get(self._visit.clean(asked_url(request)))
        if state is None or request.method != "GET":
            return
        if state.etag:
            request.headers["If-None-Match"] = state.etag
        if state.last_modified:
            request.headers["If-Modified-Since"] = state.last_modified

    async def process_response(self, request: Request, response: Response) -> Response:
        """Pass the answer on; raise UnchangedError for 304."""
        if response.status == HTTPStatus.NOT_MODIFIED:
            raise UnchangedError(request.url)
        return response
