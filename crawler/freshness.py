"""Whether a page is to be asked again. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, Protocol

TRUST_LASTMOD: Final = timedelta(days=3)
"""So long a page is not asked while its sitemap says that it has not changed; an ad may be filled without that."""
NO_AD: Final = timedelta(days=7)
"""So long a page without an ad is not asked again."""


class Known(Protocol):
    """What is known of an address (see `crawler.store.frontier.KnownState`)."""

    @property
    def lastmod(self) -> str:
        """Its sitemap's date when it was read."""

    @property
    def read_at(self) -> datetime | None:
        """When it was asked last; None when never."""

    @property
    def living(self) -> int:
        """How many ads that are not closed were seen on it last."""


def is_fresh(state: Known | None, lastmod: str, resume_from: datetime | None, now: datetime) -> bool:
    """Return whether what was read of a page stands in for asking it.

    `lastmod` is its sitemap's date now; `resume_from` the start of the round that a killed visit began.
    """
    if state is None or state.read_at is None or state.read_at > now:
        return False
    if resume_from is not None and state.read_at >= resume_from:
        return True
    age = now - state.read_at
    if lastmod:
        return lastmod == state.lastmod and age < (TRUST_LASTMOD if state.living else NO_AD)
    return not state.living and age < NO_AD
