"""Loading what a crawl needs, all at once: before its loop runs, and without the garbage collector looking on."""

from __future__ import annotations

import gc
from importlib import import_module
from typing import Final

MODULES: Final = (
    "crawler.download",
    "crawler.engine",
    "crawler.base_spiders.site",
    "crawler.base_spiders.source",
    "crawler.middlewares.account",
    "crawler.store",
)
"""Scrapy would import some of these itself, one deep in the other, and look through the whole stack each time."""


def load() -> None:
    """Import the modules of a crawl. What they hold stays, so the collector passes it over from now on."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        for name in MODULES:
            import_module(name)
        gc.freeze()
    finally:
        if was_on:
            gc.enable()
