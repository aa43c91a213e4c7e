"""A source whose answer is a feed: RSS, RDF, Atom or JSON Feed; elements are found by local name."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from lxml import etree

from crawler.ad import Ad
from crawler.base_spiders.base import Call, Source
from crawler.html import clean, decode
from crawler.mapping import build_ad

Entry = Mapping[str, str]
"""One entry: local name in lower case → text; names that occur again are joined by newlines."""


class FeedSource(Source):
    """A feed; a subclass maps one entry."""

    def items(self, body: bytes, call: Call) -> Iterable[Any]:  # noqa: ARG002 - the call matters to some
        """Return the entries; raises SourceError when the answer is no feed."""
        entries = read_feed(body)
        if entries is None:
            raise self.wrong("a feed", body)
        return entries

    def fields(self, item: Entry, call: Call) -> Mapping[str, Any] | None:
        """Return the entry's fields as `build_ad` takes them; None when it is no ad."""
        raise NotImplementedError

    def ad(self, item: Any, call: Call) -> Ad | None:
        """Return the ad of one entry."""
        found = self.fields(item, call)
        if found is None:
            return None
        return build_ad(**{"source": self.card.name, "attribution": self.card.attribution, **found})


def read_feed(body: bytes) -> list[Entry] | None:
    """Return the entries of a feed; None when the bytes are no whole feed."""
    start = body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start == b"{":
        return _json_feed(body)
    root = read_xml(body)
    if root is None or _local(root) not in {"rss", "rdf", "feed"}:
        return None
    language = _feed_language(root)
    return [
        {"language": language} | _entry(element)
        for element in root.iter(etree.Element)
        if _local(element) in {"item", "entry"}
    ]


def read_xml(body: bytes) -> etree._Element | None:
    """Return the root of an XML answer; None when it is not whole. No entity is resolved, nothing is fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        return etree.fromstring(body.strip(), parser)
    except (etree.XMLSyntaxError, ValueError):
        pass
    text = clean(decode(body)).strip()
    end = text.find("?>") + 2 if text.startswith("<?xml") else 0
    try:
        return etree.fromstring(text[end:].strip().encode(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _entry(element: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for child in element.iterchildren(etree.Element):
        name = _local(child)
        text = "".join(map(str, child.itertext())).strip()
        if name == "link" and not text:
            if child.get("rel", "alternate") != "alternate":
                continue
            text = child.get("href") or ""
        if name == "category" and not text:
            text = child.get("label") or child.get("term") or ""
        if child.get("isPermaLink", "").lower() == "false" and name == "guid":
            name = "id"
        if name in found and name in {"title", "link"}:
            continue
        found[name] = f"{found[name]}\n{text}" if found.get(name) and text else found.get(name) or text
    return found


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _feed_language(root: etree._Element) -> str:
    for element in root.iter(etree.Element):
        if _local(element) == "language" and element.text:
            return element.text.strip()
        if _local(element) in {"item", "entry"}:
            break
    return root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""


def _json_feed(body: bytes) -> list[Entry] | None:
    try:
        feed = json.loads(body.decode("utf-8-sig"), strict=False)
    except (ValueError, RecursionError):
        return None
    entries = feed.get("items")
    if not isinstance(entries, list):
        return None
    language = feed.get("language") if isinstance(feed.get("language"), str) else ""
    found: list[Entry] = []
    for entry in entries:
        if isinstance(entry, dict):
            texts = {str(name).lower(): value for name, value in entry.items() if isinstance(value, str)}
            tags = entry.get("tags")
            texts["category"] = "\n".join(tag for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else ""
            found.append({"language": language} | texts)
    return found
