"""Bounds on the head of an answer: without them an endless one fills the memory until the timeout."""

from __future__ import annotations

from typing import Any, Final

from scrapy.core.downloader.handlers.http11 import (
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
    _LenientHTTPClientParser,
)

MAX_HEADERS: Final = 1_000
"""Lines of a head; real answers have under 100."""
MAX_HEAD_BYTES: Final = 256 * 1024
"""Bytes of a head; real answers have under 16 kB."""


class HeadTooLargeError(Exception):
    """The head of an answer has too many lines or bytes; ends the connection."""


class _BoundedParser(_LenientHTTPClientParser):
    _lines = 0
    _bytes = 0

    def lineReceived(self, line: bytes) -> None:  # noqa: N802 - Twisted's name
        """Take a line of the head; raise HeadTooLargeError when there are too many."""
        self._lines += 1
        self._bytes += len(line)
        if self._lines > MAX_HEADERS or self._bytes > MAX_HEAD_BYTES:
            raise HeadTooLargeError(f"over {MAX_HEADERS} lines or {MAX_HEAD_BYTES} bytes of headers")
        super().lineReceived(line)


class _BoundedProtocol(_LenientHTTP11ClientProtocol):
    def request(self, request: Any) -> Any:
        """Send a request; its answer is read by the bounded parser."""
        answer = super().request(request)
        if self._parser is not None:
            self._parser.__class__ = _BoundedParser
        return answer


class BoundedFactory(_LenientHTTP11ClientFactory):
    """Makes connections whose answers have bounded heads; for the pool of a download handler."""

    noisy = False

    def buildProtocol(self, _address: Any) -> Any:  # noqa: N802 - Twisted's name
        """Return the protocol of a new connection."""
        return _BoundedProtocol(self._quiescentCallback)
