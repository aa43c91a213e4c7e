"""Working Nomads: one JSON list of remote jobs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from crawler.base_spiders.base import Call
from crawler.base_spiders.json_list import JsonSource
from crawler.card import Card


class WorkingNomads(JsonSource):
    """The list that the site exposes; tags are one text with commas."""

    card = Card(
        name="workingnomads",
        title="Working Nomads",
        endpoint="https://www.workingnomads.com/api/exposed_jobs/",
        documentation=None,
        checked_on=date(2026, 11, 20),
        min_interval=6 * 3600,
        max_calls_per_day=4,
        attribution="Job from Working Nomads (workingnomads.com)",
        personal_data_dropped=("e-mails and phones in texts",),
        completeness="window",
        closing="by the ad's own page or age; the list holds the newest only",
        licence="no terms found; the endpoint is made for others to read, credit and a link are given",
        default_on=True,
    )
    start = ("https://www.workingnomads.com/api/exposed_jobs/",)

    def fields(self, item: Any, call: Call) -> Mapping[str, Any]:  # noqa: ARG002
        """Return the fields of a job."""
        return {
            "url": item["url"],
            "identifier": item["url"].rstrip("/").rpartition("/")[2],
            "title": item["title"],
            "description": item["description"],
            "hiring_organization": item.get("company_name"),
            "job_location": item.get("location"),
            "remote": True,
            "date_posted": item.get("pub_date"),
            "category": [item.get("category_name"), *(item.get("tags") or "").split(",")],
        }
