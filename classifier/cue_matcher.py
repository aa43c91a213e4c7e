"""Finds which phrases stand in a text, and where, in time linear in the text.

Only phrases whose words all stand in the text are looked for (`cue_prefilter`); those of which words tell nothing are
looked for together, in one pass for some dozens. A pattern is compiled when it is first looked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain, islice
from typing import Any, NamedTuple

import re2

from classifier.cue_lexicon import load_indicators
from classifier.cue_notation import ENCODING, options, to_regex
from classifier.cue_prefilter import Prefilter, Tables
from classifier.cue_tables import load_tables

MAX_HITS = 20
"""A phrase is located at most so often in one text: the model asks for presence, the reader for examples."""
TOGETHER = 32
"""Weak phrases looked for in one pass: of more the automaton grows too large to stay quick."""


class Hit(NamedTuple):
    """A phrase found: whose, and where."""

    indicator: str
    start: int
    end: int


def find_hits(data: bytes) -> Iterator[Hit]:
    """Yield the places of all phrases in folded text given as bytes, phrase by phrase."""
    phrases = _phrases()
    for index in sorted(chain(_prefilter().candidates(data), _weak_ones(data))):
        name, regex, pattern = phrases[index]
        if pattern is None:
            pattern = re2.compile(regex.encode(ENCODING), _options())
            phrases[index] = (name, regex, pattern)
        for match in islice(pattern.finditer(data), MAX_HITS):
            yield Hit(name, *match.span())


def _weak_ones(data: bytes) -> Iterator[int]:
    """Yield the numbers of the weak phrases that stand in the text."""
    for found, numbers in _weak_sets():
        for place in found.Match(data) or ():
            yield numbers[place]


@cache
def _phrases() -> list[tuple[str, str, Any]]:
    """Return each phrase's indicator, its pattern as text, and compiled once it was needed."""
    return [
        (indicator.id, to_regex(phrase), None)
        for indicator in load_indicators().values()
        for phrase in indicator.phrases
    ]


@cache
def _tables() -> Tables:
    return load_tables([regex for _, regex, _ in _phrases()])


@cache
def _prefilter() -> Prefilter:
    return Prefilter(_tables())


@cache
def _weak_sets() -> list[tuple[Any, list[int]]]:
    """Return the weak phrases' patterns, some together, with their numbers."""
    weak = _tables().weak
    return [_set(weak[at : at + TOGETHER]) for at in range(0, len(weak), TOGETHER)]


def _set(numbers: list[int]) -> tuple[Any, list[int]]:
    found = re2.Set.SearchSet(_options())
    for number in numbers:
        found.Add(_phrases()[number][1].encode(ENCODING))
    found.Compile()
    return found, numbers


@cache
def _options() -> Any:
    return options()
