"""What of an ad's text is compared with another's: folded words, shingles, numbers, places."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Final

from crawler.paths import data_path

SHINGLE: Final = 3
"""Words in a shingle."""
_WORD: Final = re.compile(r"[^\W_]+")
_ROLE: Final = re.compile(r"\b(?:virtual\s+assistants?|assistent[ei]\s+virtual[ei])\b")
"""The trade's name, which titles shorten to VA as they please."""
_DATES: Final = frozenset(
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre january february "
    "march april may june july august september october november december lunedi martedi mercoledi giovedi venerdi "
    "sabato domenica monday tuesday wednesday thursday friday saturday sunday".split()
)
_FILLERS: Final = frozenset(
    "urgente urgent urgentissimo asap new nuovo nuova cercasi cerco cerchiamo ricerca wanted needed hiring now rif ref "
    "il lo la i gli le l un uno una di a da in con su per tra fra e o ed del della dei delle al alla the an and or of "
    "to for with at on by we our you your is are".split()
)
"""Words that tell no two jobs apart."""


@dataclass(frozen=True, slots=True)
class DuplicateText:
    """An ad as the comparison sees it."""

    organization: str
    """Poster, folded; empty when unknown."""
    title: frozenset[str]
    """Words of the title, without numbers, places and fillers."""
    words: frozenset[str]
    """Words of title and text, without numbers, dates, places and fillers."""
    running: tuple[str, ...]
    """The text's words of that kind, in order."""
    facts: frozenset[str]
    """Numbers, dates and places."""
    length: int
    """Words in the text, all of them."""
    shingles: frozenset[str]
    """Three words in a row, each number and place read as one and the same."""


def duplicate_text(title: str, organization: str, description: str) -> DuplicateText:
    """Return what is compared of an ad."""
    heading, body = fold_words(title), fold_words(description)
    marked = _marked(heading), _marked(body)
    facts = {word for word, mark in zip(heading + body, marked[0] + marked[1], strict=True) if mark}
    plain = [[word for word, mark in zip(words, marks, strict=True) if not mark and word not in _FILLERS]
             for words, marks in zip((heading, body), marked, strict=True)]  # fmt: skip
    return DuplicateText(
        organization=" ".join(fold_words(organization)),
        title=frozenset(plain[0]),
        words=frozenset(plain[0] + plain[1]),
        running=tuple(plain[1]),
        facts=frozenset(facts),
        length=len(body),
        shingles=_shingles([mark or word for word, mark in zip(body, marked[1], strict=True)]),
    )


def fold_words(text: str) -> list[str]:
    """Return the words of `text`, lower case and without accents."""
    text = text.casefold()
    if not text.isascii():
        text = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    if "virtual" in text:
        text = _ROLE.sub("va", text)
    return _WORD.findall(text)


def _shingles(words: list[str]) -> frozenset[str]:
    if len(words) < SHINGLE:
        return frozenset([" ".join(words)])
    return frozenset(map(" ".join, zip(*(words[start:] for start in range(SHINGLE)), strict=False)))


def _marked(words: list[str]) -> list[str]:
    """Return for each word `#` if it is a number or date, `@` if a place or its province or state, else nothing."""
    marks = ["#" if word in _DATES or not word.isalpha() else "" for word in words]
    first_words = _places()
    for at, word in enumerate(words):
        for place in first_words.get(word, ()):
            if words[at : at + len(place)] == place:
                behind = at + len(place)
                state = behind < len(words) and len(words[behind]) == len("MI")
                marks[at : behind + state] = ["@"] * (len(place) + state)
                break
    return marks


@cache
def _places() -> dict[str, list[list[str]]]:
    """Return the first word of a place → the places, the longest first."""
    found: dict[str, list[list[str]]] = {}
    for line in data_path("duplicates", "places.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            found.setdefault(line.split()[0], []).append(line.split())
    return {first: sorted(places, key=len, reverse=True) for first, places in found.items()}
