"""What travels from the spiders to the store: ads with their page, and pages that were read to the end."""

from __future__ import annotations

from typing import NamedTuple

from crawler.ad import Ad


class FoundAd(NamedTuple):
    """An ad and the address of the answer that held it."""

    ad: Ad
    page: str


class ReadPage(NamedTuple):
    """An answer that was read to its end; comes after all its ads."""

    url: str
    """Address that was asked."""
    status: int = 200
    """HTTP status of the answer: 200, 304, or 404 and 410 for a page that is gone."""
    etag: str = ""
    """The answer's ETag; empty when the page must be asked anew each time."""
    last_modified: str = ""
    """The answer's Last-Modified; empty likewise."""
    ads: int = 0
    """How many ads it held."""


Finding = FoundAd | ReadPage
