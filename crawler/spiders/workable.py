"""Workable: an employer's whole board in JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from crawler.base_spiders.base import Call
from crawler.base_spiders.json_list import JsonSource
from crawler.card import Card


class Workable(JsonSource):
    """The public widget API; the employer's name stands once, above the list."""

    card = Card(
        name="workable",
        title="Workable boards",
        endpoint="https://apply.workable.com/api/v1/widget/accounts/{board}?details=true",
        documentation="https://help.workable.com/hc/en-us/articles/115012771647-Using-the-Workable-API-to-create-a-careers-page",
        checked_on=date(2026, 11, 20),
        boards="tokens of employers (the last part of apply.workable.com/TOKEN)",
        min_interval=24 * 3600,
        max_calls_per_day=50,
        attribution="",
        personal_data_dropped=("e-mails and phones in texts",),
        completeness="authoritative",
        closing="when it is no longer on its board",
        licence="public by design: the widget exists so that others show the jobs; answers 429 soon",
        default_on=False,
    )
    start = ("https://apply.workable.com/api/v1/widget/accounts/{board}?details=true",)
    path = ("jobs",)

    def items(self, body: bytes, call: Call) -> Iterable[Any]:
        """Return the jobs, each with the employer's name and all its places: a place makes an entry of its own."""
        listed = super().items(body, call)
        name = self.payload(body).get("name") or call.board
        jobs: dict[str, dict[str, Any]] = {}
        for number, item in enumerate(item for item in listed if isinstance(item, dict)):
            code = str(item.get("shortcode") or number)
            job = jobs.setdefault(code, {**item, "_employer": name, "_places": []})
            job["_places"] += item.get("locations") or [item]
        return jobs.values()

    def fields(self, item: Any, call: Call) -> Mapping[str, Any]:
        """Return the fields of a job."""
        return {
            "url": item["url"],
            "identifier": f"{call.board}/{item['shortcode']}",
            "title": item["title"],
            "description": item.get("description"),
            "hiring_organization": item["_employer"],
            "employment_type": item.get("employment_type"),
            "job_location": [_place(place) for place in item["_places"]],
            "remote": item.get("telecommuting") is True,
            "date_posted": item.get("published_on") or item.get("created_at"),
            "category": [item.get("department"), item.get("industry"), item.get("function")],
        }


def _place(place: Mapping[str, Any]) -> str:
    parts = [place.get("city"), place.get("region") or place.get("state"), place.get("country")]
    return ", ".join(part for part in parts if part)
