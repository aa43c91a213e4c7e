"""The life of an ad: open, expired, closed, stale; and open again. Pure functions.

What a visit tells of an ad is a sign; a sign and the visit's trustworthiness make the ad's next standing. Two mistakes
are to be avoided: closing an ad because a crawl failed, and never closing one. So a list closes by absence only when
it is complete and was read without fault; a page that is gone closes; a refusal, a fault of the server or silence says
nothing; where many ads vanish at once, the next visit has to confirm it. Every standing can be taken back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal, NamedTuple

from crawler.ad import Ad

Sign = Literal["seen", "over", "absent", "gone", "bare", "elsewhere", "unknown"]
"""What a visit tells of an ad.

`seen`: it is listed, or its page states it · `over`: its page says that it is expired or filled · `absent`: a list that
should hold it does not · `gone`: its page answers 404 or 410 · `bare`: its page states no posting any more ·
`elsewhere`: its page redirects to another · `unknown`: refused, failed, not asked.
"""

MASS_SHARE: Final = 0.30
"""More ads of a source than this share gone at once: a second visit must confirm it (jobseek's guard: 30 %)."""
MASS_LEAST: Final = 5
"""Under this number of ads gone at once, no confirmation is asked."""
STALE_AFTER: Final = timedelta(days=45)
"""An open ad that nobody has seen for so long is stale: what became of it is unknown."""
SANE_STEP: Final = timedelta(days=400)
"""A clock further than this ahead of the visit before, or behind it, is not believed."""


class Standing(NamedTuple):
    """Where an ad stands and why."""

    status: str
    """`open`, `expired`, `closed` or `stale`."""
    reason: str
    """Why, in a few words; empty for an ad that was never anything but open."""


@dataclass(frozen=True, slots=True)
class Life:
    """An ad's standing between two visits."""

    status: str = "open"
    """`open`, `expired`, `closed` or `stale`."""
    reason: str = ""
    """Why it stands there."""
    missing: int = 0
    """Visits in a row that should have shown it and did not."""


@dataclass(frozen=True, slots=True)
class Trust:
    """How far a visit may be believed."""

    verdict: str = "ok"
    """The visit's verdict (see `crawler.verdict`)."""
    complete: bool = True
    """False when it was limited or cut short."""
    authoritative: bool = False
    """True when the source's list holds every open ad."""
    mass: bool = False
    """True when so many ads vanished at once that it must be confirmed."""


_REASONS: Final = {
    "absent": "no longer listed",
    "gone": "page is gone",
    "bare": "page states no posting",
    "elsewhere": "page redirects elsewhere",
}


def standing(ad: Ad, now: datetime) -> Standing:
    """Return where `ad`, just seen at `now` (UTC), stands."""
    if ad.expired:
        return Standing("expired", "page says so")
    if past(ad.valid_through, now):
        return Standing("expired", "valid_through")
    return Standing("open", "")


def past(valid_through: str | None, now: datetime) -> bool:
    """Return whether the last day of an ad lies behind `now`; the day itself still counts."""
    return bool(valid_through) and str(valid_through)[:10] < now.date().isoformat()


def next_life(life: Life, sign: Sign, trust: Trust) -> Life:
    """Return where an ad stands after a visit."""
    if sign == "seen":
        back = life.status in {"closed", "stale"}
        return Life("open", "listed again" if back else "" if life.status == "expired" else life.reason)
    if sign == "over":
        return Life("expired", "page says so")
    if sign == "unknown" or life.status == "closed" or not _counts(sign, trust):
        return life
    missing = life.missing + 1
    if missing < _needed(sign, trust):
        return Life(life.status, life.reason, missing)
    return Life("closed", _REASONS[sign], missing)


def is_mass(vanished: int, known: int) -> bool:
    """Return whether so many of a source's `known` open ads vanished at once that it must be confirmed."""
    return vanished >= MASS_LEAST and vanished > MASS_SHARE * known


def is_stale(status: str, last_seen: datetime, now: datetime) -> bool:
    """Return whether an ad has gone unseen for so long that its standing is unknown."""
    return status == "open" and now - last_seen > STALE_AFTER


def sane_clock(now: datetime, before: Iterable[datetime]) -> bool:
    """Return whether `now` may be believed, given when the visits before took place."""
    return all(timedelta(0) <= now - moment <= SANE_STEP for moment in before)


def _counts(sign: Sign, trust: Trust) -> bool:
    """Return whether the sign counts against an ad; a page speaks for itself, a list only when it can be trusted.

    A partial visit to several lists may be trusted for those that were read: `absent` is a sign of such a list only.
    """
    if sign != "absent":
        return True
    return trust.authoritative and trust.complete and trust.verdict in {"ok", "small", "partial"}


def _needed(sign: Sign, trust: Trust) -> int:
    """Return how many visits in a row must agree before an ad is closed."""
    doubtful = trust.mass or (sign == "absent" and trust.verdict == "small")
    return 2 if doubtful or sign in {"bare", "elsewhere"} else 1
