"""Search terms: which stored ads are read and counted."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from classifier.text import fold

_EDGE = r"(?<![^\W_]){}(?![^\W_])"


class SearchTerms:
    """A set of search terms; an ad is in when its title or text holds one of them as whole words."""

    def __init__(self, terms: Sequence[str]) -> None:
        self.terms = tuple(terms)
        """The terms as given; a term all in capitals (VA) matches in capitals only."""
        capitals = [term for term in self.terms if term.isupper()]
        self._exact = _pattern(capitals)
        self._folded = _pattern([fold(term) for term in self.terms if term not in capitals])

    @property
    def key(self) -> str:
        """A short fingerprint of the terms."""
        return hashlib.sha256("\n".join(self.terms).encode()).hexdigest()[:8]

    def match(self, title: str, description: str) -> bool:
        """Return whether a term stands in the ad; without terms every ad is in."""
        if not self.terms:
            return True
        text = f"{title}\n{description}"
        return bool(self._exact.search(text) or self._folded.search(fold(text)))


def _pattern(terms: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern of plain alternatives, linear in the text; it never matches when there are none."""
    if not terms:
        return re.compile(r"(?!)")
    alternatives = "|".join(r"\s+".join(map(re.escape, term.split())) for term in terms)
    return re.compile(_EDGE.format(f"(?:{alternatives})"))
