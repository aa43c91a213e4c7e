"""The verdict on a visit: may its result be trusted? Pure, from what was counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Final, Literal, NamedTuple

from crawler.faults import HARMLESS

Word = Literal["ok", "partial", "small", "empty", "blocked", "failed"]

FAULTY_SHARE: Final = 0.10
"""More pages or items than this share failed: the visit is partial (usual alarm: over 10 % HTTP errors)."""
SMALL_SHARE: Final = 0.70
"""Under this share of the usual count the visit is suspiciously small (jobseek skips closing at -30 %)."""
SMALL_LEAST: Final = 3
"""Fewer ads missing than this are nothing unusual, however short the list."""
EMPTIED_SHARE: Final = 0.20
"""A field that so many of a hundred ads lost since the visit before: the source changed its form."""
EMPTIED_LEAST: Final = 5
"""With fewer ads than this no share is looked at."""
HISTORY: Final = 5
"""Good visits that the usual count is the median of."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What a visit counted."""

    ads: int = 0
    """Ads seen, also those on pages that had not changed."""
    pages: int = 0
    """Answers that were read, or had not changed."""
    faults: Mapping[str, int] = field(default_factory=dict)
    """Kind of fault → how often (see `crawler.faults`)."""
    listing_faults: int = 0
    """Faults of lists."""
    emptied: str = ""
    """Which field emptied since the visit before (see `emptied`); empty when none did."""
    dropped: int = 0
    """Items of lists that could not be made into ads."""
    limited: bool = False
    """Ended at `--limit`."""
    interrupted: str = ""
    """Why it was cut short."""


def emptied(before: Mapping[str, float], now: Mapping[str, float]) -> str:
    """Return which field emptied since the visit before; empty when none did, or there are too few ads to tell.

    Both map a field to the share of ads that have it, and `ads` to their number.
    """
    if min(before.get("ads", 0), now.get("ads", 0)) < EMPTIED_LEAST:
        return ""
    for name in before.keys() & now.keys() - {"ads"}:
        if before[name] - now[name] > EMPTIED_SHARE:
            return f"{name} is there in {now[name]:.0%} of the ads, in {before[name]:.0%} the time before"
    return ""


class Verdict(NamedTuple):
    """The verdict and its reason."""

    word: Word
    """`ok`, `partial`, `small`, `empty`, `blocked` or `failed`."""
    reason: str = ""
    """One line; empty for ok."""

    @property
    def good(self) -> bool:
        """Return whether the result may be trusted."""
        return self.word == "ok"


def judge(tally: Tally, usual: Sequence[int] = (), smaller_before: int | None = None) -> Verdict:
    """Return the verdict on a visit.

    `usual` holds the counts of the last good visits, newest first; `smaller_before` the count of the visit
    just before when that was judged `small`: a source that stays that small has become so.
    """
    troubles = {kind: count for kind, count in tally.faults.items() if kind not in HARMLESS and count}
    if tally.ads == 0:
        return _without_ads(tally, troubles)
    if reason := tally.interrupted or _faulty(tally, sum(troubles.values())):
        return Verdict("partial", reason)
    if not tally.limited and (reason := _small(tally.ads, usual, smaller_before)):
        return Verdict("small", reason)
    return Verdict("ok")


def _faulty(tally: Tally, failed: int) -> str:
    """Return what makes a visit partial; empty when nothing does."""
    if tally.listing_faults:
        return f"{tally.listing_faults} list requests failed"
    if failed > FAULTY_SHARE * (failed + tally.pages):
        return f"{failed} of {failed + tally.pages} pages failed"
    if tally.dropped > FAULTY_SHARE * (tally.dropped + tally.ads):
        return f"{tally.dropped} of {tally.dropped + tally.ads} items could not be read"
    return tally.emptied


def _without_ads(tally: Tally, troubles: Mapping[str, int]) -> Verdict:
    if tally.interrupted:
        return Verdict("partial", tally.interrupted)
    if troubles.get("blocked"):
        return Verdict("blocked", "the site does not let us in")
    if troubles or tally.listing_faults or tally.dropped:
        return Verdict("failed", "nothing could be read")
    return Verdict("empty", "no ad was found")


def _small(count: int, usual: Sequence[int], smaller_before: int | None) -> str:
    if not usual:
        return ""
    middle = median(usual[:HISTORY])
    if count >= SMALL_SHARE * middle or middle - count < SMALL_LEAST:
        return ""
    if smaller_before is not None and SMALL_SHARE * smaller_before <= count <= smaller_before / SMALL_SHARE:
        return ""
    return f"{count} ads where {middle:g} are usual"
