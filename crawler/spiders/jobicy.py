"""Jobicy: one JSON list of remote jobs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from crawler.base_spiders.base import Call
from crawler.base_spiders.json_list import JsonSource
from crawler.card import Card
from crawler.salary import make_salary


class Jobicy(JsonSource):
    """Jobicy's public API: the 100 newest jobs. Pay was `annualSalaryMin` in 2024 and `salaryMin` in 2026."""

    card = Card(
        name="jobicy",
        title="Jobicy",
        endpoint="https://jobicy.com/api/v2/remote-jobs?count=100",
        documentation="https://jobicy.com/jobs-rss-feed",
        checked_on=date(2026, 11, 20),
        min_interval=3600,
        max_calls_per_day=24,
        delay_of_data="about 6 hours",
        attribution="Job from Jobicy (jobicy.com)",
        personal_data_dropped=(
            "e-mails and phones in texts",
            "company logo",
            "`xRayHash` and `clientKey` of the caller",
        ),
        completeness="window",
        closing="by the ad's own page or age; the list holds the 100 newest only",
        licence="free with credit and a link; not to be passed to other aggregators",
        default_on=True,
    )
    start = ("https://jobicy.com/api/v2/remote-jobs?count=100",)
    path = ("jobs",)

    def fields(self, item: Any, call: Call) -> Mapping[str, Any]:  # noqa: ARG002
        """Return the fields of a job; a time without a zone is UTC."""
        yearly = "annualSalaryMin" in item or "annualSalaryMax" in item
        return {
            "url": item["url"],
            "identifier": item["id"],
            "title": item["jobTitle"],
            "description": item.get("jobDescription") or item.get("jobExcerpt"),
            "hiring_organization": item.get("companyName"),
            "employment_type": item.get("jobType"),
            "base_salary": make_salary(
                item.get("annualSalaryMin") if yearly else item.get("salaryMin"),
                item.get("annualSalaryMax") if yearly else item.get("salaryMax"),
                item.get("salaryCurrency"),
                "YEAR" if yearly else item.get("salaryPeriod"),
            ),
            "job_location": item.get("jobGeo"),
            "remote": True,
            "date_posted": item.get("pubDate"),
            "naive_is_utc": True,
            "category": [*(item.get("jobIndustry") or []), item.get("jobLevel")],
        }
