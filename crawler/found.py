"""What travels from the spiders to the store: ads with their page, pages, and addresses that are yet to be asked."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from crawler.ad import Ad

LONGEST: Final = 2_083
"""Bytes of an address that is asked and kept: browsers ask no longer one, and a key of PostgreSQL holds 2,704."""

Word = Literal["known", "read", "same", "fresh", "gone", "over", "bare", "elsewhere"]
"""What came of an address.

`known`: not asked yet · `read`: read to its end · `same`: asked, not changed since it was read ·
`fresh`: not asked, since what was read of it is fresh enough · `gone`: 404 or 410 ·
`over`: states no posting, and says that the ad is over · `bare`: states no posting ·
`elsewhere`: redirects to another page, which states none.
"""


class FoundAd(NamedTuple):
    """An ad and the address of the answer that held it."""

    ad: Ad
    page: str


class ReadPage(NamedTuple):
    """An address that was dealt with; comes after all its ads."""

    url: str
    """Address that was asked."""
    word: Word = "read"
    """What came of it."""
    etag: str = ""
    """The answer's ETag; empty when the address must be asked anew each time."""
    last_modified: str = ""
    """The answer's Last-Modified; empty likewise."""
    ads: int = 0
    """How many ads it held."""
    lastmod: str = ""
    """When it last changed, as its sitemap says; empty when that is unknown."""


class KnownPage(NamedTuple):
    """An address that was come upon and is to be asked."""

    url: str
    """Address."""


Finding = FoundAd | ReadPage | KnownPage


class Batch(NamedTuple):
    """What is written in one transaction."""

    ads: tuple[FoundAd, ...] = ()
    pages: tuple[ReadPage, ...] = ()
    known: tuple[KnownPage, ...] = ()
