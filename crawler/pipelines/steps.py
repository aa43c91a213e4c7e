"""The way of a visit's findings into the store: checked, masked, counted against `--limit`, put to a batch."""

from __future__ import annotations

from collections.abc import Callable

from crawler.found import FoundAd, ReadPage
from crawler.pipelines.check import clean, lacking
from crawler.pipelines.limit import Limit
from crawler.pipelines.mask import masked
from crawler.pipelines.save import Saver
from crawler.visit import Visit


class Steps:
    """Takes findings in their order: a page comes after all its ads."""

    def __init__(self, visit: Visit, end: Callable[[], None]) -> None:
        """Lead the findings of `visit` to its store; `end` is called when it has as many ads as it may have."""
        self._visit = visit
        self._limit = Limit(visit, end)
        self._saver = Saver(visit)

    def take(self, finding: FoundAd | ReadPage) -> None:
        """Take a finding to the store. What is no ad is left out and noted; a step that fails costs one ad."""
        if isinstance(finding, FoundAd):
            try:
                ad = clean(finding.ad)
                reason = lacking(ad)
                finding = FoundAd(masked(ad), finding.page)
            except Exception as error:  # noqa: BLE001 - one ad's failure is not its list's
                reason = f"{type(error).__name__}: {error}"
                self._visit.dropped += 1
            if reason:
                self._visit.note(f"an ad was left out: {reason} ({finding.page[:120]})")
                return
        if self._limit.lets(finding):
            self._saver.put(finding)
