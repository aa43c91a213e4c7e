"""Finds which phrases stand in a text, and where, in time linear in the text.

One pass over the text finds the letters that phrases cannot do without (RE2's prefilter); only phrases whose
letters are all there are tried, and only those found are located.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import re2

from classifier.cue_lexicon import load_indicators
from classifier.cue_notation import ENCODING, options, to_regex

MAX_HITS = 20
"""A phrase is located at most so often in one text: the model asks for presence, the reader for examples."""


class Hit(NamedTuple):
    """A phrase found: whose, and where."""

    indicator: str
    start: int
    end: int


def find_hits(data: bytes) -> Iterator[Hit]:
    """Yield the places of all phrases in folded text given as bytes, phrase by phrase."""
    engine, owners = _engine()
    for index in engine.Match(data) or ():
        for number, match in enumerate(engine.re(index).finditer(data)):
            if number == MAX_HITS:
                break
            start, end = match.span()
            yield Hit(owners[index], start, end)


@cache
def _engine() -> tuple[Any, list[str]]:
    engine = re2.Filter()
    owners = []
    chosen = options()
    for indicator in load_indicators().values():
        for phrase in indicator.phrases:
            engine.Add(to_regex(phrase).encode(ENCODING), chosen)
            owners.append(indicator.id)
    engine.Compile()
    return engine, owners
