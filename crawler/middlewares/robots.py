"""Obeys robots.txt, and fails closed: a site whose rules cannot be read is not crawled in this run.

RFC 9309 lets a crawler take 4xx for "no rules" and 5xx for "all is forbidden". We are stricter on 401 and 403:
who guards the rules does not invite. A source with a documented grant (see its card) may ask its endpoint all
the same.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, Final, NamedTuple, Self

from protego import Protego
from scrapy.http import Request, Response

from crawler.faults import Fault, RefusalError, fault_of
from crawler.middlewares.once import OncePerSite
from crawler.visit import Visit, host_of, visit_of

AGENT: Final = "VeraVA"
"""Our name in robots.txt."""
MAX_BYTES: Final = 512_000
"""What is read of a robots.txt; RFC 9309 asks for at least 500 KiB."""
_ASKING: Final = "verava_robots"


class Rules(NamedTuple):
    """What a site's robots.txt says to us."""

    parsed: Any = None
    """The rules; None when there are none."""
    closed: Fault | None = None
    """Why nothing of the site may be asked; None when the rules decide."""

    def refusal(self, url: str) -> Fault | None:
        """Return why `url` may not be asked; None when it may."""
        if self.closed or self.parsed is None or self.parsed.can_fetch(url, AGENT):
            return self.closed
        return Fault("blocked", "robots.txt does not allow it")

    @property
    def delay(self) -> float:
        """Seconds that the site wants between two requests; 0 when it does not say."""
        if self.parsed is None:
            return 0.0
        rate = self.parsed.request_rate(AGENT)
        return max(self.parsed.crawl_delay(AGENT) or 0.0, rate.seconds / rate.requests if rate else 0.0)

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """Addresses of the site's sitemaps."""
        return tuple(self.parsed.sitemaps) if self.parsed is not None else ()


def rules_from(status: int, body: bytes) -> Rules:
    """Return the rules that an answer to robots.txt amounts to."""
    if status == HTTPStatus.OK:
        return Rules(Protego.parse(body[:MAX_BYTES].decode("utf-8", "replace").lstrip("\ufeff")))
    if status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        return Rules(closed=Fault("blocked", f"robots.txt answers {status}: not allowed"))
    if status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Rules(closed=Fault("unreachable", f"robots.txt answers {status}: not crawled in this run"))
    return Rules()


class RobotsBook:
    """The rules of each site, asked once a crawl."""

    def __init__(self) -> None:
        self._once: OncePerSite[Rules] = OncePerSite()

    async def rules(self, url: str, crawler: Any) -> Rules:
        """Return the rules of the site of `url`, asking for them through `crawler` when first needed."""

        async def ask(site: str) -> Rules:
            found = await _ask(f"{site}/robots.txt", crawler)
            visit_of(crawler).shared.pace.slow(host_of(url), found.delay)
            return found

        return await self._once.get(url, ask, Rules(closed=Fault("unreachable", "robots.txt was not read")))


async def _ask(url: str, crawler: Any) -> Rules:
    request = Request(url, meta={_ASKING: True, "max_retry_times": 1}, priority=1000)
    try:
        response: Response = await crawler.engine.download_async(request)
    except Exception as error:  # noqa: BLE001 - whatever happened, the rules are unknown
        fault = fault_of(error)
        return Rules(closed=Fault(fault.kind, f"robots.txt: {fault.text}; not crawled in this run"))
    return rules_from(response.status, response.body)


class RobotsMiddleware:
    """Refuses what robots.txt does not allow."""

    def __init__(self, crawler: Any) -> None:
        self._crawler = crawler
        self._visit: Visit = visit_of(crawler)

    @classmethod
    def from_crawler(cls, crawler: Any) -> Self:
        """Return the step of a crawl."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Raise RefusalError when the site does not allow the request."""
        if request.meta.get(_ASKING) or self._granted(request.url):
            return
        rules = await self._visit.shared.robots.rules(request.url, self._crawler)
        if fault := rules.refusal(request.url):
            raise RefusalError(fault)

    def _granted(self, url: str) -> bool:
        card = getattr(self._crawler.spider, "card", None)
        return card is not None and card.robots_exception and host_of(url) == host_of(card.endpoint)
