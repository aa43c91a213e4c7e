"""Are two ads the same ad? An exact comparison of the words they share and the words each has alone.

Reposts change numbers, dates and a few words; copies add words around the text; a city list changes the place.
Another job written after the same template changes words on both sides, and usually what the title calls it.
Limits were chosen on one half of `data/duplicates/pairs.jsonl` and checked on the other.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from crawler.duplicate_text import DuplicateText

LEAST_SHARED: Final = 0.6
"""Share of the shorter text's shingles that the longer one must hold."""
LEAST_SHARED_ELSEWHERE: Final = 0.85
"""The same, between two posters."""
MOST_REPLACED: Final = 0.09
"""Share of words that each may have and the other not; words that only one of the two adds do not count."""
MOST_SCATTERED: Final = 0.2
"""The same, when they stand apart: a word here and there is an edit, a passage is another job."""
MOST_REPLACED_ELSEWHERE: Final = 0.04
"""The same, between two posters."""
LONGEST_PASSAGE: Final = 3
"""Words in a row, replaced, that still count as scattered."""
SHORT: Final = 25
"""Words; shorter texts of two posters may be alike by chance, and are never the same ad: titles count for more."""


class Outline(NamedTuple):
    """The little of an ad that tells most pairs of two posters apart, and is cheap to keep of all ads."""

    organization: str
    """Poster, folded; empty when unknown."""
    facts: frozenset[str]
    """Numbers, dates and places."""
    length: int
    """Words in the text."""


def outline(text: DuplicateText) -> Outline:
    """Return the outline of an ad."""
    return Outline(text.organization, text.facts, text.length)


def may_be_same(one: Outline, other: Outline) -> bool:
    """Return whether two ads may be the same by their outlines; if not, `same_ad` need not look at their words."""
    if one.organization and one.organization == other.organization:
        return True
    return min(one.length, other.length) >= SHORT and not _facts_differ(one, other)


def same_ad(one: DuplicateText, other: DuplicateText) -> bool:
    """Return whether two ads offer the same job, as far as their words tell."""
    if _titles_differ(one, other):
        return False
    if one.organization and one.organization == other.organization:
        share = replaced(one, other)
        scattered = share <= MOST_SCATTERED and min(passage(one, other), passage(other, one)) <= LONGEST_PASSAGE
        return (share <= MOST_REPLACED or scattered) and containment(one, other) >= LEAST_SHARED
    if not may_be_same(outline(one), outline(other)):
        return False
    return replaced(one, other) <= MOST_REPLACED_ELSEWHERE and containment(one, other) >= LEAST_SHARED_ELSEWHERE


def jaccard(one: DuplicateText, other: DuplicateText) -> float:
    """Return the share of all shingles of the two that both have, 0-1."""
    return len(one.shingles & other.shingles) / len(one.shingles | other.shingles)


def containment(one: DuplicateText, other: DuplicateText) -> float:
    """Return the share of the shorter text's shingles that the other has too, 0-1: a cut copy is contained whole."""
    return len(one.shingles & other.shingles) / min(len(one.shingles), len(other.shingles))


def replaced(one: DuplicateText, other: DuplicateText) -> float:
    """Return the share of words that stand in one text in the place of others, 0-1."""
    alone = min(len(one.words - other.words), len(other.words - one.words))
    return alone / max(1, min(len(one.words), len(other.words)))


def passage(one: DuplicateText, other: DuplicateText) -> int:
    """Return the most words in a row, fillers aside, that `one` has and `other` has nowhere."""
    longest = run = 0
    for word in one.running:
        run = 0 if word in other.words else run + 1
        longest = max(longest, run)
    return longest


def _titles_differ(one: DuplicateText, other: DuplicateText) -> bool:
    """Return whether each title has a word that the other ad does not have anywhere; in its title, if ads are short."""
    if min(one.length, other.length) < SHORT:
        return bool(one.title - other.title) and bool(other.title - one.title)
    return bool(one.title - other.words) and bool(other.title - one.words)


def _facts_differ(one: Outline, other: Outline) -> bool:
    """Return whether each has numbers, dates or places that the other has not."""
    return bool(one.facts - other.facts) and bool(other.facts - one.facts)
