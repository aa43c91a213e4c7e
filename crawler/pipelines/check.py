"""Tells what is no ad: without a title and a text, or without an http address. Clips and cleans what is."""

from __future__ import annotations

import dataclasses
from typing import Any, Final

from crawler.ad import Ad

MAX_TEXT: Final = 50_000
"""Characters of a description that are kept; the longest real ads have under 30,000."""
MAX_LINE: Final = 1_000
"""Characters of any other field that are kept."""
MAX_IDENTIFIER: Final = 500
"""Characters of an identifier, as the store has room for."""


def lacking(ad: Ad) -> str:
    """Return what an ad lacks to be stored; empty when nothing."""
    if not ad.title.strip() and not ad.description.strip():
        return "neither title nor text"
    if not ad.url.startswith(("http://", "https://")):
        return "no http address"
    return "" if ad.identifier.strip() else "no identifier"


def clean(ad: Ad) -> Ad:
    """Return the ad with lone surrogates and NULs replaced and over-long fields clipped; mostly the ad itself."""
    changes: dict[str, Any] = {
        name: text for name, most in _ROOM.items() if (text := _text(value := getattr(ad, name), most)) is not value
    }
    if ad.employment_type:
        changes["employment_type"] = tuple(_text(value, 80) for value in ad.employment_type)
    if ad.base_salary:
        raw = _text(ad.base_salary.raw, MAX_LINE)
        changes["base_salary"] = dataclasses.replace(ad.base_salary, raw=raw)
    return dataclasses.replace(ad, **changes) if changes else ad


def _text(value: Any, most: int) -> Any:
    """Return a text as the store takes it, the same object when nothing is wrong with it; None stays None."""
    if not value or (value.isascii() and len(value) <= most and "\0" not in value):
        return value
    return value.encode("utf-8", "replace").decode().replace("\0", "\ufffd")[:most]


_LENGTHS: Final = {
    "description": MAX_TEXT, "identifier": MAX_IDENTIFIER, "job_location_type": 32, "language": 16,
}  # fmt: skip
_ROOM: Final = {
    field.name: _LENGTHS.get(field.name, MAX_LINE)
    for field in dataclasses.fields(Ad)
    if field.name not in {"employment_type", "base_salary", "expired"}
}
"""Field of text → characters of it that are kept."""
