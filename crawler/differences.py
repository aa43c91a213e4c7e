"""What changed between two versions of an ad, field by field. Pure."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from crawler.ad import CONTENT_FIELDS, Ad

Change = tuple[Any, Any]
"""What a field held before, and what it holds now."""


def changed_fields(before: Ad, after: Ad) -> tuple[str, ...]:
    """Return the content fields that differ as a reader sees them: spacing and dates do not count."""
    same = before.content_hash()
    replaced = {name: dataclasses.replace(before, **{name: getattr(after, name)}) for name in CONTENT_FIELDS}
    return tuple(name for name, ad in replaced.items() if ad.content_hash() != same)


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Change]:
    """Return field → (before, after) of two stored versions."""
    old, new = (Ad.from_dict({**_EMPTY, **values}) for values in (before, after))
    return {name: (getattr(old, name), getattr(new, name)) for name in changed_fields(old, new)}


_EMPTY = {"source": "", "url": "", "identifier": "", "title": "", "description": ""}
