"""Writes what was found to the store, in batches: each is one transaction."""

from __future__ import annotations

import asyncio
from typing import Final

from crawler.found import Batch, Finding, FoundAd, KnownPage, ReadPage
from crawler.visit import Visit

FINDINGS: Final = 200
"""Findings of a transaction, at most; a commit for each costs a tenth of the throughput."""
ASKED: Final = 25
"""Pages of a transaction that were asked, at most: so many of a site are asked again after a kill."""
PATIENCE: Final = 1.0
"""Seconds after which a batch is written although it is not full."""


class Saver:
    """The last step. What it holds is written at the end of a visit and when the crawl is stopped."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit
        self._waiting: list[Finding] = []
        self._asked = 0
        self._timer: asyncio.TimerHandle | None = None
        self._visit.flush = self.flush
        self._visit.put = self.put

    def put(self, item: Finding) -> None:
        """Put a finding to the batch and write the batch when it is full."""
        self._waiting.append(item)
        self._asked += isinstance(item, ReadPage) and item.word != "fresh"
        if self._asked >= ASKED or len(self._waiting) >= FINDINGS:
            self.flush()
        elif self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(PATIENCE, self.flush)

    def flush(self) -> None:
        """Write the batch in one transaction."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._waiting:
            batch, self._waiting, self._asked = _sorted(self._waiting), [], 0
            self._visit.save(batch)


def _sorted(findings: list[Finding]) -> Batch:
    return Batch(
        tuple(each for each in findings if isinstance(each, FoundAd)),
        tuple(each for each in findings if isinstance(each, ReadPage)),
        tuple(each for each in findings if isinstance(each, KnownPage)),
    )
