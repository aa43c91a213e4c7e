"""Freelancer.com: open projects in JSON, with a token."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from crawler.base_spiders.base import Call
from crawler.base_spiders.json_list import JsonSource
from crawler.card import Card
from crawler.salary import make_salary

_TOKEN = "FREELANCER_OAUTH_TOKEN"  # noqa: S105 - the name of a variable
_PAGE = 50
_LAST_PAGE = 4
_QUERY = "query=virtual+assistant&full_description=true&job_details=true&location_details=true&limit=50&offset=0"


class Freelancer(JsonSource):
    """The project search; a fixed budget is for the whole project, so it has no unit of time."""

    card = Card(
        name="freelancer",
        title="Freelancer.com",
        endpoint="https://www.freelancer.com/api/projects/0.1/projects/active/",
        documentation="https://developers.freelancer.com/docs/projects/projects",
        checked_on=date(2026, 11, 20),
        key=(_TOKEN,),
        min_interval=6 * 3600,
        max_calls_per_day=40,
        attribution="Project on Freelancer.com",
        personal_data_dropped=("the owner", "bids", "e-mails and phones in texts"),
        completeness="search",
        closing="by the end of bidding or age; a search is never complete",
        in_reports=False,
        licence="terms of the API (2017-12-21) are accepted by use: read them before you set a token",
        default_on=False,
    )
    start = (f"https://www.freelancer.com/api/projects/0.1/projects/active/?{_QUERY}",)
    path = ("result", "projects")

    def calls(self) -> list[Call]:
        """Return the first page, with the token in a header; raises SourceError when it is not set."""
        return [call._replace(headers={"freelancer-oauth-v1": self._key(_TOKEN)}) for call in super().calls()]

    def fields(self, item: Any, call: Call) -> Mapping[str, Any] | None:  # noqa: ARG002
        """Return the fields of a project; None for one that is not public."""
        if item.get("nonpublic") or item.get("deleted"):
            return None
        budget, place = item.get("budget") or {}, item.get("location") or {}
        country = (place.get("country") or {}).get("name")
        return {
            "url": f"https://www.freelancer.com/projects/{item['seo_url']}",
            "identifier": item["id"],
            "title": item["title"],
            "description": item.get("description") or item.get("preview_description"),
            "employment_type": item.get("type"),
            "base_salary": make_salary(
                budget.get("minimum"),
                budget.get("maximum"),
                (item.get("currency") or {}).get("code"),
                "HOUR" if item.get("type") == "hourly" else None,
            ),
            "job_location": ", ".join(part for part in (place.get("city"), country) if part),
            "remote": item.get("local") is not True,
            "date_posted": item.get("time_submitted") or item.get("submitdate"),
            "category": [each.get("name") for each in item.get("jobs") or []],
            "language": item.get("language"),
            "expired": item.get("status") not in {None, "active"},
        }

    def more(self, body: bytes, call: Call, count: int) -> Iterable[Call]:  # noqa: ARG002
        """Return the next page while pages are full."""
        if count >= _PAGE and call.page < _LAST_PAGE:
            yield call._replace(url=f"{call.url.rpartition('=')[0]}={call.page * _PAGE}", page=call.page + 1)
