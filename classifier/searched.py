"""One pass over a text that tells which of many patterns can be found in it: of hours, and of money without figures.

Most ads hold few of them, and what does not stand in a text is not looked for. The patterns are RE2's, over folded text
as bytes, one a character.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, Final

from re2 import _re2

from classifier.cue_notation import ENCODING, options, to_bytes
from classifier.hours_patterns import HOURS
from classifier.pay_patterns import MONEY

Spans = list[tuple[int, int]]
"""Where a match stands: the whole, then its groups; (-1, -1) for one that took no part."""

_ALL: Final = (*HOURS, *MONEY)
_ANYWHERE: Final = _re2.RE2.Anchor.UNANCHORED
_NOTHING: Final[frozenset[str]] = frozenset()


class Searched:
    """A folded text, searched once for all patterns together."""

    __slots__ = ("data", "folded", "standing")

    def __init__(self, folded: str) -> None:
        self.folded: str = folded
        """The text."""
        self.data: bytes = to_bytes(folded)
        """The text as bytes, one a character."""
        found: list[int] = _all()(self.data)
        self.standing: frozenset[str] = frozenset([_ALL[index] for index in found]) if found else _NOTHING
        """The patterns that are found in it."""

    def search(self, pattern: str, start: int = 0) -> Spans | None:
        """Return where the first match of one of the patterns stands from `start` on, or None."""
        if pattern not in self.standing:
            return None
        spans: Spans = _single(pattern)(_ANYWHERE, self.data, start, len(self.data))
        return spans if spans[0][0] >= 0 else None


@lru_cache(maxsize=4)
def searched(folded: str) -> Searched:
    """Return `folded`, searched; kept for a while, since pay, fees and hours ask for the same ad's."""
    return Searched(folded)


@cache
def _all() -> Any:
    """Return the search for all patterns, which gives the numbers of those that are found; not wrapped either."""
    engine = _re2.Set(_ANYWHERE, options())
    for pattern in _ALL:
        engine.Add(pattern.encode(ENCODING))
    engine.Compile()
    return engine.Match


@cache
def _single(pattern: str) -> Any:
    """Return the search for one pattern, without RE2's wrapper, which makes each match an object and takes longer."""
    return _re2.RE2(pattern.encode(ENCODING), options(captures=True)).Match
