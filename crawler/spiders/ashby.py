"""Ashby: an employer's whole board in JSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from crawler.base_spiders.base import Call
from crawler.base_spiders.json_list import JsonSource
from crawler.card import Card
from crawler.salary import make_salary


class Ashby(JsonSource):
    """The public posting API, with compensation."""

    card = Card(
        name="ashby",
        title="Ashby boards",
        endpoint="https://api.ashbyhq.com/posting-api/job-board/{board}?includeCompensation=true",
        documentation="https://developers.ashbyhq.com/docs/public-job-posting-api",
        checked_on=date(2026, 11, 20),
        boards="tokens of employers (the last part of jobs.ashbyhq.com/TOKEN)",
        min_interval=6 * 3600,
        max_calls_per_day=200,
        attribution="",
        personal_data_dropped=("e-mails and phones in texts",),
        completeness="authoritative",
        closing="when it is no longer on its board",
        licence="public by design; said to refuse robots, so robots.txt decides at each visit",
        default_on=False,
    )
    start = ("https://api.ashbyhq.com/posting-api/job-board/{board}?includeCompensation=true",)
    path = ("jobs",)

    def fields(self, item: Any, call: Call) -> Mapping[str, Any] | None:
        """Return the fields of a job; None for one that is not listed."""
        if item.get("isListed") is False:
            return None
        pay = item.get("compensation") or {}
        salary: Mapping[str, Any] = next(
            (each for each in pay.get("summaryComponents") or [] if each.get("compensationType") == "Salary"), {}
        )
        return {
            "url": item["jobUrl"],
            "identifier": f"{call.board}/{item['id']}",
            "title": item["title"],
            "description": item.get("descriptionHtml") or item.get("descriptionPlain"),
            "hiring_organization": call.board,
            "employment_type": item.get("employmentType"),
            "base_salary": make_salary(
                salary.get("minValue"), salary.get("maxValue"), salary.get("currencyCode"), salary.get("interval")
            ),
            "pay_raw": pay.get("compensationTierSummary"),
            "job_location": [
                item.get("location"),
                *(each.get("location") for each in item.get("secondaryLocations") or []),
            ],
            "remote": item.get("isRemote") is True,
            "date_posted": item.get("publishedAt"),
            "category": [item.get("department"), item.get("team")],
        }
