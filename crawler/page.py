"""A page → its ads: JSON-LD first, then microdata; for a page without either, its visible text."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import etree

from crawler.ad import Ad
from crawler.html import element_text, one_line, parse_html, visible_text
from crawler.jsonld import find_postings, read_scripts
from crawler.lifecycle import standing
from crawler.mapping import build_ad, canonical_url, line
from crawler.microdata import find_items
from crawler.posting import posting_to_ad, posting_url
from crawler.tombstone import is_tombstone, may_be_tombstone

_ASIDE = frozenset({"nav", "footer", "aside"})
_WEB = ("http://", "https://")
_OTHER_ADS = re.compile(
    r"(?:^|\s)(?:related[\w-]*|similar[\w-]*|sidebar|correlat[io]|simili|altr[ie]-[\w-]*|more-jobs|other-jobs)(?:\s|$)",
    re.IGNORECASE,
)
"""Classes and ids of boxes that speak of other ads."""


def page_to_ads(html: str, url: str, source: str | None = None) -> list[Ad]:
    """Return the ads of a page; of one without structured data, its visible text as one ad (none of an empty page)."""
    root = parse_html(html)
    if root is None:
        text = visible_text(html)
        return [_from_text(text, url, source, expired=False)] if text else []
    ads = _postings(root, url, source)
    if ads:
        return ads
    text = element_text(root)
    title = line(root.findtext(".//h1") or root.findtext(".//title") or "")
    return [_from_text(text, url, source, title=title, expired=is_tombstone(_notices(root)))] if text else []


def postings_on_page(html: str, url: str, source: str | None = None) -> list[Ad]:
    """Return the ads that a page states as JobPosting; none for a page without structured data.

    `source` is by default the host. `Ad.expired` is set when the page says that the ad is over, or its
    `validThrough` has passed.
    """
    root = parse_html(html)
    return [] if root is None else _postings(root, url, source)


def is_expired_page(html: str) -> bool:
    """Return whether a page says that its ad is closed, expired or filled; it may state no posting any more."""
    root = parse_html(html)
    return root is not None and is_tombstone(_notices(root))


def _postings(root: etree._Element, url: str, source: str | None) -> list[Ad]:
    nodes: Sequence[dict[str, Any]] = find_postings(read_scripts(root)) or find_items(root)
    page_url = _page_url(root, url)
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    found: dict[str, Ad] = {}
    for node in nodes:
        own = posting_url(node, page_url) if len(nodes) > 1 or urlsplit(page_url).path in {"", "/"} else ""
        ad = posting_to_ad(node, own or page_url, source or _host(url), language=language)
        if ad is None or _is_teaser(ad, page_url):
            continue
        identity = ad.identifier if own or url.startswith(_WEB) else url
        if not own and len(nodes) > 1:
            identity = f"{identity}#{'-'.join(ad.title.lower().split())[:80]}"
        found.setdefault(identity, dataclasses.replace(ad, identifier=identity))
    over = (
        len(found) == 1
        and may_be_tombstone(str(etree.tostring(root, method="text", encoding="unicode")))
        and is_tombstone(_notices(root, {each for ad in found.values() for each in ad.description.split("\n")}))
    )
    now = datetime.now(UTC)
    return [dataclasses.replace(ad, expired=over or standing(ad, now).status == "expired") for ad in found.values()]


def _is_teaser(ad: Ad, page_url: str) -> bool:
    """Return whether a list only points to an ad: its own page will tell it whole."""
    return not ad.description and ad.url != page_url


def _page_url(root: etree._Element, url: str) -> str:
    """Return the page's canonical address when it names one on its own host; a home page counts as a mistake."""
    asked = canonical_url(url) if url.startswith(_WEB) else f"https://{_host(url)}/"
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            try:
                named = canonical_url(urljoin(asked, link.get("href") or ""))
            except ValueError:
                return asked
            same = urlsplit(named).hostname == urlsplit(asked).hostname
            return named if same and urlsplit(named).path not in {"", "/"} else asked
    return asked


def _notices(root: etree._Element, ad_lines: frozenset[str] | set[str] = frozenset()) -> str:
    """Return the visible lines that may speak of the ad's end: not the ad's own, nor those of sidebars."""
    text = element_text(root, without=_is_aside)
    return "\n".join(each for each in text.split("\n") if each not in ad_lines)


def _is_aside(element: etree._Element) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:500]
    return element.tag in _ASIDE or (element.tag != "body" and _OTHER_ADS.search(names) is not None)


def _from_text(text: str, url: str, source: str | None, *, expired: bool, title: str = "") -> Ad:
    address = url if url.startswith(_WEB) else f"https://{_host(url)}/"
    return build_ad(
        source=source or _host(url),
        url=address,
        identifier=url,
        title=title or one_line(text)[:80],
        description=text,
        expired=expired,
    )


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "file.test").lower()
