"""One pass over a text that tells which of many patterns can be found in it: of hours, and of money without figures.

Most ads hold few of them, and what does not stand in a text is not looked for. The patterns are RE2's, over folded text
as bytes, one a character.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

import re2

from classifier.cue_engine import SEARCH, Matcher, Spans, matcher
from classifier.cue_notation import ENCODING, options, to_bytes
from classifier.hours_patterns import HOURS
from classifier.pay_patterns import MONEY

_ALL: Final = (*HOURS, *MONEY)
_NOTHING: Final[frozenset[str]] = frozenset()


class Searched:
    """A folded text, searched once for all patterns together."""

    __slots__ = ("data", "folded", "standing")

    def __init__(self, folded: str) -> None:
        self.folded: str = folded
        """The text."""
        self.data: bytes = to_bytes(folded)
        """The text as bytes, one a character."""
        found: list[int] = _all().Match(self.data) or []
        self.standing: frozenset[str] = frozenset([_ALL[index] for index in found]) if found else _NOTHING
        """The patterns that are found in it."""

    def search(self, pattern: str, start: int = 0) -> Spans | None:
        """Return where the first match of one of the patterns stands from `start` on, or None."""
        if pattern not in self.standing:
            return None
        spans = _single(pattern)(SEARCH, self.data, start, len(self.data))
        return spans if spans[0][0] >= 0 else None


@lru_cache(maxsize=4)
def searched(folded: str) -> Searched:
    """Return `folded`, searched; kept for a while, since pay, fees and hours ask for the same ad's."""
    return Searched(folded)


@cache
def _all() -> re2.Set:
    engine = re2.Set.SearchSet(options())
    for pattern in _ALL:
        engine.Add(pattern.encode(ENCODING))
    engine.Compile()
    return engine


@cache
def _single(pattern: str) -> Matcher:
    return matcher(pattern, captures=True)
