"""Personio: an employer's whole board in XML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from crawler.ad import Ad
from crawler.base_spiders.base import Call, Source
from crawler.base_spiders.feed import read_xml
from crawler.card import Card
from crawler.mapping import build_ad


class Personio(Source):
    """The public XML feed. The same position may stand in it twice."""

    card = Card(
        name="personio",
        title="Personio boards",
        endpoint="https://{board}.jobs.personio.de/xml",
        documentation="https://developer.personio.de/docs/retrieving-open-job-positions",
        checked_on=date(2026, 11, 20),
        boards="tokens of employers (the first part of TOKEN.jobs.personio.de)",
        min_interval=6 * 3600,
        max_calls_per_day=200,
        attribution="",
        personal_data_dropped=("e-mails and phones in texts",),
        completeness="authoritative",
        closing="when it is no longer on its board",
        licence="public by design: the feed exists so that others show the jobs",
        default_on=False,
    )
    start = ("https://{board}.jobs.personio.de/xml",)

    def items(self, body: bytes, call: Call) -> Iterable[Any]:  # noqa: ARG002
        """Return the positions, each id once; raises SourceError when the answer is no such feed."""
        root = read_xml(body)
        if root is None or root.tag != "workzag-jobs":
            raise self.wrong("a Personio feed", body)
        return {position.findtext("id"): position for position in root.iterfind("position")}.values()

    def ad(self, item: Any, call: Call) -> Ad:
        """Return the ad of a position."""
        return build_ad(source=self.card.name, **self.fields(item, call))

    def fields(self, item: Any, call: Call) -> Mapping[str, Any]:
        """Return the fields of a position."""
        number = item.findtext("id")
        parts = [
            f"<p>{part.findtext('name') or ''}</p>{part.findtext('value') or ''}"
            for part in item.iterfind("jobDescriptions/jobDescription")
        ]
        offices = [item.findtext("office"), *(office.text for office in item.iterfind("additionalOffices/office"))]
        kinds = ("department", "recruitingCategory", "occupationCategory", "occupation", "seniority")
        return {
            "url": f"https://{call.board}.jobs.personio.de/job/{number}",
            "identifier": f"{call.board}/{number}",
            "title": item.findtext("name"),
            "description": "\n".join(parts),
            "hiring_organization": item.findtext("subcompany") or call.board,
            "employment_type": [item.findtext("employmentType"), item.findtext("schedule")],
            "job_location": offices,
            "remote": any("remote" in (office or "").lower() for office in offices),
            "date_posted": item.findtext("createdAt"),
            "category": [item.findtext(kind) for kind in kinds],
        }
