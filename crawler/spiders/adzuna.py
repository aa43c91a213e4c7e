"""Adzuna Italy: a JSON search with a key; never in published figures without a licence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from crawler.base_spiders.base import Call
from crawler.base_spiders.json_list import JsonSource
from crawler.card import Card
from crawler.salary import make_salary

_PAGE = 50
_LAST_PAGE = 4
_QUERY = "what_phrase=assistente%20virtuale&max_days_old=30&sort_by=date&results_per_page=50"


class Adzuna(JsonSource):
    """The search API; texts are cut at about 500 characters, and a predicted salary is no salary."""

    card = Card(
        name="adzuna",
        title="Adzuna Italy",
        endpoint="https://api.adzuna.com/v1/api/jobs/it/search/{page}",
        documentation="https://developer.adzuna.com/docs/search",
        checked_on=date(2026, 11, 20),
        key=("ADZUNA_APP_ID", "ADZUNA_APP_KEY"),
        min_interval=24 * 3600,
        max_calls_per_day=80,
        attribution="Jobs by Adzuna (adzuna.it)",
        personal_data_dropped=("e-mails and phones in texts", "the key and tracking in links"),
        completeness="search",
        closing="by age; a search is never complete",
        in_reports=False,
        licence="publishing ads with credit and personal research; counts and averages only with Adzuna's consent",
        default_on=False,
    )
    start = (
        f"https://api.adzuna.com/v1/api/jobs/it/search/1?app_id={{ADZUNA_APP_ID}}&app_key={{ADZUNA_APP_KEY}}&{_QUERY}",
    )
    path = ("results",)

    def fields(self, item: Any, call: Call) -> Mapping[str, Any]:  # noqa: ARG002
        """Return the fields of a result."""
        stated = str(item.get("salary_is_predicted")) != "1"
        place = item.get("location") or {}
        category = item.get("category") or {}
        return {
            "url": f"https://www.adzuna.it/details/{item['id']}",
            "identifier": item["id"],
            "title": item["title"],
            "description": item["description"],
            "hiring_organization": (item.get("company") or {}).get("display_name"),
            "employment_type": [item.get("contract_type"), item.get("contract_time")],
            "base_salary": make_salary(item.get("salary_min"), item.get("salary_max"), "EUR", "YEAR")
            if stated
            else None,
            "job_location": place.get("display_name"),
            "date_posted": item.get("created"),
            "category": "" if category.get("tag") == "unknown" else category.get("label"),
        }

    def more(self, body: bytes, call: Call, count: int) -> Iterable[Call]:  # noqa: ARG002
        """Return the next page while pages are full."""
        if count >= _PAGE and call.page < _LAST_PAGE:
            yield call._replace(url=re.sub(r"/search/\d+", f"/search/{call.page + 1}", call.url), page=call.page + 1)
