"""WP Job Manager: a WordPress site's job board through its feed, where the REST API is closed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from crawler.base_spiders.base import Call
from crawler.base_spiders.feed import Entry, FeedSource
from crawler.card import Card
from crawler.salary import read_salary

_LAST_PAGE = 20


class WpJobFeed(FeedSource):
    """The plugin's feed. Page two is often a 404 with a valid feed in it; pay has neither currency nor unit."""

    card = Card(
        name="wpjobfeed",
        title="WP Job Manager feeds",
        endpoint="https://{board}/?feed=job_feed&paged={page}",
        documentation="https://github.com/Automattic/WP-Job-Manager",
        checked_on=date(2026, 11, 20),
        boards="addresses of sites (https://annunci.esempio.test/)",
        min_interval=6 * 3600,
        max_calls_per_day=100,
        attribution="",
        personal_data_dropped=("the author", "e-mails and phones in texts"),
        completeness="window",
        closing="by the ad's own page; a filled job stays in the feed",
        licence="terms are each site's own: read them before you list a site",
        default_on=False,
    )
    start = ("{board}/?feed=job_feed",)

    def __init__(self, boards: Sequence[str] = ()) -> None:
        super().__init__(boards)
        self._seen: set[str] = set()

    def fields(self, item: Entry, call: Call) -> Mapping[str, Any]:
        """Return the fields of an entry."""
        salary, pay_raw = read_salary(item.get("salary", ""))
        self._seen.add(item["link"])
        return {
            "url": item["link"],
            "identifier": item.get("guid") or item.get("id") or item["link"],
            "title": item["title"],
            "description": item.get("encoded") or item.get("description"),
            "hiring_organization": item.get("company"),
            "employment_type": item.get("job_type", "").split(","),
            "base_salary": salary,
            "pay_raw": pay_raw,
            "job_location": item.get("location"),
            "date_posted": item.get("pubdate"),
            "category": item.get("category", "").split("\n"),
            "attribution": f"From {urlsplit(call.board).hostname}",
        }

    def items(self, body: bytes, call: Call) -> Iterable[Any]:
        """Return the entries that were not on an earlier page."""
        return [entry for entry in super().items(body, call) if entry.get("link") not in self._seen]

    def more(self, body: bytes, call: Call, count: int) -> Iterable[Call]:  # noqa: ARG002
        """Return the next page after one that held something new; a page that is not there ends the list."""
        if count and call.page < _LAST_PAGE:
            url = f"{call.board.rstrip('/')}/?feed=job_feed&paged={call.page + 1}"
            yield call._replace(url=url, page=call.page + 1, missing_ends=True)
