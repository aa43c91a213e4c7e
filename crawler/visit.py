"""A visit: one source or site in one crawl, and what is noted about it on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Self
from urllib.parse import quote, urlsplit

from crawler.errors import SourceError, StoreError
from crawler.faults import HARMLESS, Fault
from crawler.store.history import Past

if TYPE_CHECKING:
    from crawler.config import Config
    from crawler.found import Batch, Finding, FoundAd, ReadPage
    from crawler.middlewares.reservation import ReservationBook
    from crawler.middlewares.robots import RobotsBook
    from crawler.mirror import Mirror
    from crawler.pace import Pace
    from crawler.runs import RunRecorder
    from crawler.store.frontier import KnownState

MAX_NOTES: Final = 20
"""Distinct errors kept of a visit; all are counted."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be visited: a named source, or a site by its address."""

    source: str
    """Name of the source; for a site its host."""
    url: str | None = None
    """Address of the site; None for a named source."""

    @property
    def is_page(self) -> bool:
        """Return whether one page of a site is meant, not the whole site."""
        return self.url is not None and urlsplit(self.url).path not in {"", "/"}

    @classmethod
    def site(cls, url: str) -> Self:
        """Return the job of visiting the site (or the page) at `url`; raises SourceError when that is no address."""
        address = url.strip() if "://" in url else f"https://{url.strip()}"
        try:
            host = host_of(address)
        except ValueError:
            host = ""
        if not host or any(letter.isspace() for letter in address):
            raise SourceError(f"{url!r} is no address; give one like https://annunci.esempio.it/")
        return cls(host, address)


@dataclass(slots=True)
class Shared:
    """What all visits of a crawl have in common."""

    config: Config
    pace: Pace
    robots: RobotsBook
    mirror: Mirror | None
    allow_private: bool
    reservations: ReservationBook
    recorder: RunRecorder | None = None
    """Takes what is found; None for a page that is only looked at."""
    on_change: Callable[[], None] = lambda: None
    """Called when a visit got further, for the progress line."""
    stop: Callable[[str], None] = lambda _reason: None
    """Ends all visits, for the reason given."""


@dataclass(slots=True)
class Visit:
    """One job while it runs; the components of its crawl write here."""

    job: Job
    shared: Shared
    limit: int | None = None
    budget: int | None = None
    """Requests that the source's daily budget still allows; None for no budget."""
    authoritative: bool = False
    """True when the source's list holds every open ad."""
    secrets: tuple[str, ...] = ()
    """Keys of the user's that stand in addresses; never written anywhere."""
    past: Past = field(default_factory=Past)
    """What the visits before tell."""
    known: Mapping[str, KnownState] = field(default_factory=dict)
    """Address → what the store knows of it, as of the visit's begin."""
    requests: int = 0
    """Requests sent, robots.txt and retries included."""
    pages: int = 0
    """Answers that were read, or had not changed."""
    ads: int = 0
    """Ads seen, each once; those on pages that had not changed included."""
    faults: Counter[str] = field(default_factory=Counter)
    """Kind of fault → how often."""
    listing_faults: int = 0
    """Faults of lists (feeds, API pages, sitemaps): what they held is unknown."""
    failed_lists: set[str] = field(default_factory=set)
    """Addresses of those lists."""
    dropped: int = 0
    """Items of lists that could not be made into ads."""
    notes: list[str] = field(default_factory=list)
    """Distinct errors, the first ones."""
    limited: bool = False
    """True when it ended at `limit`."""
    interrupted: str = ""
    """Why it was ended before its end; empty when it was not."""
    flush: Callable[[], None] = lambda: None
    """Writes what is waiting for the store; set by the step that saves."""
    put: Callable[[Finding], None] = lambda _finding: None
    """Takes a finding that needs no step but the last; set by that step."""
    take: Callable[[FoundAd | ReadPage], None] = lambda _finding: None
    """Takes what an answer held, through all steps; set by the account."""
    watch: Callable[[Any], Any] = lambda request: request
    """Returns a request with an errback that keeps account of it; set by the account."""

    def save(self, batch: Batch) -> None:
        """Store findings in one transaction; a store that fails ends the crawl, with what it had stored.

        After that nothing more is stored: a page of a later batch would count as read though its ad was lost before.
        """
        if self.shared.recorder is None or self.faults["store"]:
            return
        try:
            self.ads += self.shared.recorder.save(self.job.source, batch, requests=self.requests)
        except StoreError as error:
            self.faults["store"] += 1
            self.note(str(error))
            self.interrupted = "the store cannot be written"
            self.shared.stop(self.interrupted)
            return
        self.shared.on_change()

    def fault(self, fault: Fault, url: str, *, listing: bool) -> None:
        """Note that the request for `url` failed."""
        self.faults[fault.kind] += 1
        self.listing_faults += listing
        if listing:
            self.failed_lists.add(url)
        if listing or fault.kind not in HARMLESS:
            self.note(f"{fault.text} ({url[:120]})" if url else fault.text)

    def note(self, text: str) -> None:
        """Keep an error for the summary, once."""
        line = self.clean(text).encode("utf-8", "replace").decode().replace("\0", "\ufffd")
        if line not in self.notes and len(self.notes) < MAX_NOTES:
            self.notes.append(line)

    def clean(self, text: str) -> str:
        """Return `text` without the user's keys."""
        for secret in self.secrets:
            text = text.replace(secret, "***").replace(quote(secret, safe=""), "***")
        return text


def visit_of(crawler: Any) -> Visit:
    """Return the visit that a Scrapy crawler belongs to."""
    visit: Visit = crawler.visit
    return visit


def asked_url(request: Any) -> str:
    """Return the address that was asked first, before redirects; empty without a request."""
    if request is None:
        return ""
    return str((request.meta.get("redirect_urls") or [request.url])[0])


def host_of(url: str) -> str:
    """Return host, and port where it is not the scheme's own, in lower case."""
    parts = urlsplit(url)
    port = parts.port if parts.port not in {None, 80, 443} else None
    return f"{(parts.hostname or '').lower()}{f':{port}' if port else ''}"
