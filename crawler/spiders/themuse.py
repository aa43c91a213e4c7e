"""The Muse: a JSON search for remote office work, page by page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from crawler.base_spiders.base import Call
from crawler.base_spiders.json_list import JsonSource
from crawler.card import Card

_LAST_PAGE = 5
_QUERY = "category=Administration%20and%20Office&location=Flexible%20%2F%20Remote"


class TheMuse(JsonSource):
    """The public API, remote administration and office work, five pages at most; it states no pay."""

    card = Card(
        name="themuse",
        title="The Muse",
        endpoint=f"https://www.themuse.com/api/public/jobs?page={{page}}&{_QUERY}",
        documentation="https://www.themuse.com/developers/api/v2",
        checked_on=date(2026, 11, 20),
        min_interval=24 * 3600,
        max_calls_per_day=10,
        attribution="Job from The Muse (themuse.com)",
        personal_data_dropped=("e-mails and phones in texts",),
        completeness="search",
        closing="by the ad's own page or age; a search is never complete",
        licence="free up to 500 calls an hour without a key, with a link back",
        default_on=True,
    )
    start = (f"https://www.themuse.com/api/public/jobs?page=1&{_QUERY}",)
    path = ("results",)

    def items(self, body: bytes, call: Call) -> Iterable[Any]:
        """Return the jobs; the list was called `jobs` for a time."""
        payload = self.payload(body)
        listed = payload.get("jobs") if isinstance(payload, Mapping) else None
        return listed if isinstance(listed, list) else super().items(body, call)

    def fields(self, item: Any, call: Call) -> Mapping[str, Any]:  # noqa: ARG002
        """Return the fields of a job."""
        places = [place["name"] for place in item.get("locations") or []]
        return {
            "url": item["refs"]["landing_page"],
            "identifier": item["id"],
            "title": item["name"],
            "description": item["contents"],
            "hiring_organization": (item.get("company") or {}).get("name"),
            "job_location": places,
            "remote": any("remote" in place.lower() for place in places),
            "date_posted": item.get("publication_date"),
            "category": [each["name"] for name in ("categories", "levels") for each in item.get(name) or []],
        }

    def more(self, body: bytes, call: Call, count: int) -> Iterable[Call]:  # noqa: ARG002
        """Return the next page while there is one."""
        pages = self.payload(body).get("page_count")
        if isinstance(pages, int) and call.page < min(pages - 1, _LAST_PAGE):
            yield call._replace(url=call.url.replace(f"page={call.page}", f"page={call.page + 1}"), page=call.page + 1)
