"""Tries again what may succeed later, a few times, and leaves a host alone that does not answer.

In place of Scrapy's RetryMiddleware, which knows no Retry-After. The waiting itself is done where the host's turn is
held (`crawler.download`), so that no other request slips in between.
"""

from __future__ import annotations

from typing import Any, Final, Self

from scrapy.http import Request, Response

from crawler.faults import Fault, RefusalError, fault_of
from crawler.pace import HostRestsError
from crawler.patience import FIRST_WAIT, TRANSIENT
from crawler.visit import Visit, host_of, visit_of

TRIES: Final = "retry_times"
"""Request.meta key: how often a request was tried before."""
RETRIES: Final = 2
"""Further tries of a request that was answered with a transient fault."""
SILENT_RETRIES: Final = 1
"""Further tries of a request that got no answer: each costs a whole timeout."""
SILENCES: Final = 4
"""Requests in a row without an answer after which a host is left alone."""


class BackoffMiddleware:
    """Returns requests to the queue."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit

    @classmethod
    def from_crawler(cls, crawler: Any) -> Self:
        """Return the step of a crawl."""
        return cls(visit_of(crawler))

    async def process_response(self, request: Request, response: Response) -> Request | Response:
        """Try again after a transient answer; pass any other on."""
        if response.status not in TRANSIENT:
            return response
        return _again(request, RETRIES) or response

    async def process_exception(self, request: Request, exception: Exception) -> Request | None:
        """Try once more when no answer came; leave a host alone that stays silent."""
        if isinstance(exception, HostRestsError | RefusalError) or fault_of(exception).kind != "unreachable":
            return None
        host, pace = host_of(request.url), self._visit.shared.pace
        if pace.failed(host) >= SILENCES:
            pace.rest(host, Fault("unreachable", f"{host} did not answer {SILENCES} times in a row"))
            return None
        pace.pause(host, FIRST_WAIT)
        return _again(request, SILENT_RETRIES)


def _again(request: Request, most: int) -> Request | None:
    times = int(request.meta.get(TRIES, 0)) + 1
    if times > min(most, int(request.meta.get("max_retry_times", most))):
        return None
    again: Request = request.replace(dont_filter=True, priority=request.priority + 1)
    again.meta[TRIES] = times
    return again
