"""A schema.org JobPosting, as JSON-LD or microdata holds it → Ad."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urljoin, urlsplit

from crawler.ad import Ad
from crawler.html import visible_text
from crawler.mapping import as_text, build_ad, canonical_url, language_code, line
from crawler.salary import read_salary

_TEXT_PARTS = ("description", "responsibilities", "qualifications", "skills", "educationRequirements",
               "experienceRequirements", "jobBenefits", "incentiveCompensation")  # fmt: skip
_REMOTE_WORDS = frozenset({
    "remote", "remoto", "telecommute", "anywhere", "worldwide", "fully remote", "full remote", "da remoto",
    "telelavoro",
})  # fmt: skip

_DAY_FIRST = frozenset({"it", "fr", "es", "pt", "de", "nl", "pl", "ro"})
"""Languages in which `02/11/2026` is the second of November; English writes it both ways."""


def posting_to_ad(
    node: Mapping[str, Any],
    url: str,
    source: str,
    *,
    language: str = "",
    identifier: str = "",
    attribution: str = "",
) -> Ad | None:
    """Return the ad of one posting found at `url`; None when it has neither title nor text.

    `identifier` is the ad's identity in its source; by default its address.
    """
    title = node.get("title") or node.get("name") or node.get("headline")
    description = _description(node)
    if not line(title) and not visible_text(description):
        return None
    currency, unit = as_text(node.get("salaryCurrency")), None
    value = next(
        (
            node[name]
            for name in ("baseSalary", "estimatedSalary", "salary")
            if node.get(name) not in (None, "", [], {})
        ),
        None,
    )
    salary, pay_raw = read_salary(value, currency or None, unit)
    places, remote = _places(node)
    spoken = _language(node.get("inLanguage")) or language
    return build_ad(
        source=source,
        url=url,
        identifier=identifier or canonical_url(url),
        title=title,
        description=description,
        hiring_organization=_organization(node.get("hiringOrganization")),
        employment_type=_split(node.get("employmentType")),
        base_salary=salary,
        pay_raw=pay_raw,
        job_location=places,
        remote=remote,
        date_posted=as_text(node.get("datePosted")),
        valid_through=as_text(node.get("validThrough")),
        category=[_named(item) for item in _list(node.get("industry")) + _list(node.get("occupationalCategory"))],
        language=spoken,
        day_first=True if language_code(spoken) in _DAY_FIRST else None,
        attribution=attribution,
    )


def posting_url(node: Mapping[str, Any], page_url: str) -> str:
    """Return the posting's own address when it stands on the page's host; else empty."""
    for name in ("url", "@id", "mainEntityOfPage"):
        value = node.get(name)
        if not isinstance(value, str) or not value.strip() or "\n" in value.strip():
            continue
        try:
            address = canonical_url(urljoin(page_url, value.strip()))
        except ValueError:
            continue
        if urlsplit(address).hostname == urlsplit(page_url).hostname and urlsplit(address).path not in {
            "",
            "/",
        }:
            return address
    return ""


def _description(node: Mapping[str, Any]) -> str:
    parts = [as_text(node.get(name)) for name in _TEXT_PARTS]
    first = parts[0]
    return "\n\n".join(part for at, part in enumerate(parts) if part.strip() and (at == 0 or part.strip() not in first))


def _organization(value: Any) -> str:
    for item in _list(value):
        name = _named(item)
        if name:
            return name
    return ""


def _named(value: Any) -> str:
    if isinstance(value, Mapping):
        return as_text(value.get("name") or value.get("legalName") or value.get("alternateName") or "")
    return as_text(value)


def _split(value: Any) -> list[str]:
    """Return employment types; some pages write them in one text: `FULL_TIME, CONTRACTOR`."""
    return [
        part.strip().rsplit("schema.org/", 1)[-1]
        for item in _list(value)
        for part in as_text(item).split(",")
        if part.strip()
    ]


def _places(node: Mapping[str, Any]) -> tuple[list[str], bool]:
    """Return the places as published, and whether the work is remote."""
    kind = " ".join(as_text(item) for item in _list(node.get("jobLocationType"))).lower()
    remote = "telecommute" in kind or "remote" in kind or "remoto" in kind
    places = [_place(item) for item in _list(node.get("jobLocation"))]
    remote = remote or any(place.strip().lower() in _REMOTE_WORDS for place in places)
    if not any(places):
        places = [_place(item) for item in _list(node.get("applicantLocationRequirements"))]
    return [place for place in dict.fromkeys(places) if place], remote


def _place(value: Any) -> str:
    if not isinstance(value, Mapping):
        return as_text(value)
    address = value.get("address")
    if isinstance(address, list):
        address = address[0] if address else None
    if isinstance(address, str) and address.strip():
        return address
    fields = address if isinstance(address, Mapping) else value
    parts = [line(_named(fields.get(name))) for name in ("addressLocality", "addressRegion", "addressCountry")]
    named = ", ".join(dict.fromkeys(part for part in parts if part))
    return named or _named(value) or _named(fields)


def _language(value: Any) -> str:
    if isinstance(value, Mapping):
        return as_text(value.get("alternateName") or value.get("name") or "")
    return as_text(value)


def _list(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, Iterable) and not isinstance(value, str | Mapping) else [value]
