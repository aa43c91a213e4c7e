"""Jooble: a JSON search with a key."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from crawler.base_spiders.base import Call
from crawler.base_spiders.json_list import JsonSource
from crawler.card import Card
from crawler.salary import read_salary


class Jooble(JsonSource):
    """The search API: texts are snippets, pay is free text."""

    card = Card(
        name="jooble",
        title="Jooble",
        endpoint="https://jooble.org/api/{key}",
        documentation="https://jooble.org/api/about",
        checked_on=date(2026, 11, 20),
        key=("JOOBLE_API_KEY",),
        min_interval=24 * 3600,
        max_calls_per_day=10,
        attribution="Job from Jooble (jooble.org)",
        personal_data_dropped=("e-mails and phones in texts",),
        completeness="search",
        closing="by age; a search is never complete",
        in_reports=False,
        licence="key on request; terms come with the key, so figures need your word that they allow it",
        default_on=False,
    )
    start = ("https://jooble.org/api/{JOOBLE_API_KEY}",)
    path = ("jobs",)

    def calls(self) -> list[Call]:
        """Return the search; raises SourceError when the key is not set."""
        query = json.dumps({"keywords": "assistente virtuale", "location": "Italia", "page": "1"})
        return [call._replace(body=query) for call in super().calls()]

    def fields(self, item: Any, call: Call) -> Mapping[str, Any]:  # noqa: ARG002
        """Return the fields of a result."""
        salary, pay_raw = read_salary(item.get("salary") or "")
        return {
            "url": item["link"],
            "identifier": item["id"],
            "title": item["title"],
            "description": item.get("snippet"),
            "hiring_organization": item.get("company"),
            "employment_type": item.get("type"),
            "base_salary": salary,
            "pay_raw": pay_raw,
            "job_location": item.get("location"),
            "date_posted": item.get("updated"),
        }
