"""Sectors of the clients: what the poster of an ad does, by the words of `data/lexicons/sectors.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

import re2

from classifier.cue_notation import options, to_bytes
from classifier.text import fold
from crawler.paths import data_path


@dataclass(frozen=True, slots=True)
class Sector:
    """One sector."""

    id: str
    """Its name in the file."""
    label_it: str
    """What it is, in Italian."""
    label_en: str
    """What it is, in English."""
    phrases: tuple[str, ...]
    """Words that tell it, in the notation of the file."""


@cache
def sectors() -> dict[str, Sector]:
    """Return id → sector, in the order of the file."""
    entries = tomllib.loads(data_path("lexicons", "sectors.toml").read_text(encoding="utf-8"))
    return {
        name: Sector(name, entry["label_it"], entry["label_en"], (*entry["it"], *entry["en"]))
        for name, entry in entries.items()
    }


def find_sectors(text: str) -> tuple[str, ...]:
    """Return the ids of the sectors that `text` tells, in the order of the file; takes time linear in the text.

    >>> find_sectors("Studio legale cerca assistente virtuale: siamo tre avvocati.")
    ('legal',)
    """
    found = _matcher().Match(to_bytes(fold(text)))
    if not found:
        return ()
    names = tuple(sectors())
    return tuple([names[place] for place in sorted(found)])


@cache
def _matcher() -> re2.Set:
    found = re2.Set.SearchSet(options())
    for sector in sectors().values():
        found.Add(rf"\b(?:{'|'.join(map(_pattern, sector.phrases))})\b")
    found.Compile()
    return found


def _pattern(phrase: str) -> str:
    """Return a phrase as RE2: a blank is a run of blanks or hyphens, `*` any ending."""
    optional = phrase.replace(" ?", r"[\s\-]?")
    return optional.replace(" ", r"[\s\-]+").replace("*", r"\w*")
