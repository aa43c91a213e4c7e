"""Himalayas: a JSON search for virtual assistants, page by page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from crawler.base_spiders.base import Call
from crawler.base_spiders.json_list import JsonSource
from crawler.card import Card
from crawler.salary import make_salary

_PAGE = 20
_LAST_PAGE = 10
_SIGNATURE = "<p>Originally posted on"


class Himalayas(JsonSource):
    """Himalayas' public API. The whole list holds over 100,000 jobs, so a search is asked, ten pages at most."""

    card = Card(
        name="himalayas",
        title="Himalayas",
        endpoint="https://himalayas.app/jobs/api/search?q=virtual%20assistant&sort=recent&page={page}",
        documentation="https://himalayas.app/api",
        checked_on=date(2026, 11, 20),
        min_interval=24 * 3600,
        max_calls_per_day=20,
        delay_of_data="one day",
        attribution="Job from Himalayas (himalayas.app)",
        personal_data_dropped=("e-mails and phones in texts", "company logo"),
        completeness="search",
        closing="by `expiryDate` or the ad's own page; a search is never complete",
        licence="free with a link back and the name Himalayas; not to be submitted elsewhere",
        default_on=True,
    )
    start = ("https://himalayas.app/jobs/api/search?q=virtual%20assistant&sort=recent&page=1",)
    path = ("jobs",)

    def fields(self, item: Any, call: Call) -> Mapping[str, Any]:  # noqa: ARG002
        """Return the fields of a job. The company was the word "name" in 2026; its slug stands in."""
        company = item.get("companyName") or ""
        if company in {"", "name"}:
            company = (item.get("companySlug") or "").replace("-", " ").title()
        return {
            "url": item.get("applicationLink") or item["guid"],
            "identifier": item.get("guid") or item["applicationLink"],
            "title": item["title"],
            "description": (item.get("description") or item.get("excerpt") or "").rsplit(_SIGNATURE, 1)[0],
            "hiring_organization": company,
            "employment_type": item.get("employmentType"),
            "base_salary": make_salary(
                item.get("minSalary"), item.get("maxSalary"), item.get("currency"), item.get("salaryPeriod")
            ),
            "job_location": item.get("locationRestrictions"),
            "remote": True,
            "date_posted": item.get("pubDate"),
            "valid_through": item.get("expiryDate"),
            "category": [
                each.replace("-", " ")
                for name in ("categories", "parentCategories", "seniority")
                for each in item.get(name) or []
            ],
        }

    def more(self, body: bytes, call: Call, count: int) -> Iterable[Call]:  # noqa: ARG002
        """Return the next page while pages are full."""
        if count >= _PAGE and call.page < _LAST_PAGE:
            yield call._replace(url=f"{call.url.rpartition('=')[0]}={call.page + 1}", page=call.page + 1)
