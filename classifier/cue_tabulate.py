"""What the words of a text tell of many phrases, as plain tables that can be kept in a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from classifier.cue_needs import Need, later_needs, needs
from classifier.cue_openings import ANYTHING, Openings, begins_with_figures, common, openings

MOST_NEEDS: Final = 3
"""Needs of a phrase that are looked at, the rarest."""
ANY_CLASS: Final = -1
"""Stands for the class of words behind an opening where any word may follow."""

Table = dict[str, list[int]]
"""Word → numbers."""


class Tables(NamedTuple):
    """How many phrases begin, and what they need, as plain numbers. Phrases are told by number."""

    weak: list[int]
    """Phrases of which words tell nothing: they may begin anywhere, and need nothing but what stands in most ads."""
    opening: dict[str, list[list[int]]]
    """Word → the phrases that may begin with it: each its number, then the classes of the two words behind."""
    following: Table
    """Word → the classes to which it belongs."""
    calling: Table
    """Word → the other phrases, which it calls."""
    wanted: Table
    """Phrase, its number written out → its needs beyond those that its opening, or the word that calls it, has met."""
    meeting: Table
    """Word → needs that it meets."""


def tabulate(regexes: Sequence[str], titles: Iterable[int] = ()) -> Tables:
    """Return the tables of patterns; `titles` are the numbers of those looked for in the first line alone.

    A phrase is looked for where it begins, if that is certain, and not everywhere; else, if it needs words that are
    rare enough, in the whole text. What begins in the title is not worth more questions.
    """
    titles = frozenset(titles)
    tables = Tables([], {}, {}, {}, {}, {})
    opened: dict[int, Openings] = {}
    needed: dict[int, tuple[Need, ...]] = {}
    for index, regex in enumerate(regexes):
        found, wanted = openings(regex), _rarest(needs(regex))
        figures = found is None or begins_with_figures(found)
        if found and (index in titles or not (figures or (wanted and common(found)))):
            opened[index] = found
            wanted = () if index in titles else _rarest(later_needs(regex))
        elif wanted and not figures:
            for word in sorted(wanted[0]):
                tables.calling.setdefault(word, []).append(index)
            wanted = wanted[1:]
        else:
            tables.weak.append(index)
            wanted = ()
        needed[index] = wanted
    _add_openings(tables, opened)
    _add_needs(tables, needed)
    return tables


def _rarest(found: Iterable[Need]) -> tuple[Need, ...]:
    """Return the needs of a phrase that are met most seldom: by the fewest words."""
    return tuple(sorted(found, key=len)[:MOST_NEEDS])


def _add_openings(tables: Tables, opened: dict[int, Openings]) -> None:
    classes: dict[frozenset[str], int] = {}

    def numbered(words: frozenset[str]) -> int:
        return ANY_CLASS if ANYTHING in words else classes.setdefault(words, len(classes))

    for index, found in opened.items():
        for word, behind in found.items():
            tables.opening.setdefault(word, []).append([index, numbered(behind.second), numbered(behind.third)])
    for words, number in classes.items():
        for word in sorted(words):
            tables.following.setdefault(word, []).append(number)


def _add_needs(tables: Tables, needed: dict[int, tuple[Need, ...]]) -> None:
    numbers: dict[Need, int] = {}
    for index, wanted in needed.items():
        if wanted:
            tables.wanted[str(index)] = [numbers.setdefault(need, len(numbers)) for need in wanted]
    for need, number in numbers.items():
        for word in sorted(need):
            tables.meeting.setdefault(word, []).append(number)
