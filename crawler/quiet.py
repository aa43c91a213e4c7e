"""What Scrapy counts and says of each request, left out: nobody reads it, and it costs a twentieth of a crawl."""

from __future__ import annotations

from typing import Any

from scrapy.http import Request, Response
from scrapy.logformatter import LogFormatter
from scrapy.statscollectors import DummyStatsCollector


class NoStats(DummyStatsCollector):
    """Keeps no numbers; those of a visit are kept by `crawler.visit.Visit`."""

    __getattribute__ = object.__getattribute__
    """Scrapy's own looks each name up twice, to warn of a calling form that is going away."""


class NoCrawledLine(LogFormatter):
    """Says nothing of an answer that came; of errors Scrapy's own words (`crawler.progress` turns all logs off)."""

    def crawled(self, request: Request, response: Response, spider: Any) -> None:  # type: ignore[override]
        """Return nothing to log."""
