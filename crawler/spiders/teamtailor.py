"""Teamtailor: an employer's whole board as JSON Feed, with a JobPosting in each entry."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

from crawler.ad import Ad
from crawler.base_spiders.base import Call
from crawler.base_spiders.json_list import JsonSource
from crawler.card import Card
from crawler.posting import posting_to_ad


class Teamtailor(JsonSource):
    """The feed of a career site."""

    card = Card(
        name="teamtailor",
        title="Teamtailor career sites",
        endpoint="https://{board}/jobs.json",
        documentation=None,
        checked_on=date(2026, 11, 20),
        boards="hosts of career sites (career.employer.test)",
        min_interval=6 * 3600,
        max_calls_per_day=200,
        attribution="",
        personal_data_dropped=("e-mails and phones in texts",),
        completeness="authoritative",
        closing="when it is no longer in the feed",
        licence="public by design: the feed exists so that others show the jobs",
        default_on=False,
    )
    start = ("https://{board}/jobs.json",)
    path = ("items",)

    def ad(self, item: Any, call: Call) -> Ad | None:
        """Return the ad of an entry: its JobPosting, completed by the entry."""
        node = {
            "title": item["title"],
            "description": item.get("content_html"),
            "datePosted": item.get("date_published"),
        }
        posting = item.get("_jobposting") or {}
        node |= {key: value for key, value in posting.items() if value}
        ad = posting_to_ad(node, item["url"], self.card.name, identifier=f"{call.board}/{item['id']}")
        if ad is None or ad.hiring_organization:
            return ad
        publisher = posting.get("identifier") or {}
        return dataclasses.replace(ad, hiring_organization=str(publisher.get("name") or call.board))
