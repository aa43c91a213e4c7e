"""Runs: what the engine tells of a visit goes into the store, and into a table for the user."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from crawler.found import Batch
from crawler.scrapy_settings import own_version
from crawler.store.frontier import KnownState
from crawler.store.history import Past
from crawler.store.saving import SaveCounts
from crawler.store.sites import KeptFile
from crawler.store.store import Store

if TYPE_CHECKING:
    from crawler.engine import Outcome


_BY_GRAVITY: Final = ("ok", "small", "partial", "empty", "blocked", "failed")


class RunRecorder:
    """The sink of a crawl: a run a source, each batch saved in one transaction."""

    def __init__(self, store: Store) -> None:
        self.store = store
        """Where ads and runs go."""
        self.counts: dict[str, SaveCounts] = defaultdict(SaveCounts)
        """Source → what its run changed in the store."""
        self._runs: dict[str, int] = {}
        self._told: dict[str, list[Outcome]] = defaultdict(list)
        self._parser = own_version()

    def start(self, source: str) -> Past:
        """Note that the visit to `source` begins; return what the visits before tell. Two of its pages are one run."""
        if source in self._runs:
            return self.store.past(source)
        self.store.close_killed(source)
        past = self.store.past(source)
        self._runs[source] = self.store.start_run(source)
        return past

    def pages(self, source: str) -> Mapping[str, KnownState]:
        """Return address → what is known of it, for the pages of `source`."""
        return self.store.pages(source, self._parser)

    def coverage(self, source: str) -> Mapping[str, Any]:
        """Return how full the fields of the ads are that the run of `source` has seen so far."""
        return self.store.coverage(self._runs[source])

    def save(self, source: str, batch: Batch, *, requests: int = 0) -> int:
        """Store a batch of `source`; return how many ads of it the run had not seen before. Raises StoreError."""
        counts = self.store.save_batch(self._runs[source], source, batch, parser=self._parser, requests=requests)
        self.counts[source] += counts
        return counts.sighted

    def rest(self, host: str, seconds: float, reason: str) -> None:
        """Note that `host` asked for a rest that outlasts this crawl."""
        self.store.rest_host(host, seconds, reason)

    def resting(self) -> dict[str, str]:
        """Return host → why it is not to be asked yet."""
        return self.store.resting_hosts()

    def kept_file(self, site: str) -> KeptFile | None:
        """Return what the file of reservations of `site` said when it was read last; None when there was none."""
        return self.store.kept_file(site)

    def keep_file(self, site: str, found: KeptFile | None) -> None:
        """Keep what the file of reservations of `site` says now. Raises StoreError."""
        self.store.keep_file(site, found)

    def finish(self, outcome: Outcome, *, authoritative: bool = False, failed: Iterable[str] = ()) -> None:
        """Note how the visit ended.

        `authoritative` says that the source's lists hold every open ad; `failed` are those that could not be read.
        """
        told = self._told[outcome.source]
        told.append(outcome)
        worst = max(told, key=lambda each: _BY_GRAVITY.index(each.verdict))
        self.store.finish_run(
            self._runs[outcome.source],
            worst.verdict,
            requests=sum(each.requests for each in told),
            note="; ".join(error for each in told for error in each.errors[:3])[:500],
            complete=all(each.complete for each in told),
            authoritative=authoritative,
            failed=failed,
        )


def summary(outcomes: Sequence[Outcome], recorder: RunRecorder) -> str:
    """Return the table that ends a crawl: a line a source, and the sum."""
    head = f"{'source':28}{'verdict':10}{'seen':>7}{'new':>7}{'changed':>9}{'requests':>10}"
    lines = [head]
    total = SaveCounts()
    for outcome in outcomes:
        counts = recorder.counts[outcome.source]
        total += counts
        lines.append(
            f"{outcome.source:28}{outcome.verdict:10}{counts.sighted:>7}{counts.new:>7}{counts.changed:>9}"
            f"{outcome.requests:>10}"
        )
    lines.append(f"{'total':28}{'':10}{total.sighted:>7}{total.new:>7}{total.changed:>9}")
    return "\n".join(lines)
