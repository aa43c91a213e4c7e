"""Runs: what the engine tells of a visit goes into the store, and into a table for the user."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from crawler.store.store import SaveCounts, Store

if TYPE_CHECKING:
    from crawler.ad import Ad
    from crawler.engine import Outcome


class RunRecorder:
    """The sink of a crawl: a run a source, each batch of ads saved in one transaction."""

    def __init__(self, store: Store) -> None:
        self.store = store
        """Where ads and runs go."""
        self.counts: dict[str, SaveCounts] = defaultdict(SaveCounts)
        """Source → what its run changed in the store."""
        self._runs: dict[str, int] = {}

    def start(self, source: str) -> None:
        """Note that the visit to `source` begins."""
        self._runs[source] = self.store.start_run(source)

    def save(self, source: str, ads: Sequence[Ad]) -> None:
        """Store a batch of ads of `source`."""
        self.counts[source] += self.store.save(self._runs[source], ads)

    def finish(self, outcome: Outcome) -> None:
        """Note how the visit ended."""
        note = "; ".join(outcome.errors[:3])[:500]
        self.store.finish_run(
            self._runs[outcome.source], outcome.verdict, requests=outcome.requests, note=note
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
            f"{outcome.source:28}{outcome.verdict:10}{counts.seen:>7}{counts.new:>7}{counts.changed:>9}"
            f"{outcome.requests:>10}"
        )
    lines.append(f"{'total':28}{'':10}{total.seen:>7}{total.new:>7}{total.changed:>9}")
    return "\n".join(lines)
