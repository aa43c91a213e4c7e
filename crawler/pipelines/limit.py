"""Ends a visit when it has as many ads as `--limit` allows."""

from __future__ import annotations

from collections.abc import Callable

from crawler.found import FoundAd, ReadPage
from crawler.visit import Visit


class Limit:
    """Lets the first ads of a visit pass, then ends it."""

    def __init__(self, visit: Visit, end: Callable[[], None]) -> None:
        self._visit = visit
        self._end = end
        self._passed = 0

    def lets(self, finding: FoundAd | ReadPage) -> bool:
        """Return whether a finding goes on to the store; the page of an ad too many does not, for it was not read."""
        if self._visit.limit is None:
            return True
        if self._visit.limited:
            return False
        self._passed += isinstance(finding, FoundAd)
        if self._passed >= self._visit.limit:
            self._visit.limited = True
            self._end()
        return True
