"""The record of an ad, as it was published."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import unicodedata
from dataclasses import dataclass
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class BaseSalary:
    """Pay as a source states it in fields (schema.org `baseSalary`), never read from the ad's text."""

    currency: str | None = None
    """ISO 4217 code, or None when the source names none."""
    min: float | None = None
    """Lower bound in `currency` per `unit`; None when open or unknown."""
    max: float | None = None
    """Upper bound in `currency` per `unit`; None when open or unknown."""
    unit: str | None = None
    """`HOUR`, `DAY`, `WEEK`, `MONTH` or `YEAR` (schema.org `unitText`), or None when the source names none."""
    raw: str = ""
    """The field as published: text, or JSON of the structure."""


@dataclass(frozen=True, slots=True)
class Ad:
    """One ad as published; names follow schema.org/JobPosting, raw values stay beside parsed ones."""

    source: str
    """Name of the source: a spider's name, or a site's host."""
    url: str
    """Canonical address of the ad, for people to open; http or https."""
    identifier: str
    """Identity of the ad within its source: its own id, else the canonical URL."""
    title: str
    """Title as published, one line."""
    description: str
    """Visible text of the ad, paragraphs and list items on lines of their own; no HTML, contacts masked."""
    hiring_organization: str = ""
    """Name of the poster as published; empty when none."""
    employment_type: tuple[str, ...] = ()
    """As published, e.g. `FULL_TIME`, `CONTRACTOR`, `Part-Time`."""
    base_salary: BaseSalary | None = None
    """Pay in fields; None when the source gives none."""
    pay_raw: str = ""
    """Free text of the source's pay field, e.g. `$18 - $22/hr`."""
    job_location: str = ""
    """Place or places as published, joined by `; `."""
    job_location_type: str = ""
    """`TELECOMMUTE` for remote work, else empty."""
    date_posted: str | None = None
    """ISO 8601 date or UTC date-time; None when unknown."""
    date_posted_raw: str = ""
    """Date as published."""
    valid_through: str | None = None
    """ISO 8601 date or UTC date-time after which the ad has expired; None when unknown."""
    valid_through_raw: str = ""
    """Expiry as published."""
    category: str = ""
    """Category, industry or tags as published, joined by `; `."""
    language: str = ""
    """Language the source declares (`it`, `en`, …); empty when it declares none."""
    attribution: str = ""
    """Credit the source asks for; travels with the ad into reports."""
    expired: bool = False
    """True when the page itself says that the ad is closed or filled."""

    def content_hash(self) -> str:
        """Return the SHA-256 of what a reader sees; equal hashes mean the ad has not changed."""
        seen = [_normal(getattr(self, name)) for name in CONTENT_FIELDS]
        return hashlib.sha256(json.dumps(seen, ensure_ascii=False).encode()).hexdigest()

    def to_dict(self) -> dict[str, Any]:
        """Return the ad as plain JSON values."""
        return dataclasses.asdict(self)

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Self:
        """Return the ad held by `to_dict` values; unknown keys are ignored."""
        known = {field.name for field in dataclasses.fields(cls)}
        kept = {key: value for key, value in values.items() if key in known}
        salary = kept.get("base_salary")
        kept["base_salary"] = BaseSalary(**salary) if isinstance(salary, dict) else salary
        kept["employment_type"] = tuple(kept.get("employment_type") or ())
        return cls(**kept)


CONTENT_FIELDS = (
    "title",
    "description",
    "hiring_organization",
    "employment_type",
    "base_salary",
    "pay_raw",
    "job_location",
    "job_location_type",
)
"""Fields whose change makes a new version of an ad."""


def _normal(value: Any) -> Any:
    if isinstance(value, BaseSalary):
        return [value.currency, value.min, value.max, value.unit]
    if isinstance(value, tuple):
        return [_normal(item) for item in value]
    return " ".join(unicodedata.normalize("NFC", value).split()) if isinstance(value, str) else value
