"""Short quotes of ads: at most 15 words, no contacts, no names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

MAX_WORDS: Final = 15
"""Most words of a quote (REPORTING 3.3, rule 10)."""
MAX_CHARACTERS: Final = 120
"""Most characters of a quote."""

_CONTACT = re.compile(r"@|https?:|www\.|\[[a-z-]+\]|\d[\d ./-]{6,}\d", re.IGNORECASE)


def quote(text: str, name: str = "") -> str | None:
    """Return `text` as a quote of one line; None when it holds a contact, or the poster's `name`."""
    line = "".join(character if character.isprintable() else " " for character in text[:400])
    words = line.split()
    cut = " ".join(words[:MAX_WORDS])
    short = cut[:MAX_CHARACTERS].rstrip()
    if not short or _CONTACT.search(short) or (name and name.casefold() in short.casefold()):
        return None
    return short + ("…" if len(words) > MAX_WORDS or len(cut) > MAX_CHARACTERS else "")


def quotes(texts: Iterable[tuple[str, str]], most: int = 3) -> tuple[str, ...]:
    """Return up to `most` different quotes of pairs (text, name of the poster), in order."""
    found: dict[str, str] = {}
    for text, name in texts:
        said = quote(text, name)
        if said and said.casefold() not in found:
            found[said.casefold()] = said
        if len(found) == most:
            break
    return tuple(found.values())
