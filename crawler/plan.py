"""What a crawl would visit now: which sources are due, and with which first addresses. Asks nothing of the network."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from crawler.config import Config
from crawler.due import Due, due
from crawler.errors import SourceError
from crawler.sources import card, make_source
from crawler.store import Store
from crawler.visit import Job


class Planned(NamedTuple):
    """One job, and whether it may run now."""

    job: Job
    due: Due
    calls_left: int | None
    """Requests that the daily budget still allows; None for a site, which has none."""

    def waits(self) -> str:
        """Return the line that says why the job does not run now."""
        until = f" before {self.due.at:%Y-%m-%d %H:%M} UTC" if self.due.at else ""
        return f"{self.job.source}: not visited{until}: {self.due.reason}"


def make_plan(jobs: Sequence[Job], store: Store, *, mirrored: bool = False) -> list[Planned]:
    """Return for each job whether it is due. With a mirror all are: no source is asked."""
    clock = datetime.now(UTC)
    planned = []
    for job in jobs:
        if job.url is not None:
            planned.append(Planned(job, Due(None), None))
            continue
        own, past = card(job.source), store.past(job.source)
        left = max(0, own.max_calls_per_day - past.calls_today)
        planned.append(Planned(job, Due(None) if mirrored else due(own, past, clock), left))
    return planned


def describe(plan: Sequence[Planned], config: Config) -> str:
    """Return the plan as lines for people: source, whether it is due, calls left, first addresses."""
    lines = []
    for each in plan:
        when = "now" if each.due.now else f"from {each.due.at:%Y-%m-%d %H:%M} UTC"
        left = "" if each.calls_left is None else f", {each.calls_left} calls left today"
        lines.append(f"{each.job.source:28}{when}{left}")
        lines += [f"{'':28}{address}" for address in _addresses(each.job, config)]
    return "\n".join(lines) or "nothing to visit; name a source or a --url"


def _addresses(job: Job, config: Config) -> list[str]:
    """Return the addresses that the visit begins with, keys left out."""
    if job.url is not None:
        return [job.url]
    try:
        calls = make_source(job.source, config).calls()
    except SourceError as error:
        return [str(error)]
    return [card(job.source).endpoint] if card(job.source).key else [call.url for call in calls]
