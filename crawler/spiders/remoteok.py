"""Remote OK: one JSON list, whose texts arrive doubly encoded and carry the caller's address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from crawler.base_spiders.base import Call
from crawler.base_spiders.json_list import JsonSource
from crawler.card import Card
from crawler.salary import make_salary


class RemoteOk(JsonSource):
    """Remote OK's public API: about the 100 newest jobs. Pay of 0 means unknown; tags are unreliable."""

    card = Card(
        name="remoteok",
        title="Remote OK",
        endpoint="https://remoteok.com/api",
        documentation="https://remoteok.com/api",
        checked_on=date(2026, 11, 20),
        min_interval=3600,
        max_calls_per_day=24,
        delay_of_data="24 hours",
        attribution="Job from Remote OK (remoteok.com)",
        personal_data_dropped=(
            "the caller's address hidden in every text",
            "e-mails and phones in texts",
            "logos",
        ),
        completeness="window",
        closing="by age; the list holds the 100 newest only",
        licence="free with a followed link back and the name Remote OK; no logo",
        default_on=True,
    )
    start = ("https://remoteok.com/api",)

    def items(self, body: bytes, call: Call) -> Iterable[Any]:
        """Return the jobs; the first entry of the list is a legal notice."""
        return [item for item in super().items(body, call) if not (isinstance(item, dict) and "legal" in item)]

    def fields(self, item: Any, call: Call) -> Mapping[str, Any]:  # noqa: ARG002
        """Return the fields of a job, pay being US dollars a year; `build_ad` mends what is spoilt."""
        return {
            "url": item["url"],
            "identifier": item["id"],
            "title": item["position"],
            "description": item["description"],
            "hiring_organization": item.get("company"),
            "base_salary": make_salary(item.get("salary_min"), item.get("salary_max"), "USD", "YEAR"),
            "job_location": item.get("location"),
            "remote": True,
            "date_posted": item.get("date") or item.get("epoch"),
            "category": item.get("tags"),
        }
