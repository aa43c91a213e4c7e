"""Sitemaps (sitemaps.org): the pages of a site, and further sitemaps. Reads broken and compressed ones."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import Final, NamedTuple

from lxml import etree

MAX_BYTES: Final = 50 * 1024 * 1024
"""Bytes of one sitemap, unpacked: the protocol's own limit."""
MAX_ENTRIES: Final = 50_000
"""Entries of one sitemap: the protocol's own limit."""


class Entry(NamedTuple):
    """One address that a sitemap lists."""

    url: str
    """Address, as listed."""
    lastmod: str = ""
    """When it last changed, as listed; empty when the sitemap does not say."""


class Sitemap(NamedTuple):
    """What a sitemap holds; both empty when it is none."""

    pages: tuple[Entry, ...] = ()
    """Pages of the site."""
    sitemaps: tuple[Entry, ...] = ()
    """Further sitemaps, of an index."""


def read_sitemap(body: bytes) -> Sitemap:
    """Return what a sitemap or sitemap index holds, also gzipped or as plain text with an address a line."""
    data = _unpacked(body)
    if data.lstrip()[:1] != b"<":
        return Sitemap(pages=tuple(_from_text(data)))
    pages: list[Entry] = []
    sitemaps: list[Entry] = []
    for kind, entry in _from_xml(data):
        (pages if kind == "url" else sitemaps).append(entry)
        if len(pages) + len(sitemaps) >= MAX_ENTRIES:
            break
    return Sitemap(tuple(pages), tuple(sitemaps))


def looks_like_sitemap(body: bytes) -> bool:
    """Return whether an answer is a sitemap, judged by its first tags."""
    head = _unpacked(body, 4096)[:4096].lower()
    return b"<urlset" in head or b"<sitemapindex" in head


def _unpacked(body: bytes, most: int = MAX_BYTES) -> bytes:
    if body[:2] != b"\x1f\x8b":
        return body
    try:
        return zlib.decompressobj(wbits=31).decompress(body, most)
    except zlib.error:
        return b""


def _from_text(data: bytes) -> Iterator[Entry]:
    for line in data[: 4 * 1024 * 1024].decode("utf-8", "replace").splitlines()[:MAX_ENTRIES]:
        if line.strip().startswith(("http://", "https://")):
            yield Entry(line.strip())


def _from_xml(data: bytes) -> Iterator[tuple[str, Entry]]:
    """Yield (`url` or `sitemap`, entry); entities are not expanded, what is broken is passed over."""
    parser = etree.iterparse(
        io.BytesIO(data),
        events=("end",),
        recover=True,
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
    )
    try:
        for _, element in parser:
            kind = _name(element)
            if kind not in {"url", "sitemap"}:
                continue
            values = {_name(child): (child.text or "").strip() for child in element if isinstance(child.tag, str)}
            element.clear()
            if values.get("loc", "").startswith(("http://", "https://")):
                yield kind, Entry(values["loc"], values.get("lastmod", ""))
    except etree.XMLSyntaxError:
        return


def _name(element: etree._Element) -> str:
    return str(etree.QName(element).localname).lower() if isinstance(element.tag, str) else ""
