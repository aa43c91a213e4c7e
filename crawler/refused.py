"""Sites that VeraVA does not crawl, with the reason; `verava sources` and the docs show them.

Facts of 2026-11-20. A site is refused for its terms or its robots.txt, or because it cannot be read honestly.
"""

from __future__ import annotations

from typing import Final, NamedTuple
from urllib.parse import urlsplit

from crawler.errors import SourceError


class Refusal(NamedTuple):
    """A site that is not crawled."""

    name: str
    """Name as people know it."""
    hosts: tuple[str, ...]
    """Hosts, subdomains included; a name that ends with a dot stands for every country's."""
    reason: str
    """Why not, and what would change that."""


REFUSED: Final = (
    Refusal(
        "LinkedIn", ("linkedin.com",), "terms forbid automated reading, and crawlers are blocked; no open API for ads"
    ),
    Refusal("Indeed", ("indeed.",), "terms forbid automated reading, and crawlers are blocked; no open API for ads"),
    Refusal("Glassdoor", ("glassdoor.",), "terms forbid automated reading; crawlers get 403"),
    Refusal("Upwork", ("upwork.com",), "terms forbid automated reading; its API needs an approved key"),
    Refusal(
        "We Work Remotely (pages)", ("weworkremotely.com",), "pages answer 403; the feed is open: crawl weworkremotely"
    ),
    Refusal("Reddit", ("reddit.com",), "without an approved key it answers 403 (since 2026-05) and its feeds 429"),
    Refusal("InfoJobs", ("infojobs.it", "infojobs.net"), "the documented API is for Spain; none was found for Italy"),
    Refusal(
        "Careerjet",
        ("careerjet.",),
        "the API wants the address and browser of the person who searches: not for a crawler",
    ),
    Refusal("AddLance", ("addlance.com",), "no feed and no API; terms could not be read: ask for permission first"),
    Refusal(
        "OnlineJobs.ph", ("onlinejobs.ph",), "no feed and no API; terms could not be read: ask for permission first"
    ),
    Refusal(
        "ClicLavoro, SIISL",
        ("cliclavoro.gov.it", "siisl.lavoro.gov.it"),
        "ads stand behind a login; there is no API for them",
    ),
    Refusal("EURES", ("eures.europa.eu",), "no documented API for ads; Italy supplied about 45 ads in 2024"),
)


def allowed_site(url: str) -> str:
    """Return `url` when its site may be asked; raises SourceError with the reason when it may not."""
    host = urlsplit(url if "://" in url else f"https://{url}").hostname or ""
    found = refusal(host)
    if found is not None:
        raise SourceError(f"{host}: not crawled: {found.reason} (see `verava sources`)")
    return url


def refusal(host: str) -> Refusal | None:
    """Return why the site at `host` is not crawled; None when it may be (its robots.txt still decides)."""
    labels = f".{host.lower().rstrip('.')}"
    for entry in REFUSED:
        for name in entry.hosts:
            if labels.endswith(f".{name}") or (name.endswith(".") and f".{name}" in labels):
                return entry
    return None
