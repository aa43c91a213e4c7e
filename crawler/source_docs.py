"""The page of the docs that tells of every source: made of the cards, and of the samples for the coverage table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from crawler.ad import Ad
from crawler.card import Card
from crawler.refused import REFUSED

PATH: Final = Path(__file__).resolve().parent.parent / "docs" / "sources.md"
"""Where the page is in a checkout."""
_FIELDS: Final = (
    "title", "description", "hiring_organization", "employment_type", "base_salary", "pay_raw", "job_location",
    "job_location_type", "date_posted", "valid_through", "category", "language", "attribution", "expired",
)  # fmt: skip
_HEAD: Final = """# Sources

Made by `verava source docs` from the cards in `crawler/spiders/`; do not edit. `verava sources NAME` prints one card.

A source is visited within the limits of its card, robots.txt is obeyed unless the card names a documented grant, and
the attribution travels with every ad into the reports. Besides these, any site with schema.org JobPosting can be
visited by address: `verava crawl --url https://…` follows its robots.txt and sitemaps.

`checked on` is the day as of which a card's facts are told, from the source's documents as they were at hand, not from
a visit to the live site: compare a card with its source before you rely on its terms.
"""
_LISTS: Final = """
How absence is read: an *authoritative* list holds every open ad, so an ad missing from it is closed; a *window* holds
only the newest ads and a *search* what a query finds, so absence from them says nothing.
"""
_COVERAGE: Final = """
## Fields by source

Counted on the samples in `tests/crawler/spiders/payloads/`, which are written in the shape of each source's answers:
`all` of a source's ads have the field, `some` have it, and a blank means that the source does not give it.
"""
_REFUSED: Final = """
## Not crawled

"""


def render(cards: Sequence[Card], samples: Mapping[str, Sequence[Ad]]) -> str:
    """Return the page; `samples` are the ads of each source's sample."""
    parts = [_HEAD, _overview(cards), _LISTS]
    parts += [_card(each) for each in cards]
    parts += [_COVERAGE, "\n", coverage(samples), _REFUSED]
    parts += [f"- **{entry.name}** ({', '.join(entry.hosts)}): {entry.reason}.\n" for entry in REFUSED]
    return "".join(parts)


def coverage(samples: Mapping[str, Sequence[Ad]]) -> str:
    """Return the table of sources and fields."""
    rows = [f"| source | ads | {' | '.join(name.replace('_', ' ') for name in _FIELDS)} |\n"]
    rows.append("|" + "---|" * (len(_FIELDS) + 2) + "\n")
    for name, ads in sorted(samples.items()):
        marks = [_mark(sum(bool(getattr(ad, field)) for ad in ads), len(ads)) for field in _FIELDS]
        rows.append(f"| {name} | {len(ads)} | {' | '.join(marks)} |\n")
    return "".join(rows)


def _mark(filled: int, ads: int) -> str:
    if not filled:
        return ""
    return "all" if filled == ads else "some"


def _overview(cards: Sequence[Card]) -> str:
    rows = ["\n| source | visited | list | in reports | key |\n|---|---|---|---|---|\n"]
    for each in cards:
        figures = "yes" if each.in_reports else "no"
        keys = ", ".join(f"`{key}`" for key in each.key)
        rows.append(f"| [{each.name}](#{each.name}) | {each.needs} | {each.completeness} | {figures} | {keys} |\n")
    return "".join(rows)


def _card(card: Card) -> str:
    rows = [f"\n## {card.name}\n\n| | |\n|---|---|\n"]
    rows += [
        f"| {heading} | {value.replace('|', chr(92) + '|')} |\n" for heading, value in card.lines() if heading != "name"
    ]
    return "".join(rows)
