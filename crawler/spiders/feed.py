"""Any feed of job ads: RSS, Atom or JSON Feed, by address."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from crawler.base_spiders.base import Call
from crawler.base_spiders.feed import Entry, FeedSource
from crawler.card import Card


class Feed(FeedSource):
    """A feed that you list; what feeds have in common is read, and a company or a place where there is one."""

    card = Card(
        name="feed",
        title="Any RSS, Atom or JSON feed",
        endpoint="any feed that is listed",
        documentation=None,
        checked_on=date(2026, 11, 20),
        boards="addresses of feeds (https://annunci.esempio.test/feed.xml)",
        min_interval=3600,
        max_calls_per_day=200,
        attribution="",
        personal_data_dropped=("authors", "e-mails and phones in texts"),
        completeness="window",
        closing="by the ad's own page or age; a feed holds the newest only",
        licence="terms are each site's own: read them before you list a feed",
        default_on=False,
    )
    start = ("{board}",)

    def fields(self, item: Entry, call: Call) -> Mapping[str, Any]:
        """Return the fields of an entry."""
        host = urlsplit(call.board).hostname or ""
        name = item.get("guid") or item.get("id") or item.get("link") or item["url"]
        texts = [
            item.get(key, "")
            for key in ("encoded", "content", "content_html", "content_text", "description", "summary")
        ]
        return {
            "url": item.get("link") or item.get("url") or item["guid"],
            "identifier": name if name.startswith("http") else f"{host}/{name}",
            "title": item.get("title"),
            "description": next((text for text in texts if text), ""),
            "hiring_organization": item.get("company"),
            "job_location": item.get("location"),
            "date_posted": next(
                (item[key] for key in ("pubdate", "published", "date_published", "date", "updated") if item.get(key)),
                None,
            ),
            "category": item.get("category", "").split("\n"),
            "language": item.get("language"),
            "attribution": f"From {host}",
        }
