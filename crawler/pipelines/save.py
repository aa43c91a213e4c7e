"""Writes what was found to the store, in batches: each is one transaction."""

from __future__ import annotations

import asyncio
from typing import Any, Final, Self

from crawler.found import Finding, FoundAd, ReadPage
from crawler.visit import visit_of

BATCH: Final = 100
"""Ads and pages of a transaction; a commit for each row costs a tenth of the throughput."""
PATIENCE: Final = 2.0
"""Seconds after which a batch is written although it is not full."""


class SavePipeline:
    """The last step. What it holds is written at the end of a visit and when the crawl is stopped."""

    def __init__(self, crawler: Any) -> None:
        self._visit = visit_of(crawler)
        self._ads: list[FoundAd] = []
        self._pages: list[ReadPage] = []
        self._timer: asyncio.TimerHandle | None = None
        self._visit.flush = self.flush

    @classmethod
    def from_crawler(cls, crawler: Any) -> Self:
        """Return the step of a crawl."""
        return cls(crawler)

    def process_item(self, item: Finding) -> Finding:
        """Put the finding to the batch and write the batch when it is full."""
        if isinstance(item, FoundAd):
            self._ads.append(item)
        else:
            self._pages.append(item)
        if len(self._ads) + len(self._pages) >= BATCH:
            self.flush()
        elif self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(PATIENCE, self.flush)
        return item

    def close_spider(self) -> None:
        """Write what is left."""
        self.flush()

    def flush(self) -> None:
        """Write the batch in one transaction."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if not self._ads and not self._pages:
            return
        ads, pages = self._ads, self._pages
        self._ads, self._pages = [], []
        self._visit.save(ads, pages)
