"""The pace of each host: one request at a time, a pause between two, longer when the host asks for it.

Shared by all visits of a crawl, so that two sources on one host do not double its load.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final

from crawler.faults import Fault

JITTER: Final = (1.02, 1.5)
"""Bounds of the factor on the pause: never shorter than asked, and not a metronome."""


class HostRestsError(Exception):
    """The host is not asked again in this crawl. Raised by `Pace.turn`."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.text)
        self.fault = fault
        """Why."""


@dataclass(slots=True)
class _Host:
    delay: float
    not_before: float = 0.0
    rests: Fault | None = None
    failures: int = 0
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class Pace:
    """When each host may be asked next."""

    def __init__(self, delay: float) -> None:
        self._hosts: dict[str, _Host] = defaultdict(lambda: _Host(delay))
        self._stopped = asyncio.Event()

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Wait until `host` may be asked, and hold it while the body runs; raises HostRestsError."""
        state = self._hosts[host]
        async with state.lock:
            while True:
                self._check(state)
                wait = state.not_before - time.monotonic()
                if wait <= 0:
                    break
                await self._sleep(wait)
            state.not_before = time.monotonic() + state.delay * random.uniform(*JITTER)  # noqa: S311 - no secret
            yield

    def slow(self, host: str, delay: float) -> None:
        """Keep at least `delay` seconds between two requests to `host` (its Crawl-delay), the next one included."""
        state = self._hosts[host]
        if delay > state.delay:
            state.not_before = max(state.not_before, time.monotonic() + delay)
            state.delay = delay

    def pause(self, host: str, seconds: float) -> None:
        """Ask `host` nothing for `seconds` from now."""
        state = self._hosts[host]
        state.not_before = max(state.not_before, time.monotonic() + seconds)

    def rest(self, host: str, fault: Fault) -> None:
        """Ask `host` nothing more in this crawl, for the reason given."""
        self._hosts[host].rests = self._hosts[host].rests or fault

    def failed(self, host: str) -> int:
        """Count a request that `host` did not answer; return how many in a row that makes."""
        self._hosts[host].failures += 1
        return self._hosts[host].failures

    def answered(self, host: str) -> None:
        """Note that `host` answers."""
        self._hosts[host].failures = 0

    def stop(self) -> None:
        """End all waiting: the crawl is being stopped."""
        self._stopped.set()

    def _check(self, state: _Host) -> None:
        if self._stopped.is_set():
            raise HostRestsError(Fault("stopped", "the crawl was stopped"))
        if state.rests:
            raise HostRestsError(state.rests)

    async def _sleep(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._stopped.wait(), timeout=seconds)
        except TimeoutError:
            return
