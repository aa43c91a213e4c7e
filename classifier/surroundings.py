"""What an ad says around a skill or a role: whether it tells of the company, or calls it welcome only."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import Final

from classifier.signs import rules, standing

_BEFORE: Final = 200
_AFTER: Final = 120
"""Characters of a skill's line, before and behind it, in which a word such as "gradita" makes it welcome only."""
_ENDS: Final = ("\n", ". ", "! ", "? ")
"""Where a sentence ends."""


class Surroundings:
    """The signs of an ad, folded, and what stands in their sentences and lines."""

    def __init__(self, folded: str) -> None:
        self._folded = folded
        self._company = _spans(folded, "company")
        self._nice = _spans(folded, "nice")

    def of_company(self, start: int, end: int) -> bool:
        """Return whether the sentence around a skill tells of the company and asks nothing."""
        if not _any_within(self._company, start - _BEFORE, end + _AFTER):
            return False
        first, last = self._sentence(start, end)
        if not _any_within(self._company, first, last):
            return False
        sentence = self._folded[first:last]
        asking: list[str] = rules("matching.toml")["asking"]
        return not any(phrase in sentence for phrase in asking)

    def is_welcome(self, start: int) -> bool:
        """Return whether the line around `start` calls what stands there welcome, not required."""
        if not _any_within(self._nice, start - _BEFORE, start + _AFTER):
            return False
        first = self._folded.rfind("\n", max(0, start - _BEFORE), start) + 1
        last = self._folded.find("\n", start, start + _AFTER)
        return _any_within(self._nice, first or start - _BEFORE, last if last >= 0 else start + _AFTER)

    def _sentence(self, start: int, end: int) -> tuple[int, int]:
        low, high = max(0, start - _BEFORE), end + _AFTER
        first, last = low, high
        for mark in _ENDS:
            first = max(first, self._folded.rfind(mark, low, start) + 1)
            place = self._folded.find(mark, end, high)
            if 0 <= place < last:
                last = place
        return first, last


@lru_cache(maxsize=2)
def read_surroundings(folded: str) -> Surroundings:
    """Return the surroundings of folded text; kept for a while, since skills and level ask for them."""
    return Surroundings(folded)


def _spans(folded: str, kind: str) -> list[tuple[int, int]]:
    """Return where the phrases of a list stand, sorted."""
    spans: list[tuple[int, int]] = []
    for name, phrase in standing(folded):
        place = folded.find(phrase) if name == kind else -1
        while place >= 0:
            spans.append((place, place + len(phrase)))
            place = folded.find(phrase, place + 1)
    spans.sort()
    return spans


def _any_within(spans: list[tuple[int, int]], first: int, last: int) -> bool:
    """Return whether one of the spans, which are sorted, lies between two offsets."""
    for number in range(bisect_left(spans, (first, 0)), len(spans)):
        start, end = spans[number]
        if start >= last:
            return False
        if end <= last:
            return True
    return False
