"""A phrase of the lexicons, ready to be looked for."""

from __future__ import annotations

from collections.abc import Iterable

from classifier.cue_engine import Matcher, matcher


class Phrase:
    """A phrase, its pattern compiled when it is first looked for."""

    def __init__(self, index: int, indicator: str, regex: str, title_only: bool) -> None:
        self.index = index
        """Its number among all."""
        self.indicator = indicator
        """Id of its indicator."""
        self.regex = regex
        """Its pattern, as `cue_notation` writes it."""
        self.title_only = title_only
        """Whether it counts only where it begins in the title."""
        self.wanted: frozenset[int] = frozenset()
        """Needs that a text must meet before it is worth looking for, where it may begin or where it is called."""
        self._match: Matcher | None = None

    def want(self, needs: Iterable[int]) -> None:
        """Ask for needs, by number."""
        self.wanted = frozenset(needs)

    def matcher(self) -> Matcher:
        """Return the function that matches it."""
        if self._match is None:
            self._match = matcher(self.regex)
        return self._match
