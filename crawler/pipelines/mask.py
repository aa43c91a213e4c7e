"""Masks contacts in everything of an ad that people write freely, whatever the source did before."""

from __future__ import annotations

import dataclasses
from typing import Any, Final

from crawler.ad import Ad
from crawler.mask import mask_contacts

FIELDS: Final = ("title", "description", "hiring_organization", "pay_raw", "job_location", "category")
"""Fields of free text."""


def masked(ad: Ad) -> Ad:
    """Return the ad with its contacts masked: no e-mail address and no telephone number is ever written."""
    changes: dict[str, Any] = {
        name: text for name in FIELDS if (value := getattr(ad, name)) and (text := mask_contacts(value)) != value
    }
    return dataclasses.replace(ad, **changes) if changes else ad
