"""Remotive: one JSON list of remote jobs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from crawler.base_spiders.base import Call
from crawler.base_spiders.json_list import JsonSource
from crawler.card import Card
from crawler.salary import read_salary


class Remotive(JsonSource):
    """Remotive's public API. Its search is ignored by the server, so the whole list is fetched once."""

    card = Card(
        name="remotive",
        title="Remotive",
        endpoint="https://remotive.com/api/remote-jobs",
        documentation="https://github.com/remotive-com/remote-jobs-api",
        checked_on=date(2026, 11, 20),
        min_interval=6 * 3600,
        max_calls_per_day=4,
        delay_of_data="24 hours",
        attribution="Job from Remotive (remotive.com)",
        personal_data_dropped=("e-mails and phones in texts", "company logo"),
        completeness="window",
        closing="by the ad's own page or age; the list is no more than the public part",
        robots="exception: https://github.com/remotive-com/remote-jobs-api",
        licence="free with a link back and the name Remotive; not to be passed to other job boards",
        default_on=True,
    )
    start = ("https://remotive.com/api/remote-jobs",)
    path = ("jobs",)

    def fields(self, item: Any, call: Call) -> Mapping[str, Any]:  # noqa: ARG002
        """Return the fields of a job; its pay is free text, its time UTC without saying so."""
        salary, pay_raw = read_salary(item.get("salary") or "")
        return {
            "url": item["url"],
            "identifier": item["id"],
            "title": item["title"],
            "description": item["description"],
            "hiring_organization": item.get("company_name"),
            "employment_type": item.get("job_type"),
            "base_salary": salary,
            "pay_raw": pay_raw,
            "job_location": item.get("candidate_required_location"),
            "remote": True,
            "date_posted": item.get("publication_date"),
            "naive_is_utc": True,
            "category": [item.get("category"), *(item.get("tags") or [])],
        }
