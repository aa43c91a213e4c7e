r"""With which words a match of a pattern of the lexicons can begin.

A match of "(orari|orario) fissi" begins where "orari" or "orario" stands just before "fissi", and nowhere else: there
alone the pattern has to be tried. As in `cue_needs`, a word is a run of letters and figures (`\w`), and never too much
is asked: where the first word is not certain, nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from classifier.cue_common import is_common
from classifier.cue_parts import ANY, FIGURE, SPLIT, Readings, parts


class Followers(NamedTuple):
    """Words that stand behind the first of a match; among these, `ANYTHING` where any may."""

    second: frozenset[str]
    third: frozenset[str]


Openings = dict[str, Followers]
"""First words of a match → the words behind it.

`orari*` is any word that begins so, `#` any that begins with a figure, `h#` with letters and a figure behind them.
"""

ANYTHING: Final = ""
_LOOKED_AT: Final = 3
"""Words from the beginning of a match that are told."""
_MOST: Final = 4096
"""Rows of words that are written out; beyond, the words behind are not told."""
_UNKNOWN: Final = re.compile(r"[*~#]")


def openings(regex: str) -> Openings | None:
    r"""Return how a match of `regex` begins; None where that is not certain.

    >>> for word, (second, third) in openings(r"\b(?:orari[a-z]*(?:[ -]+\n?|\n)[ -]*(?:fiss[oi]))\b").items():
    ...     print(word, sorted(second), sorted(third))
    orari* ['fissi', 'fisso'] ['']
    """
    if not regex.startswith(r"\b"):
        return None
    found: dict[str, Followers] = {}
    for word, second, third in _triples(parts(regex)):
        if not word:
            return None
        known = found.get(word, Followers(frozenset(), frozenset()))
        found[word] = Followers(known.second | {second}, known.third | {third})
    return found


def common(found: Openings) -> bool:
    """Tell whether such openings stand in most ads: common words, with anything behind them."""
    return any(ANYTHING in behind.second and is_common(word) for word, behind in found.items())


def begins_with_figures(found: Openings) -> bool:
    """Tell whether some of the openings are figures with anything behind them."""
    return any(word == FIGURE or (word[0].isdigit() and ANYTHING in behind.second) for word, behind in found.items())


def _triples(found: Sequence[Readings]) -> set[tuple[str, str, str]]:
    """Return the first three words of all readings of the parts in a row, as far as they are certain."""
    begun = {(ANYTHING,) if reading[:1] in {"", SPLIT} else _words(reading) for reading in found[0]}
    for part in found[1:]:
        behind = {_words(reading) for reading in part}
        if len(begun) * len(behind) > _MOST or all(len(words) == _LOOKED_AT for words in begun):
            break
        begun = {(words + more)[:_LOOKED_AT] for words in begun for more in behind}
    padded = [(*words, ANYTHING, ANYTHING) for words in begun]
    return {(words[0], words[1], words[2]) for words in padded}


def _words(reading: str) -> tuple[str, ...]:
    """Return what is certain of the first words of a reading; behind something unknown nothing is."""
    words: list[str] = []
    for word in reading.split():
        words.append(_beginning(word))
        if ANY in word:
            words += [ANYTHING] * _LOOKED_AT
    return tuple(words[:_LOOKED_AT])


def _beginning(word: str) -> str:
    """Return what is certain of a word that begins at an edge: all of it, its beginning, a figure, or nothing."""
    head = _UNKNOWN.split(word, maxsplit=1)[0]
    if head == word:
        return word
    if word[len(head)] == FIGURE and (not head or head[-1].isalpha()):
        return head + FIGURE
    return head + ANY if head else ""
