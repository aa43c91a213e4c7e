"""Remote OK: one JSON list, whose texts arrive doubly encoded and carry the caller's address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from crawler.base_spiders.base import Call
from crawler.base_spiders.json_list import JsonSource
from crawler.card import Card
from crawler.salary import make_salary

_CALLER = re.compile(
    r"(?:<br\s?/?>|\s){0,6}Please mention the word \*{0,2}[^*\n<]{0,40}\*{0,2} and tag \S{0,80} when applying"
    r"(?:(?!Please mention)[^<]){0,400}?(?:see (?:they're|that they're|they are) human\.|(?=<)|$)",
    re.IGNORECASE,
)
_TAG = re.compile(r"\(?#?R(?:[A-Za-z0-9+/]{4}){2,12}={0,2}\)?")
"""`R` and the caller's address in base64, wherever the sentence around it was cut."""


class RemoteOk(JsonSource):
    """Remote OK's public API: about the 100 newest jobs. Pay of 0 means unknown; tags are unreliable."""

    card = Card(
        name="remoteok",
        title="Remote OK",
        endpoint="https://remoteok.com/api",
        documentation="https://remoteok.com/api",
        checked_on=date(2026, 11, 20),
        min_interval=3600,
        max_calls_per_day=24,
        delay_of_data="24 hours",
        attribution="Job from Remote OK (remoteok.com)",
        personal_data_dropped=(
            "the caller's address hidden in every text",
            "e-mails and phones in texts",
            "logos",
        ),
        completeness="window",
        closing="by age; the list holds the 100 newest only",
        licence="free with a followed link back and the name Remote OK; no logo",
        default_on=True,
    )
    start = ("https://remoteok.com/api",)

    def items(self, body: bytes, call: Call) -> Iterable[Any]:
        """Return the jobs; the first entry of the list is a legal notice."""
        return [item for item in super().items(body, call) if not (isinstance(item, dict) and "legal" in item)]

    def fields(self, item: Any, call: Call) -> Mapping[str, Any]:  # noqa: ARG002
        """Return the fields of a job, mended, without the caller's address; pay is US dollars a year."""
        return {
            "url": item["url"],
            "identifier": item["id"],
            "title": mend(item["position"]),
            "description": without_caller(mend(item["description"])),
            "hiring_organization": mend(item.get("company") or ""),
            "base_salary": make_salary(item.get("salary_min"), item.get("salary_max"), "USD", "YEAR"),
            "job_location": mend(item.get("location") or ""),
            "remote": True,
            "date_posted": item.get("date") or item.get("epoch"),
            "category": item.get("tags"),
        }


def mend(text: str) -> str:
    """Return `text` with doubly encoded UTF-8 undone."""
    if text.isascii():
        return text
    import ftfy  # noqa: PLC0415 - only where a text needs it

    options = {"unescape_html": False, "uncurl_quotes": False, "fix_latin_ligatures": False, "normalization": None}
    return str(ftfy.fix_text(text, **options))


def without_caller(text: str) -> str:
    """Return `text` without the sentences that hide the caller's address."""
    return _TAG.sub("", _CALLER.sub("", text)) if "mention the word" in text else text
