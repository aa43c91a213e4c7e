"""Finds which phrases stand in a text, and where, in time linear in the text.

Only phrases whose words all stand in the text are looked for (`cue_prefilter`); a pattern is compiled when it is first
looked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

import re2

from classifier.cue_lexicon import load_indicators
from classifier.cue_notation import ENCODING, options, to_regex
from classifier.cue_prefilter import Prefilter
from classifier.cue_tables import load_tables

MAX_HITS = 20
"""A phrase is located at most so often in one text: the model asks for presence, the reader for examples."""


class Hit(NamedTuple):
    """A phrase found: whose, and where."""

    indicator: str
    start: int
    end: int


def find_hits(data: bytes) -> Iterator[Hit]:
    """Yield the places of all phrases in folded text given as bytes, phrase by phrase."""
    phrases = _phrases()
    for index in _prefilter().candidates(data):
        name, regex, pattern = phrases[index]
        if pattern is None:
            pattern = re2.compile(regex.encode(ENCODING), _options())
            phrases[index] = (name, regex, pattern)
        for match in islice(pattern.finditer(data), MAX_HITS):
            yield Hit(name, *match.span())


@cache
def _phrases() -> list[tuple[str, str, Any]]:
    """Return each phrase's indicator, its pattern as text, and compiled once it was needed."""
    return [
        (indicator.id, to_regex(phrase), None)
        for indicator in load_indicators().values()
        for phrase in indicator.phrases
    ]


@cache
def _prefilter() -> Prefilter:
    return Prefilter(load_tables([regex for _, regex, _ in _phrases()]))


@cache
def _options() -> Any:
    return options()
