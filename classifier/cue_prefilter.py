"""Where which phrases may stand in a text, told by its words alone: the few places that are worth a look.

The words of a text are looked up in a table that fills itself: word → what it means to the phrases (`cue_tabulate`),
and word, next word → what begins there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from classifier.cue_denials import BEFORE, BEHIND, SHORTENED, denies
from classifier.cue_parts import ANY, FIGURE
from classifier.cue_phrase import Phrase
from classifier.cue_tabulate import ANY_CLASS, Tables
from classifier.cue_title import title_end

REMEMBERED: Final = 1 << 16
"""Words and pairs of words kept in the table, at most; then it begins anew."""
FEW: Final = 4
"""Classes of which one at least of two neighbours has no more: then it is quicker to compare than to remember."""
MASK_BITS: Final = 60
"""Bits of a number that is quick to compare."""

_WORDS: Final = bytes(code if re.match(rb"[A-Za-z_0-9]", bytes([code])) else ord(" ") for code in range(256))
"""A table for `bytes.translate`: what is neither letter nor figure becomes a blank."""
_FIGURE: Final = re.compile("[0-9]")
_BLANK: Final = b" "
_APOSTROPHE: Final = ord("'")
_END: Final = b"."
"""A word that means nothing; two stand behind the last one."""


class Places:
    """Where phrases may begin in a text, and where words stand that may deny one."""

    def __init__(self) -> None:
        self.phrases: list[Phrase] = []
        """Phrases, each at the place in `begin` at which it may begin, in the order of the places; some twice."""
        self.begin: list[int] = []
        """The places."""
        self.called: list[Phrase] = []
        """Phrases that may begin anywhere; some twice."""
        self.met: set[int] = set()
        """Needs of phrases that the text meets."""
        self.deny_behind: list[int] = []
        """Places of words that may deny what stands behind them, in order."""
        self.deny_before: list[int] = []
        """Places of words that may deny what stands before them, in order."""


class _Opening:
    """A phrase that may begin with a word, or with two."""

    def __init__(self, phrase: Phrase, kind: int) -> None:
        self.phrase = phrase
        self.kind = kind
        """The class of the word that must follow, or `ANY_CLASS`."""


class _Word:
    """What a word means."""

    def __init__(self) -> None:
        self.opens: list[Phrase] = []
        """Phrases that may begin with it, whatever follows."""
        self.opening: dict[int, list[_Opening]] = {}
        """Class → phrases that may begin with it when a word of the class follows."""
        self.followers: frozenset[int] = frozenset()
        """The classes of `opening`."""
        self.pairs: dict[bytes, list[_Opening]] = {}
        """Next word → phrases of `opening`, as far as it was asked; only for words of many classes."""
        self.in_title: list[_Opening] = []
        """Phrases of titles that may begin with it."""
        self.classes: frozenset[int] = frozenset()
        """Classes to which it belongs."""
        self.meets: frozenset[int] = frozenset()
        """Needs that it meets."""
        self.calls: list[Phrase] = []
        """Phrases that it calls."""
        self.denies = 0
        """What it may deny (`cue_denials.denies`)."""
        self.means = False
        """Whether it means something by itself."""
        self.mask = 0
        """Its `classes`, a bit for several of them: no bit in common with `mask_behind`, no class in common."""
        self.mask_behind = 0
        """Its `followers`, likewise."""


class Prefilter:
    """Tells by the words of a text which phrases may stand in it, and where."""

    def __init__(self, tables: Tables, phrases: Sequence[Phrase], most: int = REMEMBERED) -> None:
        """`tables` are those of `phrases`; `most` words and pairs are kept."""
        self._most = most
        self._tables = tables
        self._phrases = phrases
        self._known = frozenset[str]().union(tables.opening, tables.following, tables.calling, tables.meeting)
        self._heads = sorted({len(word) - 1 for word in self._known if word.endswith(ANY)})
        self._tails = sorted({len(word) - 1 for word in self._known if word.startswith(ANY)})
        self._words: dict[bytes, _Word] = {}
        self._kept = 0
        self._nothing = _Word()
        self._none: list[_Opening] = []

    def places(self, data: bytes) -> Places:
        """Return where phrases, the weak ones apart, may begin in folded text given as bytes, if their needs are met.

        Phrases of titles are told only of places in the title, before all others.
        """
        words = data.translate(_WORDS).split(_BLANK)
        words += (_END, _END)
        found = Places()
        self._in_title(words, title_end(data), found)
        self._in_text(words, data, found)
        return found

    def _in_text(self, words: list[bytes], data: bytes, found: Places) -> None:
        known = self._words
        phrases = found.phrases
        begin = found.begin
        met = found.met
        begun = self._none
        first = left = self._nothing
        at = left_at = first_at = 0
        for letters in words:
            size = len(letters)
            if size:
                word = known.get(letters)
                if word is None:
                    word = self._learn(letters)
                for phrase in first.opens:
                    phrases.append(phrase)
                    begin.append(first_at)
                for opening in begun:
                    if opening.kind == ANY_CLASS or opening.kind in word.classes:
                        phrases.append(opening.phrase)
                        begin.append(first_at)
                begun = self._begun(left, letters, word) if word.mask & left.mask_behind else self._none
                if word.means:
                    met |= word.meets
                    found.called += word.calls
                    if word.denies:
                        _note(word.denies, data, at, size, found)
                first = left
                first_at = left_at
                left = word
                left_at = at
            at += size + 1

    def _begun(self, left: _Word, letters: bytes, word: _Word) -> list[_Opening]:
        """Return the phrases that may begin with a word and the one behind it, each with the class of the third."""
        if len(left.followers) > FEW and len(word.classes) > FEW:
            openings = left.pairs.get(letters)
            if openings is None:
                openings = left.pairs[letters] = _openings(left, word)
                self._kept += 1
            return openings
        if left.followers.isdisjoint(word.classes):
            return self._none
        return _openings(left, word)

    def _in_title(self, words: list[bytes], end: int, found: Places) -> None:
        left = self._nothing
        at = left_at = 0
        for letters in words:
            size = len(letters)
            if size:
                word = self._words.get(letters)
                if word is None:
                    word = self._learn(letters)
                for opening in left.in_title:
                    if opening.kind == ANY_CLASS or opening.kind in word.classes:
                        found.phrases.append(opening.phrase)
                        found.begin.append(left_at)
                if at > end:
                    return
                left = word
                left_at = at
            at += size + 1

    def _learn(self, letters: bytes) -> _Word:
        """Return what a word means, and keep it."""
        if self._kept >= self._most:
            self._words.clear()
            self._kept = 0
        known = self._forms(letters.decode("ascii"))
        may_deny = denies(letters)
        word = self._nothing
        if known or may_deny:
            word = self._meaning(known)
            word.denies = may_deny
            word.means = bool(word.meets or word.calls or may_deny)
        self._words[letters] = word
        self._kept += 1
        return word

    def _forms(self, word: str) -> list[str]:
        """Return the forms under which a word stands in the tables."""
        forms = [word]
        if (figure := _FIGURE.search(word)) is not None:
            forms.append(word[: figure.start()] + FIGURE)
        size = len(word)
        forms += [word[:length] + ANY for length in self._heads if length <= size]
        forms += [ANY + word[-length:] for length in self._tails if length <= size]
        return [form for form in forms if form in self._known]

    def _meaning(self, known: list[str]) -> _Word:
        tables = self._tables
        word = _Word()
        word.classes = _numbers(known, tables.following)
        word.meets = _numbers(known, tables.meeting)
        word.calls = [self._phrases[index] for index in sorted(_numbers(known, tables.calling))]
        for form in known:
            for index, second, third in tables.opening.get(form, ()):
                _add_opening(word, self._phrases[index], second, third)
        word.followers = frozenset(word.opening)
        word.mask = _mask(word.classes)
        word.mask_behind = _mask(word.followers)
        return word


def _add_opening(word: _Word, phrase: Phrase, second: int, third: int) -> None:
    if phrase.title_only:
        word.in_title.append(_Opening(phrase, second))
    elif second == ANY_CLASS:
        word.opens.append(phrase)
    else:
        word.opening.setdefault(second, []).append(_Opening(phrase, third))


def _openings(left: _Word, word: _Word) -> list[_Opening]:
    return [opening for kind in left.followers & word.classes for opening in left.opening[kind]]


def _note(may: int, data: bytes, at: int, size: int, found: Places) -> None:
    """Note the place of a word that may deny a phrase."""
    behind = at + size
    if may & BEHIND or (may & SHORTENED and behind < len(data) and data[behind] == _APOSTROPHE):
        found.deny_behind.append(at)
    if may & BEFORE:
        found.deny_before.append(at)


def _numbers(forms: Iterable[str], table: dict[str, list[int]]) -> frozenset[int]:
    return frozenset([number for form in forms for number in table.get(form, ())])


def _mask(classes: Iterable[int]) -> int:
    mask = 0
    for number in classes:
        mask |= 1 << number % MASK_BITS
    return mask
