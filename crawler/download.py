"""The download handler, last before the network: it waits for the host's turn and goes to the mirror."""

from __future__ import annotations

from typing import Any

from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.exceptions import CannotResolveHostError
from scrapy.http import Request, Response

from crawler.faults import Fault, RefusalError
from crawler.loop import resolver
from crawler.visit import host_of, visit_of


class PacedDownloadHandler(HTTP11DownloadHandler):
    """Scrapy's own handler, at the pace of the host and through the mirror when there is one."""

    lazy = True

    def __init__(self, crawler: Any) -> None:
        super().__init__(crawler)
        self._visit = visit_of(crawler)

    async def download_request(self, request: Request) -> Response:
        """Return the answer to `request`, under its true URL."""
        shared = self._visit.shared
        sent = request.replace(url=shared.mirror.rewrite(request.url)) if shared.mirror else request
        host = host_of(sent.url)
        if self._visit.budget is not None and self._visit.requests >= self._visit.budget:
            self._visit.interrupted = "the daily budget of requests is used up"
            raise RefusalError(Fault("refused", self._visit.interrupted))
        async with shared.pace.turn(host_of(request.url)):
            self._visit.requests += 1
            try:
                response: Response = await super().download_request(sent)
            except CannotResolveHostError:
                if host.rpartition(":")[0] in resolver().refused or host in resolver().refused:
                    raise RefusalError(Fault("refused", f"{host} leads to a private address")) from None
                raise
        return response.replace(url=request.url) if shared.mirror else response
