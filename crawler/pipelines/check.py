"""Drops what is no ad: without a title and a text, or without an http address. Clips and cleans what is."""

from __future__ import annotations

import dataclasses
from typing import Any, Final, Self

from scrapy.exceptions import DropItem

from crawler.ad import Ad
from crawler.found import Finding, FoundAd
from crawler.visit import Visit, visit_of

MAX_TEXT: Final = 50_000
"""Characters of a description that are kept; the longest real ads have under 30,000."""
MAX_LINE: Final = 1_000
"""Characters of any other field that are kept."""
MAX_IDENTIFIER: Final = 500
"""Characters of an identifier, as the store has room for."""


class CheckPipeline:
    """Comes first: what passes can be stored."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit

    @classmethod
    def from_crawler(cls, crawler: Any) -> Self:
        """Return the step of a crawl."""
        return cls(visit_of(crawler))

    def process_item(self, item: Finding) -> Finding:
        """Return the finding with its ad cleaned; raise DropItem, noted, when it is no ad."""
        if not isinstance(item, FoundAd):
            return item
        ad = clean(item.ad)
        if reason := lacking(ad):
            self._visit.note(f"an ad was left out: {reason} ({item.page[:120]})")
            raise DropItem(reason, log_level="DEBUG")
        return item._replace(ad=ad)


def lacking(ad: Ad) -> str:
    """Return what an ad lacks to be stored; empty when nothing."""
    if not ad.title.strip() and not ad.description.strip():
        return "neither title nor text"
    if not ad.url.startswith(("http://", "https://")):
        return "no http address"
    return "" if ad.identifier.strip() else "no identifier"


def clean(ad: Ad) -> Ad:
    """Return the ad with lone surrogates and NULs replaced and over-long fields clipped."""
    changes: dict[str, Any] = {}
    for field in dataclasses.fields(ad):
        value = getattr(ad, field.name)
        if isinstance(value, str):
            changes[field.name] = _text(value, _room(field.name))
    changes["employment_type"] = tuple(_text(value, 80) for value in ad.employment_type)
    if ad.base_salary:
        raw = _text(ad.base_salary.raw, MAX_LINE)
        changes["base_salary"] = dataclasses.replace(ad.base_salary, raw=raw)
    return dataclasses.replace(ad, **changes)


def _room(name: str) -> int:
    if name == "description":
        return MAX_TEXT
    return {"identifier": MAX_IDENTIFIER, "job_location_type": 32, "language": 16}.get(name, MAX_LINE)


def _text(value: str, most: int) -> str:
    return value.encode("utf-8", "replace").decode().replace("\0", "\ufffd")[:most]
