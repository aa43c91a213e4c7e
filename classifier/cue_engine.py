"""RE2 asked without its wrapper: one call a match, spans only.

The public `search` and `finditer` of google-re2 are generators that make an object a match, which costs several times
what the engine itself takes. Where a version of it lacks what is used here, its public methods are asked.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import re2

from classifier.cue_notation import compiled

Spans = list[tuple[int, int]]
"""Where a match and its groups stand; -1 and -1 where there is none."""
Matcher = Callable[[Any, bytes, int, int], Spans]
"""Takes `SEARCH` or `HERE`, data, and where to begin and to end; what stands around is seen by `\\b`."""

_ANCHOR: Final = getattr(re2, "_Anchor", None)
SEARCH: Final[Any] = getattr(_ANCHOR, "UNANCHORED", "search")
"""The first match at the place or behind it."""
HERE: Final[Any] = getattr(_ANCHOR, "ANCHOR_START", "match")
"""A match that begins at the place."""


def matcher(regex: str, *, captures: bool = False) -> Matcher:
    """Return the function that matches `regex`; its groups too with `captures`. Raises re2.error."""
    pattern = compiled(regex, captures=captures)
    direct = getattr(getattr(pattern, "_regexp", None), "Match", None)
    return direct if callable(direct) and _ANCHOR is not None else public_matcher(pattern)


def public_matcher(pattern: Any) -> Matcher:
    """Return the same function by the public methods of a compiled pattern."""

    def match(anchor: Any, data: bytes, start: int, end: int) -> Spans:
        found = (pattern.match if anchor is HERE else pattern.search)(data, start, end)
        if found is None:
            return [(-1, -1)] * (pattern.groups + 1)
        return [found.span(group) for group in range(pattern.groups + 1)]

    return match
