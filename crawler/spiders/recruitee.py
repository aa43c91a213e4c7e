"""Recruitee: an employer's whole board in JSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from crawler.base_spiders.base import Call
from crawler.base_spiders.json_list import JsonSource
from crawler.card import Card
from crawler.salary import make_salary


class Recruitee(JsonSource):
    """The public offers API."""

    card = Card(
        name="recruitee",
        title="Recruitee boards",
        endpoint="https://{board}.recruitee.com/api/offers/",
        documentation="https://docs.recruitee.com/reference/intro-to-careers-site-api",
        checked_on=date(2026, 11, 20),
        boards="tokens of employers (the first part of TOKEN.recruitee.com)",
        min_interval=6 * 3600,
        max_calls_per_day=200,
        attribution="",
        personal_data_dropped=("the mailbox of the offer", "e-mails and phones in texts"),
        completeness="authoritative",
        closing="when it is no longer on its board, or after `close_at`",
        licence="public by design: the API exists so that others show the jobs; a token is said to come on 2027-02-10",
        default_on=False,
    )
    start = ("https://{board}.recruitee.com/api/offers/",)
    path = ("offers",)

    def fields(self, item: Any, call: Call) -> Mapping[str, Any] | None:
        """Return the fields of an offer; None for one that is not published."""
        if item.get("status") not in {None, "published"}:
            return None
        pay = item.get("salary") or {}
        languages = list(item.get("translations") or {})
        return {
            "url": item["careers_url"],
            "identifier": f"{call.board}/{item['id']}",
            "title": item["title"],
            "description": "\n".join(part for part in (item.get("description"), item.get("requirements")) if part),
            "hiring_organization": item.get("company_name") or call.board,
            "employment_type": item.get("employment_type_code"),
            "base_salary": make_salary(pay.get("min"), pay.get("max"), pay.get("currency"), pay.get("period")),
            "job_location": [_place(each) for each in item.get("locations") or []] or item.get("location"),
            "remote": item.get("remote") is True,
            "date_posted": item.get("published_at") or item.get("created_at"),
            "valid_through": item.get("close_at"),
            "category": [item.get("department"), item.get("category_code"), *(item.get("tags") or [])],
            "language": languages[0] if len(languages) == 1 else "",
        }


def _place(place: Mapping[str, Any]) -> str:
    parts = [place.get(name) for name in ("city", "state", "country")]
    return ", ".join(dict.fromkeys(part for part in parts if part)) or str(place.get("name") or "")
