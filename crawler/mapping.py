"""From a source's fields to an Ad: texts read, cleaned and masked in one place, raw values beside parsed ones."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable, Mapping
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from crawler.ad import Ad, BaseSalary
from crawler.dates import read_date
from crawler.html import clean, one_line, visible_text
from crawler.mask import mask_contacts
from crawler.mend import mend, without_caller

_TRACKING: Final = frozenset(
    {"fbclid", "gclid", "msclkid", "mc_cid", "mc_eid", "igshid", "ref_src", "yclid", "_ga", "_gl"}
)
_MAX_LINE: Final = 500

TELECOMMUTE: Final = "TELECOMMUTE"
"""`job_location_type` of remote work (schema.org)."""


def build_ad(
    *,
    source: str,
    url: str,
    identifier: Any,
    title: Any,
    description: Any,
    hiring_organization: Any = "",
    employment_type: Any = (),
    base_salary: BaseSalary | None = None,
    pay_raw: Any = "",
    job_location: Any = "",
    remote: bool = False,
    date_posted: Any = None,
    valid_through: Any = None,
    naive_is_utc: bool = False,
    day_first: bool | None = None,
    category: Any = "",
    language: Any = "",
    attribution: str = "",
    expired: bool = False,
) -> Ad:
    """Return the ad of fields as published: markup read, contacts masked, lists joined by `; `, dates read.

    Raises ValueError when there is no address, or neither a title nor a text.
    """
    address = canonical_url(str(url or ""))
    heading, text = line(title), mask_contacts(visible_text(without_caller(mend(as_text(description)))))
    if not heading and not text:
        raise ValueError(f"neither title nor text ({address})")
    if base_salary is not None:
        base_salary = dataclasses.replace(base_salary, raw=mask_contacts(clean(base_salary.raw)))
    return Ad(
        source=source,
        url=address,
        identifier=identity(identifier) or address,
        title=heading or line(text)[:80],
        description=text,
        hiring_organization=line(hiring_organization),
        employment_type=tuple(listed(employment_type)),
        base_salary=base_salary,
        pay_raw=line(pay_raw),
        job_location=joined(job_location),
        job_location_type=TELECOMMUTE if remote else "",
        date_posted=read_date(date_posted, naive_is_utc=naive_is_utc, day_first=day_first),
        date_posted_raw=line(date_posted),
        valid_through=read_date(valid_through, naive_is_utc=naive_is_utc, day_first=day_first),
        valid_through_raw=line(valid_through),
        category=joined(category),
        language=language_code(language),
        attribution=attribution,
        expired=expired,
    )


def as_text(value: Any) -> str:
    """Return text of a text, a number, or the first readable item of a list; empty for anything else."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, Mapping):
        return as_text(_named(value))
    if isinstance(value, Iterable):
        return "\n".join(text for item in value if (text := as_text(item)))
    return ""


def line(value: Any) -> str:
    """Return a value as one clean, masked line of at most 500 characters."""
    return mask_contacts(one_line(mend(as_text(value)[:20_000])))[:_MAX_LINE].strip()


def identity(value: Any) -> str:
    """Return an identity as published; a digest of one that holds what looks like a contact, so that none is stored.

    Masking would make one ad of many: `…/segretaria-a-roma.html` looks like an address, a long number like a telephone.
    """
    text = one_line(as_text(value)[:20_000])[:_MAX_LINE].strip()
    return text if mask_contacts(text) == text else hashlib.sha256(text.encode(errors="replace")).hexdigest()[:32]


def listed(value: Any) -> list[str]:
    """Return the lines of a text or a list, each once, in order."""
    items = value if isinstance(value, list | tuple) else [value]
    return list(dict.fromkeys(text for item in items if (text := line(item).strip(" ,"))))


def joined(value: Any) -> str:
    """Return the lines of a text or a list, joined by `; `."""
    return "; ".join(listed(value))


def language_code(value: Any) -> str:
    """Return the two-letter code of `it`, `it-IT`, `it_IT`; else empty."""
    code = as_text(value).strip().lower().replace("_", "-").split("-")[0]
    return code if len(code) == 2 and code.isascii() and code.isalpha() else ""  # noqa: PLR2004 - ISO 639-1


def canonical_url(url: str) -> str:
    """Return an address without fragment, user, tracking parameters and default port; host in lower case.

    Raises ValueError when it is no http or https address.
    """
    parts = urlsplit(clean(url).strip().replace(" ", "%20").replace("\n", ""))
    host = (parts.hostname or "").lower()
    if parts.scheme.lower() not in {"http", "https"} or not host:
        raise ValueError(f"not an http address: {url!r:.100}")
    host = f"[{host}]" if ":" in host else host
    if parts.port and parts.port not in {80, 443}:
        host = f"{host}:{parts.port}"
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [
        (name, value) for name, value in pairs if name.lower() not in _TRACKING and not name.lower().startswith("utm_")
    ]
    query = parts.query if len(kept) == len(pairs) else urlencode(kept)
    return urlunsplit((parts.scheme.lower(), host, parts.path or "/", query, ""))


def _named(value: Mapping[str, Any]) -> Any:
    for name in ("@value", "rendered", "name", "label", "value", "text"):
        if value.get(name) not in (None, "", [], {}):
            return value[name]
    return None
