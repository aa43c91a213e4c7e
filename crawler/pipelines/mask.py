"""Masks contacts in everything of an ad that people write freely, whatever the source did before."""

from __future__ import annotations

import dataclasses
from typing import Any, Final

from crawler.found import Finding, FoundAd
from crawler.mask import mask_contacts

FIELDS: Final = ("title", "description", "hiring_organization", "pay_raw", "job_location", "category")
"""Fields of free text."""


class MaskPipeline:
    """Comes before the store: no e-mail address and no telephone number is ever written."""

    def process_item(self, item: Finding) -> Finding:
        """Return the finding with its contacts masked."""
        if not isinstance(item, FoundAd):
            return item
        ad = item.ad
        masked: dict[str, Any] = {name: mask_contacts(getattr(ad, name)) for name in FIELDS}
        if all(masked[name] == getattr(ad, name) for name in FIELDS):
            return item
        return item._replace(ad=dataclasses.replace(ad, **masked))
