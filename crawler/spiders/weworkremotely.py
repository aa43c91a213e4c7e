"""We Work Remotely: its feed, and never its pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from crawler.base_spiders.base import Call
from crawler.base_spiders.feed import Entry, FeedSource
from crawler.card import Card

_HEAD = re.compile(r"^\s{0,20}(?:<img[^<>]{0,1000}>\s{0,20})?<p>\s{0,20}<strong>Headquarters:.{0,2000}?</p>", re.DOTALL)
_TAIL = re.compile(r"<p>\s{0,5}<strong>To apply:</strong>[^\n]{0,2000}\s{0,20}$")
_SYMBOL = re.compile("[\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff]")


class WeWorkRemotely(FeedSource):
    """The feed of all categories. Titles are `Company: Title`; texts have a head and a tail of the site's own."""

    card = Card(
        name="weworkremotely",
        title="We Work Remotely",
        endpoint="https://weworkremotely.com/remote-jobs.rss",
        documentation="https://weworkremotely.com/remote-job-rss-feed",
        checked_on=date(2026, 11, 20),
        min_interval=3600,
        max_calls_per_day=24,
        attribution="Job from We Work Remotely (weworkremotely.com)",
        personal_data_dropped=("e-mails and phones in texts", "logos"),
        completeness="window",
        closing="by `expires_at`; the feed holds the newest only, and the pages may not be visited",
        licence="anyone may use the feed and attribute the links; the pages are closed to crawlers, never visited",
        default_on=True,
    )
    start = ("https://weworkremotely.com/remote-jobs.rss",)

    def fields(self, item: Entry, call: Call) -> Mapping[str, Any]:  # noqa: ARG002
        """Return the fields of an entry."""
        company, colon, title = item["title"].partition(": ")
        places = [_SYMBOL.sub("", item.get(name, "")).strip() for name in ("region", "country", "state")]
        return {
            "url": item["link"],
            "identifier": item.get("guid") or item["link"],
            "title": title if colon else item["title"],
            "description": _TAIL.sub("", _HEAD.sub("", item["description"].strip())),
            "hiring_organization": company if colon else "",
            "employment_type": item.get("type"),
            "job_location": places,
            "remote": True,
            "date_posted": item.get("pubdate"),
            "valid_through": item.get("expires_at"),
            "category": [item.get("category"), *item.get("skills", "").split(", ")],
            "language": item.get("language"),
        }
