"""Small rules over the clause around a phrase: is it denied, or does it speak of something else."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import Final

from classifier.cue_denials import (
    BEGINNINGS,
    DENIAL_AFTER,
    DENIAL_BEFORE,
    DENIES_ITSELF,
    IDLE_DENIAL,
    NOT_A_DENIAL,
)
from classifier.cue_engine import SEARCH, Matcher, matcher
from classifier.cue_lexicon import load_indicators
from classifier.cue_notation import to_bytes, to_regex
from classifier.cue_prefilter import Places
from classifier.cue_title import title_end

REACH: Final = 70
"""Characters before and after a phrase within which its clause is looked at."""

NEAR: Final = 2
"""An exception may be so many words away from the phrase that it undoes."""

_LINE_END: Final = b"\n"
_SENTENCES: Final = bytes.maketrans(to_bytes(".;!?,()•…"), _LINE_END * 9)
"""Writes a line end for what an exception does not reach across; a colon it does ("after the trial: employment")."""
_CLAUSES: Final = bytes.maketrans(to_bytes(".;!?,()•…:"), _LINE_END * 10)
"""Writes a line end for what a denial does not reach across."""

_IS_DENIED_BEFORE: Final = matcher(DENIAL_BEFORE)
_IS_NO_DENIAL: Final = matcher(NOT_A_DENIAL)
_IS_IDLE: Final = matcher(IDLE_DENIAL)
_DENIES_ITSELF: Final = matcher(DENIES_ITSELF)
_IS_DENIED_AFTER: Final = matcher(DENIAL_AFTER)


class Exceptions:
    """What takes a phrase of an indicator away; None where nothing does."""

    def __init__(self, indicator: str) -> None:
        entry = load_indicators()[indicator]
        before, after, title = _either(entry.unless_before), _either(entry.unless_after), _either(entry.unless_title)
        self.before: Matcher | None = None
        self.after: Matcher | None = None
        self.title: Matcher | None = None
        if before:
            self.before = matcher(rf"(?:{before})(?:[\s':-]+[^\s':-]+){{0,{NEAR}}}[\s':-]*$")
        if after:
            self.after = matcher(rf"^[\s'-]*(?:[^\s'-]+[\s'-]+){{0,{NEAR}}}(?:{after})")
        if title:
            self.title = matcher(title)


class Scope:
    """The surroundings of phrases in one folded text."""

    def __init__(self, data: bytes, places: Places) -> None:
        """`places` tells where words of denial stand in `data`."""
        self._data = data
        self._deny_behind = places.deny_behind
        self._deny_before = places.deny_before
        self._clauses = data.translate(_CLAUSES)
        self._sentences = data.translate(_SENTENCES)
        self._title = data[: title_end(data)]

    def denied(self, start: int, end: int) -> bool:
        """Tell whether the phrase at `start`:`end` is denied in its own clause."""
        before, after = self._may_deny_before(start), self._may_deny_after(end)
        if not (before or after) or _stands(_DENIES_ITSELF, self._data[start:end]):
            return False
        if before:
            words = self._before(start, self._clauses)
            at = _IS_DENIED_BEFORE(SEARCH, words, 0, len(words))[0][0]
            if at >= 0 and not _stands(_IS_NO_DENIAL, words[at:]):
                return not _stands(_IS_IDLE, words)
        return after and _stands(_IS_DENIED_AFTER, self._after(end))

    def undone(self, exceptions: Exceptions, start: int, end: int) -> bool:
        """Tell whether the lexicon's own exceptions (`unless_…`) take the phrase at `start`:`end` away."""
        if exceptions.title is not None and _stands(exceptions.title, self._title):
            return True
        if exceptions.before is not None and _stands(exceptions.before, self._before(start, self._sentences)):
            return True
        return exceptions.after is not None and _stands(exceptions.after, self._after(end))

    def _may_deny_before(self, start: int) -> bool:
        """Tell whether a denial may begin in reach before a phrase, or with what is left of a word that is cut."""
        low = max(0, start - REACH)
        places = self._deny_behind
        if bisect_left(places, low) < bisect_left(places, start):
            return True
        return (low > 0 and self._data.startswith(BEGINNINGS, low)) or _inside(self._data, start)

    def _may_deny_after(self, end: int) -> bool:
        """Tell whether a denial may stand in reach behind a phrase, or in the word that it ends in."""
        places = self._deny_before
        at = bisect_left(places, end)
        return (at < len(places) and places[at] < end + REACH) or _inside(self._data, end)

    def _before(self, start: int, lines: bytes) -> bytes:
        low = max(0, start - REACH)
        return self._data[max(low, lines.rfind(_LINE_END, low, start) + 1) : start]

    def _after(self, end: int) -> bytes:
        stop = self._clauses.find(_LINE_END, end, end + REACH)
        return self._data[end : stop if stop >= 0 else end + REACH]


@cache
def exceptions_of(indicator: str) -> Exceptions | None:
    """Return what takes phrases of an indicator away; None where nothing does."""
    found = Exceptions(indicator)
    return found if found.before or found.after or found.title else None


def _stands(match: Matcher, data: bytes) -> bool:
    return match(SEARCH, data, 0, len(data))[0][0] >= 0


def _inside(data: bytes, at: int) -> bool:
    """Tell whether a place is inside a word."""
    return data[at - 1 : at + 1].isalnum() if 0 < at < len(data) else False


def _either(phrases: tuple[str, ...]) -> str:
    return "|".join(to_regex(phrase) for phrase in phrases)
