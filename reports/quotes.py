"""Short quotes of ads: at most 15 words, no contacts, no names of posters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Final, Self

import re2

from crawler.mask import mask_contacts

MAX_WORDS: Final = 15
"""Most words of a quote (they stand for what an ad says, not for the ad)."""
MAX_CHARACTERS: Final = 120
"""Most characters of a quote."""
TELLING: Final = 3
"""Quotes of fewer words are taken only where there are no longer ones."""
MOST: Final = 3
"""Quotes beside one cue."""

_READ: Final = 400
_CONTACT: Final = re2.compile(r"(?i)@|://|www\.|\[(?:email|phone)\]|\d[\d ./-]{6,}\d")
_DROPPED: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Unicode categories that no quote holds: control, format (bidi), surrogates, private use, unassigned, line ends."""


class Quote(str):
    """A quote that knows its language, so that a screen reader can read it in that."""

    language: str
    """`it`, `en`, or empty where it is the language around it, or unknown."""

    __slots__ = ("language",)

    def __new__(cls, text: str, language: str = "") -> Self:
        """Return `text` as a quote."""
        made = super().__new__(cls, text)
        made.language = language
        return made


def quote(text: str, name: str = "") -> str | None:
    """Return `text` as a quote of one line; None when it holds a contact or the poster's `name`, or nothing."""
    line = "".join(" " if unicodedata.category(character) in _DROPPED else character for character in text[:_READ])
    words = line.split()
    cut = " ".join(words[:MAX_WORDS])
    short = cut[:MAX_CHARACTERS].rstrip()
    if not short or _CONTACT.search(short) or mask_contacts(short) != short or _named(short, name):
        return None
    return short + ("…" if len(words) > MAX_WORDS or len(cut) > MAX_CHARACTERS else "")


def quotes(texts: Iterable[tuple[str, str, str]]) -> tuple[Quote, ...]:
    """Return up to `MOST` different quotes of (text, poster, language), telling ones first, else in order."""
    found: dict[str, Quote] = {}
    for text, name, language in texts:
        said = quote(text, name)
        if said:
            found.setdefault(said.casefold(), Quote(said, language))
    ranked = sorted(found.values(), key=lambda said: len(said.split()) < TELLING)
    return tuple(ranked[:MOST])


def _named(text: str, name: str) -> bool:
    """Return whether a quote holds the poster's name, or a word of it that is long enough to give it away."""
    folded = text.casefold()
    parts = [name, *(word for word in name.split() if len(word) > 3 and word[:1].isupper())]  # noqa: PLR2004
    return any(part.strip() and part.strip().casefold() in folded for part in parts)
