"""The store: ads as published, their versions, sightings and runs; and what readers made of them."""

from crawler.store.open import default_url, open_store
from crawler.store.saving import SaveCounts
from crawler.store.store import Store

__all__ = ["SaveCounts", "Store", "default_url", "open_store"]
