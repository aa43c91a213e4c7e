"""The download handler, last before the network: it waits for the host's turn and goes to the mirror."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.exceptions import CannotResolveHostError
from scrapy.http import Request, Response

from crawler.bounded import BoundedFactory
from crawler.faults import Fault, RefusalError
from crawler.loop import resolver
from crawler.middlewares.backoff import TRIES
from crawler.mirror import Mirror
from crawler.patience import LONGEST_WAIT, wait_after
from crawler.visit import host_of, visit_of


class PacedDownloadHandler(HTTP11DownloadHandler):
    """Scrapy's own handler, at the pace of the host and through the mirror when there is one."""

    lazy = True

    def __init__(self, crawler: Any) -> None:
        super().__init__(crawler)
        self._pool._factory = BoundedFactory  # noqa: SLF001 - Twisted's pool takes it no other way
        self._visit = visit_of(crawler)

    async def download_request(self, request: Request) -> Response:
        """Return the answer to `request`, under its true URL."""
        shared = self._visit.shared
        sent = _mirrored(request, shared.mirror) if shared.mirror else request
        async with shared.pace.turn(host_of(request.url)):
            self._spend()
            try:
                response: Response = await super().download_request(sent)
            except CannotResolveHostError:
                raise _private(sent.url) or CannotResolveHostError from None
            self._heed(request, response)
        return response.replace(url=request.url) if shared.mirror else response

    def _spend(self) -> None:
        """Count a request; raises RefusalError when the source's daily budget is used up."""
        if self._visit.budget is not None and self._visit.requests >= self._visit.budget:
            self._visit.interrupted = "the daily budget of requests is used up"
            raise RefusalError(Fault("stopped", self._visit.interrupted))
        self._visit.requests += 1

    def _heed(self, request: Request, response: Response) -> None:
        """Let the host rest as long as its answer asks, before its turn is given on."""
        host, pace = host_of(request.url), self._visit.shared.pace
        pace.answered(host)
        header = (response.headers.get("Retry-After") or b"").decode("latin-1")
        wait = wait_after(response.status, header, int(request.meta.get(TRIES, 0)), datetime.now(UTC))
        if wait is None:
            return
        if wait <= LONGEST_WAIT:
            pace.pause(host, wait)
            return
        reason = f"{host} answered {response.status} and asked for {wait:.0f} s of rest"
        pace.rest(host, Fault("blocked", reason))
        if self._visit.shared.recorder is not None:
            self._visit.shared.recorder.rest(host, wait, reason)


def _mirrored(request: Request, mirror: Mirror) -> Request:
    """Return the request that asks a mirror for the same."""
    sent = Request(
        mirror.rewrite(request.url),
        method=request.method,
        body=request.body,
        meta=request.meta | {"verbatim_url": True},
    )
    sent.headers = request.headers
    return sent


def _private(url: str) -> RefusalError | None:
    """Return the error for a name that leads to private addresses only; None when it leads nowhere."""
    name = host_of(url).partition(":")[0]
    if name not in resolver().refused:
        return None
    return RefusalError(Fault("refused", f"{name} leads to a private address"))
