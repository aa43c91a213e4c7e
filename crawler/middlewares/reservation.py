"""Respects a reservation of text and data mining (Directive (EU) 2019/790, art. 4; the TDMRep protocol)."""

from __future__ import annotations

from typing import Any, Final

import re2
from scrapy.http import Request, Response

from crawler.faults import Fault, RefusalError

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


class ReservationMiddleware:
    """Drops answers whose publisher reserves text and data mining."""

    async def process_response(self, request: Request, response: Response) -> Any:  # noqa: ARG002 - Scrapy's signature
        """Pass the answer on; raise RefusalError when mining is reserved."""
        if reserved(response.headers.get("tdm-reservation"), response.body):
            raise RefusalError(Fault("blocked", "text and data mining is reserved (tdm-reservation)"))
        return response
