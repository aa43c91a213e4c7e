"""SmartRecruiters: an employer's whole board in JSON; the text of each posting is asked for by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from crawler.base_spiders.base import Call
from crawler.base_spiders.json_list import JsonSource
from crawler.card import Card

_PAGE = 100


class SmartRecruiters(JsonSource):
    """The public posting API. An unknown employer is an empty list."""

    card = Card(
        name="smartrecruiters",
        title="SmartRecruiters boards",
        endpoint="https://api.smartrecruiters.com/v1/companies/{board}/postings?limit=100&offset={offset}",
        documentation="https://developers.smartrecruiters.com/docs/posting-api",
        checked_on=date(2026, 11, 20),
        boards="tokens of employers (the last part of careers.smartrecruiters.com/TOKEN)",
        min_interval=24 * 3600,
        max_calls_per_day=500,
        attribution="",
        personal_data_dropped=("the creator's name", "e-mails and phones in texts"),
        completeness="authoritative",
        closing="when it is no longer on its board",
        licence="public by design: the API exists so that others show the jobs",
        default_on=False,
    )
    start = ("https://api.smartrecruiters.com/v1/companies/{board}/postings?limit=100&offset=0",)
    path = ("content",)

    def items(self, body: bytes, call: Call) -> Iterable[Any]:
        """Return the posting of a detail; of a list nothing yet, since `more` asks for each posting."""
        if call.item is not None:
            return [self.payload(body)]
        return [item for item in super().items(body, call) if not self._detail(item, call)]

    def fields(self, item: Any, call: Call) -> Mapping[str, Any]:
        """Return the fields of a posting, with or without its text."""
        place = item.get("location") or {}
        sections = ((item.get("jobAd") or {}).get("sections") or {}).values()
        return {
            "url": item.get("postingUrl") or f"https://jobs.smartrecruiters.com/{call.board}/{item['id']}",
            "identifier": f"{call.board}/{item['id']}",
            "title": item["name"],
            "description": "\n".join(
                f"<p>{each.get('title') or ''}</p>{each['text']}" for each in sections if each.get("text")
            ),
            "hiring_organization": (item.get("company") or {}).get("name") or call.board,
            "employment_type": (item.get("typeOfEmployment") or {}).get("label"),
            "job_location": place.get("fullLocation")
            or ", ".join(str(place[key]) for key in ("city", "country") if place.get(key)),
            "remote": place.get("remote") is True,
            "date_posted": item.get("releasedDate"),
            "category": [
                (item.get(name) or {}).get("label")
                for name in ("industry", "function", "department", "experienceLevel")
            ],
            "language": (item.get("language") or {}).get("code"),
        }

    def more(self, body: bytes, call: Call, count: int) -> Iterable[Call]:  # noqa: ARG002
        """Return a call for each posting's text, and the next page."""
        if call.item is not None:
            return
        listed = list(super().items(body, call))
        for item in listed:
            if detail := self._detail(item, call):
                yield detail
        if len(listed) >= _PAGE:
            offset = call.page * _PAGE
            yield call._replace(url=f"{call.url.rpartition('=')[0]}={offset}", page=call.page + 1)

    def _detail(self, item: Any, call: Call) -> Call | None:
        if not isinstance(item, Mapping) or not item.get("id"):
            return None
        address = f"https://api.smartrecruiters.com/v1/companies/{call.board}/postings/{item['id']}"
        return Call(address, call.board, item=item)
