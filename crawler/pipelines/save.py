"""Writes what was found to the store, in batches: each is one transaction."""

from __future__ import annotations

import asyncio
from typing import Final

from crawler.found import Batch, Finding, FoundAd, KnownPage, ReadPage
from crawler.visit import Visit

BATCH: Final = 100
"""Findings of a transaction; a commit for each row costs a tenth of the throughput."""
PATIENCE: Final = 2.0
"""Seconds after which a batch is written although it is not full."""


class Saver:
    """The last step. What it holds is written at the end of a visit and when the crawl is stopped."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit
        self._waiting: list[Finding] = []
        self._timer: asyncio.TimerHandle | None = None
        self._visit.flush = self.flush
        self._visit.put = self.put

    def put(self, item: Finding) -> None:
        """Put a finding to the batch and write the batch when it is full."""
        self._waiting.append(item)
        if len(self._waiting) >= BATCH:
            self.flush()
        elif self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(PATIENCE, self.flush)

    def flush(self) -> None:
        """Write the batch in one transaction."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._waiting:
            batch, self._waiting = _sorted(self._waiting), []
            self._visit.save(batch)


def _sorted(findings: list[Finding]) -> Batch:
    return Batch(
        tuple(each for each in findings if isinstance(each, FoundAd)),
        tuple(each for each in findings if isinstance(each, ReadPage)),
        tuple(each for each in findings if isinstance(each, KnownPage)),
    )
