"""Waits when a host asks for it, tries again a few times, and leaves a host alone that does not answer."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final, Self

from scrapy.http import Request, Response

from crawler.faults import Fault, RefusalError, fault_of
from crawler.pace import HostRestsError
from crawler.visit import Visit, host_of, visit_of

TRANSIENT: Final = frozenset({408, 425, 429, 500, 502, 503, 504, 522, 524})
"""Answers after which another try may help."""
RETRIES: Final = 2
"""Further tries of a request that was answered so."""
SILENT_RETRIES: Final = 1
"""Further tries of a request that got no answer: each costs a whole timeout."""
FIRST_WAIT: Final = 2.0
"""Seconds before the first further try where the host names none; doubled each time."""
LONGEST_WAIT: Final = 120.0
"""A host that asks for more seconds than this is left alone for the rest of the crawl."""
SILENCES: Final = 4
"""Requests in a row without an answer after which a host is left alone."""


def retry_after(value: str, now: datetime) -> float | None:
    """Return the seconds that a Retry-After header asks for (a number, or a date); None when it cannot be read."""
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        date = parsedate_to_datetime(text)
    except (TypeError, ValueError, OverflowError):
        return None
    return max(0.0, ((date if date.tzinfo else date.replace(tzinfo=UTC)) - now).total_seconds())


class BackoffMiddleware:
    """In place of Scrapy's RetryMiddleware, which knows no Retry-After."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit

    @classmethod
    def from_crawler(cls, crawler: Any) -> Self:
        """Return the step of a crawl."""
        return cls(visit_of(crawler))

    async def process_response(self, request: Request, response: Response) -> Request | Response:
        """Pause the host and try again after a transient answer; pass any other on."""
        host = host_of(request.url)
        pace = self._visit.shared.pace
        pace.answered(host)
        if response.status not in TRANSIENT:
            return response
        asked = retry_after((response.headers.get("Retry-After") or b"").decode("latin-1"), datetime.now(UTC))
        wait = FIRST_WAIT * 2 ** int(request.meta.get("retry_times", 0)) if asked is None else asked
        if wait > LONGEST_WAIT:
            self._rest(host, wait, f"{host} answered {response.status} and asked for {wait:.0f} s of rest")
            return response
        pace.pause(host, wait)
        return _again(request, RETRIES) or response

    async def process_exception(self, request: Request, exception: Exception) -> Request | None:
        """Try once more when no answer came; leave a host alone that stays silent."""
        host = host_of(request.url)
        if isinstance(exception, HostRestsError | RefusalError) or fault_of(exception).kind != "unreachable":
            return None
        pace = self._visit.shared.pace
        if pace.failed(host) >= SILENCES:
            pace.rest(host, Fault("unreachable", f"{host} did not answer {SILENCES} times in a row"))
            return None
        pace.pause(host, FIRST_WAIT)
        return _again(request, SILENT_RETRIES)

    def _rest(self, host: str, seconds: float, reason: str) -> None:
        self._visit.shared.pace.rest(host, Fault("blocked", reason))
        if self._visit.shared.recorder is not None:
            self._visit.shared.recorder.rest(host, seconds, reason)


def _again(request: Request, most: int) -> Request | None:
    times = int(request.meta.get("retry_times", 0)) + 1
    if times > min(most, int(request.meta.get("max_retry_times", most))):
        return None
    again: Request = request.replace(dont_filter=True, priority=request.priority + 1)
    again.meta["retry_times"] = times
    return again
