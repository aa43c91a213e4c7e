"""Finding sources: each file of `crawler/spiders/` holds one, with its card.

Listing cards must be quick, so the files hold no Scrapy: `crawler.base_spiders.source.SourceSpider` takes a
source and does the crawling.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Sequence
from functools import cache

from crawler import spiders
from crawler.base_spiders.base import Source
from crawler.card import Card
from crawler.config import Config, load_config
from crawler.errors import SourceError


@cache
def source_classes() -> dict[str, type[Source]]:
    """Return name → class of every source, in the order of the names."""
    found = {}
    for module_info in pkgutil.iter_modules(spiders.__path__):
        module = importlib.import_module(f"{spiders.__name__}.{module_info.name}")
        for _, value in inspect.getmembers(module, inspect.isclass):
            if issubclass(value, Source) and value.__module__ == module.__name__:
                found[value.card.name] = value
    return dict(sorted(found.items()))


def cards() -> tuple[Card, ...]:
    """Return the card of every source, in the order of the names."""
    return tuple(each.card for each in source_classes().values())


def card(name: str) -> Card:
    """Return the card of the source `name`; raises SourceError listing the known names."""
    return _class(name).card


def make_source(name: str, config: Config | None = None) -> Source:
    """Return the source `name`, ready to be visited with the boards of `config`.

    Raises SourceError when there is no such source.
    """
    boards = (config or Config()).boards.get(name, ())
    return _class(name)(boards)


def in_reports(source: str, licences: Sequence[str] | None = None) -> bool:
    """Return whether ads of `source` may feed published figures; those of a site, which is no named source, may.

    `licences` are the sources for which the user states a licence; by default those of the settings.
    """
    found = source_classes().get(source)
    if found is None or found.card.in_reports:
        return True
    return source in (load_config().licences if licences is None else licences)


def _class(name: str) -> type[Source]:
    found = source_classes().get(name)
    if found is None:
        known = ", ".join(source_classes())
        raise SourceError(f"no source is called {name!r}; there are: {known} (any other site: --url https://…)")
    return found
