"""Arbeitnow: a JSON list of jobs, mostly in Germany, page by page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from crawler.base_spiders.base import Call
from crawler.base_spiders.json_list import JsonSource
from crawler.card import Card

_LAST_PAGE = 3
_SIGNATURE = '<p>Find <a href="https://www.arbeitnow.com'


class Arbeitnow(JsonSource):
    """The public API, newest first, three pages at most; it states no pay."""

    card = Card(
        name="arbeitnow",
        title="Arbeitnow",
        endpoint="https://www.arbeitnow.com/api/job-board-api?page={page}",
        documentation="https://www.arbeitnow.com/api/job-board-api",
        checked_on=date(2026, 11, 20),
        min_interval=6 * 3600,
        max_calls_per_day=12,
        attribution="Job from Arbeitnow (arbeitnow.com)",
        personal_data_dropped=("e-mails and phones in texts",),
        completeness="window",
        closing="by the ad's own page or age; only the first pages are read",
        licence="free, with a link back",
        default_on=True,
    )
    start = ("https://www.arbeitnow.com/api/job-board-api",)
    path = ("data",)

    def fields(self, item: Any, call: Call) -> Mapping[str, Any]:  # noqa: ARG002
        """Return the fields of a job."""
        return {
            "url": item["url"],
            "identifier": item["slug"],
            "title": item["title"],
            "description": item["description"].rsplit(_SIGNATURE, 1)[0],
            "hiring_organization": item.get("company_name"),
            "employment_type": item.get("job_types"),
            "job_location": item.get("location"),
            "remote": item.get("remote") is True,
            "date_posted": item.get("created_at"),
            "category": item.get("tags"),
        }

    def more(self, body: bytes, call: Call, count: int) -> Iterable[Call]:  # noqa: ARG002
        """Return the next page when the answer names one."""
        links = self.payload(body).get("links")
        if call.page < _LAST_PAGE and isinstance(links, Mapping) and links.get("next"):
            yield call._replace(url=f"{self.start[0]}?page={call.page + 1}", page=call.page + 1)
