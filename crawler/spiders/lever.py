"""Lever: an employer's whole board in JSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from crawler.base_spiders.base import Call
from crawler.base_spiders.json_list import JsonSource
from crawler.card import Card
from crawler.salary import make_salary


class Lever(JsonSource):
    """The public postings API; a text is made of an opening, a body, lists and an addition."""

    card = Card(
        name="lever",
        title="Lever boards",
        endpoint="https://api.lever.co/v0/postings/{board}?mode=json",
        documentation="https://github.com/lever/postings-api",
        checked_on=date(2026, 11, 20),
        boards="tokens of employers (the last part of jobs.lever.co/TOKEN)",
        min_interval=6 * 3600,
        max_calls_per_day=200,
        attribution="",
        personal_data_dropped=("e-mails and phones in texts",),
        completeness="authoritative",
        closing="when it is no longer on its board",
        licence="public by design: the API exists so that others show the jobs",
        default_on=False,
    )
    start = ("https://api.lever.co/v0/postings/{board}?mode=json",)

    def fields(self, item: Any, call: Call) -> Mapping[str, Any]:
        """Return the fields of a posting."""
        kinds = item.get("categories") or {}
        pay = item.get("salaryRange") or {}
        return {
            "url": item["hostedUrl"],
            "identifier": f"{call.board}/{item['id']}",
            "title": item["text"],
            "description": _description(item),
            "hiring_organization": call.board,
            "employment_type": kinds.get("commitment"),
            "base_salary": make_salary(pay.get("min"), pay.get("max"), pay.get("currency"), pay.get("interval")),
            "pay_raw": item.get("salaryDescriptionPlain"),
            "job_location": kinds.get("allLocations") or kinds.get("location"),
            "remote": item.get("workplaceType") == "remote",
            "date_posted": item.get("createdAt"),
            "category": [kinds.get("department"), kinds.get("team")],
        }


def _description(item: Mapping[str, Any]) -> str:
    begin = [item.get("opening"), item.get("descriptionBody")]
    parts = begin if all(begin) else [item.get("description") or item.get("descriptionPlain")]
    parts += [f"<p>{each['text']}</p><ul>{each['content']}</ul>" for each in item.get("lists") or []]
    return "\n".join(part for part in (*parts, item.get("additional")) if part)
