"""Greenhouse: an employer's whole board in JSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from crawler.base_spiders.base import Call
from crawler.base_spiders.json_list import JsonSource
from crawler.card import Card
from crawler.salary import make_salary


class Greenhouse(JsonSource):
    """The public job board API; texts arrive as escaped HTML, pay in cents."""

    card = Card(
        name="greenhouse",
        title="Greenhouse boards",
        endpoint="https://boards-api.greenhouse.io/v1/boards/{board}/jobs?content=true&pay_transparency=true",
        documentation="https://developers.greenhouse.io/job-board.html",
        checked_on=date(2026, 11, 20),
        boards="tokens of employers (the last part of boards.greenhouse.io/TOKEN)",
        min_interval=6 * 3600,
        max_calls_per_day=200,
        attribution="",
        personal_data_dropped=("e-mails and phones in texts",),
        completeness="authoritative",
        closing="when it is no longer on its board",
        licence="public by design: the API exists so that others show the jobs",
        default_on=False,
    )
    start = ("https://boards-api.greenhouse.io/v1/boards/{board}/jobs?content=true&pay_transparency=true",)
    path = ("jobs",)

    def fields(self, item: Any, call: Call) -> Mapping[str, Any]:
        """Return the fields of a job."""
        place = (item.get("location") or {}).get("name") or ""
        extra = {each.get("name"): each.get("value") for each in item.get("metadata") or []}
        pay: Mapping[str, Any] = next(iter(item.get("pay_input_ranges") or []), {})
        return {
            "url": item["absolute_url"],
            "identifier": f"{call.board}/{item['id']}",
            "title": item["title"],
            "description": item.get("content"),
            "hiring_organization": item.get("company_name") or call.board,
            "employment_type": extra.get("Employment Type"),
            "base_salary": make_salary(
                _cents(pay.get("min_cents")), _cents(pay.get("max_cents")), pay.get("currency_type"), None
            ),
            "job_location": place,
            "remote": "remote" in place.lower(),
            "date_posted": item.get("first_published") or item.get("updated_at"),
            "valid_through": item.get("application_deadline"),
            "category": [each.get("name") for each in item.get("departments") or []],
            "language": item.get("language"),
        }


def _cents(value: Any) -> float | None:
    return value / 100 if isinstance(value, int) else None
