"""Respects a reservation of text and data mining (Directive (EU) 2019/790, art. 4; the TDMRep protocol)."""

from __future__ import annotations

from contextlib import suppress
from http import HTTPStatus
from typing import Any, Final, Self
from urllib.parse import urlsplit

import re2
from scrapy.http import Request, Response

from crawler.errors import StoreError
from crawler.faults import Fault, RefusalError
from crawler.middlewares.once import OncePerSite
from crawler.patience import TRANSIENT
from crawler.store.sites import KeptFile
from crawler.tdmrep import PATH, Reservations
from crawler.visit import Visit, visit_of

_ASKING: Final = "verava_tdmrep"
_HEAD_BYTES: Final = 65_536
_META = re2.compile(rb"(?is)<meta[^>]{0,200}\bname\s*=\s*[\"']?tdm-reservation[\"']?[^>]{0,200}>")
_ONE = re2.compile(rb"(?i)\bcontent\s*=\s*[\"']?\s*1\b")


def reserved(header: bytes | None, body: bytes) -> bool:
    """Return whether an answer reserves mining, by its header or by a meta tag in its first 64 KiB."""
    if header is not None and header.strip() == b"1":
        return True
    head = body[:_HEAD_BYTES]
    if b"tdm-reservation" not in head.lower():
        return False
    found = _META.search(head)
    return found is not None and _ONE.search(found.group(0)) is not None


class ReservationBook:
    """The file of reservations of each site, asked once a crawl."""

    def __init__(self) -> None:
        self._once: OncePerSite[Reservations] = OncePerSite()

    async def reservations(self, url: str, crawler: Any) -> Reservations:
        """Return what the site of `url` reserves, asking for it through `crawler` when first needed."""
        return await self._once.get(url, lambda site: _ask(site, crawler), Reservations())


async def _ask(site: str, crawler: Any) -> Reservations:
    """Return what a site's file says, asking only whether it has changed where it was read in an earlier run.

    A file that cannot be had now says what it said then; one that was never had, nothing: header and meta tag still
    count.
    """
    recorder = visit_of(crawler).shared.recorder
    kept = recorder.kept_file(site) if recorder else None
    before = Reservations.of(kept.rules) if kept else Reservations()
    request = Request(
        f"{site}{PATH}", headers=_validators(kept), meta={_ASKING: True, "max_retry_times": 0}, priority=1000
    )
    try:
        response: Response = await crawler.engine.download_async(request)
    except Exception:  # noqa: BLE001 - unchanged (304), or not to be had
        return before
    if response.status in TRANSIENT:
        return before
    found = Reservations.read(response.body) if response.status == HTTPStatus.OK else Reservations()
    keep = _kept(response, found)
    if recorder and keep != kept:
        with suppress(StoreError):  # it is asked anew next time
            recorder.keep_file(site, keep)
    return found


def _validators(kept: KeptFile | None) -> dict[str, str]:
    """Return the headers that ask whether a file has changed."""
    pairs = {"If-None-Match": kept.etag, "If-Modified-Since": kept.last_modified} if kept else {}
    return {name: value for name, value in pairs.items() if value}


def _kept(response: Response, found: Reservations) -> KeptFile | None:
    """Return what is to be kept of a file for the next run; None when there is none."""
    if response.status != HTTPStatus.OK:
        return None
    etag, modified = ((response.headers.get(name) or b"").decode("latin-1") for name in ("ETag", "Last-Modified"))
    return KeptFile(etag[:200], modified[:60], found.listed()) if found.rules or etag or modified else None


class ReservationMiddleware:
    """Refuses what the file of a site reserves, and drops answers whose publisher reserves text and data mining.

    The file is asked of sites only: what a named source grants stands on its card.
    """

    def __init__(self, crawler: Any) -> None:
        self._crawler = crawler
        self._visit: Visit = visit_of(crawler)

    @classmethod
    def from_crawler(cls, crawler: Any) -> Self:
        """Return the step of a crawl."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Raise RefusalError for a page that the site's file reserves."""
        if self._visit.job.url is None or request.meta.get(_ASKING) or urlsplit(request.url).path == "/robots.txt":
            return
        found = await self._visit.shared.reservations.reservations(request.url, self._crawler)
        if found.rules and found.reserve(request.url):
            raise RefusalError(Fault("blocked", f"text and data mining is reserved ({PATH})"))

    async def process_response(self, request: Request, response: Response) -> Any:  # noqa: ARG002 - Scrapy's signature
        """Pass the answer on; raise RefusalError when mining is reserved."""
        if reserved(response.headers.get("tdm-reservation"), response.body):
            raise RefusalError(Fault("blocked", "text and data mining is reserved (tdm-reservation)"))
        return response
