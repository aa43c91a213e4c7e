"""What the words beside a number make of it: `data/lexicons/pay.toml`, looked up word by word."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import Any, Final

from crawler.paths import data_path

PAY, FEE, OTHER = "pay", "fee", "other"
"""What a word announces: pay, money asked from the worker, another number."""

_WORD: Final = re.compile(r"[a-z]{1,24}(?:-[a-z]{1,16})?").findall
_FIRST: Final = re.compile(r"\+?[ '/-]{0,3}([a-z]{1,24})").match
_BEHIND: Final = re.compile(r"\+?[ a-z'/-]{1,44}")
_JOINTS: Final = frozenset("+ '/-")
_LOOK_BEHIND: Final = 4
"""Words behind a number that are looked at."""


class Cue:
    """A word that tells what a number is."""

    __slots__ = ("gap", "sense", "words")

    def __init__(self, words: str, sense: str, gap: int) -> None:
        self.words: str = words
        """The word or phrase."""
        self.sense: str = sense
        """`pay`, `fee` or `other`; empty where no word tells."""
        self.gap: int = gap
        """Words between it and the number."""


NOTHING: Final = Cue("", "", 99)
"""No word tells."""

Table = dict[str, list[tuple[tuple[str, ...], str]]]


def nearest_cue(window: str) -> Cue:
    """Return the telling word nearest to the end of `window`, the folded words before a number.

    >>> cue = nearest_cue("gestirai un budget pubblicitario di ")
    >>> cue.words, cue.sense, cue.gap
    ('budget pubblicitario', 'other', 1)
    """
    return cue_among(words_of(window))


def words_of(window: str) -> list[str]:
    """Return the words of folded text, in order; `take-home` is one."""
    return _WORD(window)


def cue_among(words: list[str]) -> Cue:
    """Return the telling word that stands last among `words`, those before a number."""
    single, phrases, telling = _lexicon()
    if telling.isdisjoint(words):
        return NOTHING
    last = len(words) - 1
    for place in range(last, -1, -1):
        word = words[place]
        if word in phrases:
            for phrase, sense in phrases[word]:
                start = place + 1 - len(phrase)
                if start >= 0 and words[start] == phrase[0] and phrase == tuple(words[start : place + 1]):
                    return Cue(" ".join(phrase), sense, last - place)
        if word in single:
            return Cue(word, single[word], last - place)
    return NOTHING


def cue_behind(folded: str, place: int) -> str:
    """Return the word right behind `place` that makes the number no pay, or an empty string.

    >>> cue_behind("manage a $60,000 event budget", 16)
    'budget'
    """
    next_one = folded[place : place + 1]
    first = _FIRST(folded, place) if next_one.isalpha() or next_one in _JOINTS else None
    if first is None:
        return ""
    phrases = _behind()[1]
    if first.group(1) in _STOP:
        for phrase, _ in phrases.get(first.group(1), ()):
            if folded.startswith(phrase[1], first.end() + 1):
                break
        else:
            return ""
    return _told_behind(folded, place)


def _told_behind(folded: str, place: int) -> str:
    match = _BEHIND.match(folded, place)
    if match is None:
        return ""
    single, phrases = _behind()
    words = _WORD(match.group())[:_LOOK_BEHIND]
    for index, word in enumerate(words):
        for phrase, _ in phrases.get(word, ()):
            if phrase == tuple(words[index : index + len(phrase)]):
                return " ".join(phrase)
        if word in _STOP:
            return ""
        if word in single:
            return "" if words[index + 1 : index + 2] in _FIXED or words[index : index + 2] == ["off", "the"] else word
    return ""


_FIXED: Final = (["fisso"], ["fixed"], ["totale"], ["total"])
_STOP: Final = frozenset(
    "fixed fisso flat per and e piu plus oltre con with to for hour ora hourly base netti lordi lordo netto gross "
    "net al alla all l the"
    " compenso salary pay a ad ogni each every or o depending based plus se".split()
)
"""Words behind which nothing is said of the number any more."""


@cache
def _lexicon() -> tuple[dict[str, str], Table, frozenset[str]]:
    """Return the sense of each word, the phrases by their last words, and all these words."""
    tables = _tables()
    single: dict[str, str] = {}
    phrases: Table = {}
    for sense in (OTHER, FEE, PAY):
        single.update(dict.fromkeys(tables[sense]["words"].split(), sense))
        for phrase in tables[sense]["phrases"]:
            words = tuple(phrase.split())
            phrases.setdefault(words[-1], []).append((words, sense))
    for entries in phrases.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return single, phrases, frozenset((*single, *phrases))


@cache
def _behind() -> tuple[frozenset[str], Table]:
    table = _tables()["behind"]
    phrases: Table = {}
    for phrase in table["phrases"]:
        words = tuple(phrase.split())
        phrases.setdefault(words[0], []).append((words, OTHER))
    return frozenset(table["words"].split()), phrases


@cache
def _tables() -> dict[str, dict[str, Any]]:
    tables = tomllib.loads(data_path("lexicons", "pay.toml").read_text(encoding="utf-8"))
    return {name: table for name, table in tables.items() if isinstance(table, dict)}
