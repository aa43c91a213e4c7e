"""What a crawl shows while it runs: one line; and what it does not: Scrapy's log."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from crawler.visit import Visit

PERIOD: Final = 0.2
"""Seconds between two lines, at least."""


class Progress:
    """Tells `show` a line about the visits, not too often."""

    def __init__(self, visits: Sequence[Visit], show: Callable[[str], None]) -> None:
        self._visits = visits
        self._show = show
        self._shown = 0.0

    def __call__(self) -> None:
        """Show how far the visits are."""
        now = time.monotonic()
        if now - self._shown >= PERIOD:
            self._shown = now
            self._show(line(self._visits))


def line(visits: Sequence[Visit]) -> str:
    """Return one line of at most 78 characters: all ads, all requests, and the sources with most ads."""
    ads, requests = sum(visit.ads for visit in visits), sum(visit.requests for visit in visits)
    busiest = sorted((visit for visit in visits if visit.ads), key=lambda visit: -visit.ads)
    names = ", ".join(f"{visit.job.source} {visit.ads}" for visit in busiest)
    return f"{ads} ads, {requests} requests: {names}"[:78]


@contextmanager
def quiet_logs() -> Iterator[None]:
    """Write no log at all: the summary tells what matters, and Scrapy's log would hold addresses with keys in them."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(before)
