"""Ends a visit when it has as many ads as `--limit` allows."""

from __future__ import annotations

import asyncio
from typing import Any, Self

from scrapy.exceptions import DropItem

from crawler.found import Finding, FoundAd
from crawler.visit import visit_of


class LimitPipeline:
    """Lets the first ads pass, then closes the spider."""

    def __init__(self, crawler: Any) -> None:
        self._crawler = crawler
        self._visit = visit_of(crawler)
        self._passed = 0
        self._closing: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Any) -> Self:
        """Return the step of a crawl."""
        return cls(crawler)

    def process_item(self, item: Finding) -> Finding:
        """Pass the item on; raise DropItem for what comes after the limit."""
        limit = self._visit.limit
        if limit is None:
            return item
        if self._visit.limited:
            raise DropItem("over the limit", log_level="DEBUG")
        self._passed += isinstance(item, FoundAd)
        if self._passed >= limit:
            self._visit.limited = True
            self._closing = asyncio.ensure_future(self._crawler.engine.close_spider_async(reason="limit"))
        return item
