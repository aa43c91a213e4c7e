"""Writes what was found to the store, in batches: each is one transaction."""

from __future__ import annotations

import asyncio
from typing import Any, Final, Self

from crawler.found import Batch, Finding, FoundAd, KnownPage, ReadPage
from crawler.visit import visit_of

BATCH: Final = 100
"""Findings of a transaction; a commit for each row costs a tenth of the throughput."""
PATIENCE: Final = 2.0
"""Seconds after which a batch is written although it is not full."""


class SavePipeline:
    """The last step. What it holds is written at the end of a visit and when the crawl is stopped."""

    def __init__(self, crawler: Any) -> None:
        self._visit = visit_of(crawler)
        self._waiting: list[Finding] = []
        self._timer: asyncio.TimerHandle | None = None
        self._visit.flush = self.flush
        self._visit.put = self.put

    @classmethod
    def from_crawler(cls, crawler: Any) -> Self:
        """Return the step of a crawl."""
        return cls(crawler)

    def process_item(self, item: Finding) -> Finding:
        """Put the finding to the batch."""
        self.put(item)
        return item

    def close_spider(self) -> None:
        """Write what is left."""
        self.flush()

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
