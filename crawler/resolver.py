"""Name resolution that hands out public addresses only: what is checked is what is connected to."""

from __future__ import annotations

import asyncio
import socket
from typing import Any

from twisted.internet.address import IPv4Address, IPv6Address
from twisted.internet.interfaces import IHostnameResolver, IHostResolution
from zope.interface import implementer  # type: ignore[import-untyped]

from crawler.addresses import is_public


@implementer(IHostResolution)
class _Resolution:
    def __init__(self, name: str) -> None:
        self.name = name

    def cancel(self) -> None:
        """Do nothing: the answer of a look-up that nobody awaits is dropped."""


@implementer(IHostnameResolver)
class GuardedResolver:
    """Resolves names in asyncio's threads and keeps non-public addresses back.

    Every connection of the reactor passes here, those to literal addresses too, so a name that resolves to a
    public address first and to a private one later (rebinding) is caught as well.
    """

    def __init__(self) -> None:
        self.allowed: frozenset[str] | None = frozenset()
        """Names that may be private (the mirror's); None allows all (`--allow-private`)."""
        self.refused: set[str] = set()
        """Names that had only private addresses; read by the download handler for a clear error."""
        self._running: set[asyncio.Task[None]] = set()

    def resolveHostName(  # noqa: N802 - Twisted's name
        self,
        receiver: Any,
        name: str,
        portNumber: int = 0,  # noqa: N803 - Twisted's name
        _types: Any = None,
        _semantics: str = "TCP",
    ) -> _Resolution:
        """Look `name` up and hand its addresses to `receiver` (Twisted's IHostnameResolver)."""
        resolution = _Resolution(name)
        receiver.resolutionBegan(resolution)
        task = asyncio.ensure_future(self._look_up(receiver, name, portNumber))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return resolution

    async def _look_up(self, receiver: Any, name: str, port: int) -> None:
        try:
            loop = asyncio.get_running_loop()
            answers = await loop.getaddrinfo(name, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            answers = []
        hosts = list(dict.fromkeys((family, str(answer[0])) for family, *_, answer in answers))
        kept = [(family, host) for family, host in hosts if self._may(name, host)]
        if hosts and not kept:
            self.refused.add(name)
        for family, host in kept:
            kind = IPv6Address if family == socket.AF_INET6 else IPv4Address
            receiver.addressResolved(kind("TCP", host, port))
        receiver.resolutionComplete()

    def _may(self, name: str, host: str) -> bool:
        return self.allowed is None or name in self.allowed or is_public(host.partition("%")[0])
