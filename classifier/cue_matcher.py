"""Finds which phrases stand in a text, and where, in time linear in the text.

A phrase is tried at the places where it may begin (`cue_prefilter`), or looked for in the whole text, if all its words
stand in it; those of which words tell nothing are looked for together, in one pass for some dozens. A pattern is
compiled when it is first looked for.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final

import re2

from classifier.cue_engine import HERE, SEARCH
from classifier.cue_lexicon import load_indicators
from classifier.cue_notation import ENCODING, options, to_regex
from classifier.cue_phrase import Phrase
from classifier.cue_prefilter import Places, Prefilter
from classifier.cue_tables import load_tables
from classifier.cue_title import title_end

MAX_HITS: Final = 20
"""A phrase is located at most so often in one text: the model asks for presence, the reader for examples."""
TOGETHER: Final = 48
"""Weak phrases looked for in one pass: of more the automaton grows too large to stay quick."""
MEMORY: Final = 32 << 20
"""Bytes that the automaton of a pass may take; with RE2's own 8 MB it is begun anew again and again."""

Hit = tuple[int, str, int, int]
"""A phrase found: its number, its indicator, where it begins and where it ends."""


class _Found:
    """Where a phrase was found last, and how often."""

    def __init__(self) -> None:
        self.end = 0
        self.times = 0


class _Finder:
    """All phrases, and what tells where they may stand."""

    def __init__(self) -> None:
        self._phrases: list[Phrase] = []
        for indicator in load_indicators().values():
            for words in indicator.phrases:
                number = len(self._phrases)
                self._phrases.append(Phrase(number, indicator.id, to_regex(words), indicator.title_only))
        titles = [phrase.index for phrase in self._phrases if phrase.title_only]
        tables = load_tables([phrase.regex for phrase in self._phrases], titles)
        for index, needs in tables.wanted.items():
            self._phrases[int(index)].want(needs)
        self._prefilter = Prefilter(tables, self._phrases)
        self._sets = [self._set(tables.weak[at : at + TOGETHER]) for at in range(0, len(tables.weak), TOGETHER)]

    def find(self, data: bytes) -> tuple[list[Hit], Places]:
        places = self._prefilter.places(data)
        hits: list[Hit] = []
        self._try(data, places, hits)
        for phrase in dict.fromkeys(places.called + self._weak_ones(data)):
            if not phrase.wanted or places.met.issuperset(phrase.wanted):
                _search(phrase, data, hits)
        return hits, places

    def _try(self, data: bytes, places: Places, hits: list[Hit]) -> None:
        """Add the hits of phrases at the places where they may begin."""
        found: dict[int, _Found] = {}
        met = places.met
        begin = places.begin
        size = len(data)
        for at, phrase in enumerate(places.phrases):
            if phrase.wanted and not met.issuperset(phrase.wanted):
                continue
            start = begin[at]
            last = found.get(phrase.index)
            if last is not None and (start < last.end or last.times == MAX_HITS):
                continue
            end = phrase.matcher()(HERE, data, start, size)[0][1]
            if end < 0:
                continue
            hits.append((phrase.index, phrase.indicator, start, end))
            if last is None:
                last = found[phrase.index] = _Found()
            last.end = end
            last.times += 1

    def _weak_ones(self, data: bytes) -> list[Phrase]:
        """Return the weak phrases that stand in the text."""
        return [self._phrases[numbers[at]] for found, numbers in self._sets for at in found.Match(data) or ()]

    def _set(self, numbers: list[int]) -> tuple[Any, list[int]]:
        chosen = options()
        chosen.max_mem = MEMORY
        found = re2.Set.SearchSet(chosen)
        for number in numbers:
            found.Add(self._phrases[number].regex.encode(ENCODING))
        found.Compile()
        return found, numbers


def find_hits(data: bytes) -> tuple[list[Hit], Places]:
    """Return all phrases in folded text given as bytes, in any order, and where words stand that may deny them.

    Phrases that count only in the title are given only there.
    """
    return _finder().find(data)


@cache
def _finder() -> _Finder:
    return _Finder()


def _search(phrase: Phrase, data: bytes, hits: list[Hit]) -> None:
    """Add the hits of a phrase, wherever it stands."""
    match = phrase.matcher()
    size = len(data)
    last = title_end(data) if phrase.title_only else size
    place = 0
    for _ in range(MAX_HITS):
        start, end = match(SEARCH, data, place, size)[0]
        if start < 0 or start > last:
            return
        hits.append((phrase.index, phrase.indicator, start, end))
        place = end
