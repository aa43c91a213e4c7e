"""Whether an ad seeks another trade: an occupation of `data/lexicons/trades.toml`, asked for and not merely named.

Who seeks an architect posts another trade; an architect who seeks an assistant is a client. English puts what a name
is about last ("dental nurse", but "nurse scheduling"), Italian first ("architetto", but "studio di architetti").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Final

from classifier.cue import Cue
from classifier.cue_engine import SEARCH, Matcher, matcher
from classifier.cue_notation import to_bytes
from classifier.known_words import read_words
from classifier.stems import stem
from classifier.text import fold
from classifier.trade_names import Table, TradeNames, trade_names

INDICATOR: Final = "other_trade"
"""The indicator that a trade which is sought states."""
TITLE: Final = 120
"""The first line, and of it at most so many characters, is taken as the title."""
REACH: Final = 7
"""What is sought is looked for in so many words behind the verb, and who seeks in so many behind the trade."""
_WINDOW: Final = 160
"""Characters behind a verb that are looked at."""
_WORD: Final = re.compile(r"[a-z0-9]+")
_CLOSE: Final = re.compile(r" {1,2}|['-]")
"""What stands between the words of one name."""
_NEAR: Final = re.compile(r" {1,2}|['-]| ?[&/+] ?")
"""What stands between the words of one phrase."""

Span = tuple[int, int]


def with_trades(text: str, cues: list[Cue]) -> list[Cue]:
    """Return `cues` in the order of `text`, with one for each trade it seeks that they do not name yet."""
    title, sought = find_trades(text)
    new = [
        Cue(INDICATOR, start, end, text[start:end], negated=False, source="pattern")
        for start, end in dict.fromkeys((*title, *sought))
        if not any(cue.indicator == INDICATOR and start < cue.end and cue.start < end for cue in cues)
    ]
    return sorted((*cues, *new), key=lambda cue: (cue.start, cue.end, cue.indicator)) if new else cues


def find_trades(text: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the places of the trades that the title of `text` seeks, and of those behind a verb of seeking.

    None where business support is sought, or named in the title. Takes time linear in the text.
    """
    ends = read_words(text).trades
    if not ends:
        return (), ()
    folded = fold(text)
    line = folded.find("\n")
    title = _Phrase(folded, 0, min(line if line >= 0 else len(folded), TITLE))
    verbs = _verb_places(to_bytes(folded))
    heads = dict.fromkeys(title.span(*trade) for trade in title.trades(0, title.size) if title.heads(*trade))
    sought: dict[Span, None] = {}
    for verb in verbs:
        at = bisect_right(ends, verb)
        if at < len(ends) and ends[at] < verb + _WINDOW:
            phrase = _Phrase(folded, verb, verb + _WINDOW)
            trades = phrase.trades(1, phrase.reach(0))
            sought |= dict.fromkeys(phrase.span(*trade) for trade in trades if phrase.closes(*trade))
    if not (heads or sought) or title.names_support():
        return (), ()
    if any(_Phrase(folded, verb, verb + _WINDOW).seeks_support() for verb in verbs):
        return (), ()
    return tuple(heads), tuple(sought)


def _verb_places(data: bytes) -> list[int]:
    """Return where the verbs of seeking begin."""
    match, size = _verbs(), len(data)
    places: list[int] = []
    start, end = match(SEARCH, data, 0, size)[0]
    while start >= 0:
        places.append(start)
        start, end = match(SEARCH, data, end, size)[0]
    return places


@cache
def _verbs() -> Matcher:
    return matcher(rf"\b(?:{'|'.join(sorted(trade_names().seek))})\b")


class _Phrase:
    """The words of a piece of an ad, and the trades among them."""

    def __init__(self, folded: str, first: int, last: int) -> None:
        self.names: TradeNames = trade_names()
        self._folded = folded
        self.words: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        for found in _WORD.finditer(folded, first, last):
            word, start = found.group(), found.start()
            if self._ends and word in self.names.gender and folded[start - 1] in "/*":
                self._ends[-1] = found.end()
            else:
                self.words.append(word)
                self._starts.append(start)
                self._ends.append(found.end())
        self.size = len(self.words)
        """How many words there are."""

    def span(self, first: int, last: int, _english: bool) -> Span:
        """Return the place of a trade in the text."""
        return self._starts[first], self._ends[last - 1]

    def names_support(self) -> bool:
        """Tell whether business support is named outside the name of a trade."""
        taken = [at for first, last, _ in self.trades(0, self.size) for at in range(first, last)]
        return any(word in self.names.support and at not in taken for at, word in enumerate(self.words))

    def seeks_support(self) -> bool:
        """Tell whether the verb that the phrase begins with seeks business support."""
        last = self.reach(0)
        return last < self.size and self.words[last] in self.names.support

    def reach(self, verb: int) -> int:
        """Return the first word behind `verb` that does not belong to what it seeks."""
        last = min(verb + REACH, self.size)
        for at in range(verb + 1, last):
            word = self.words[at]
            stops = word in self.names.stop and self.words[at - 1] not in self.names.seek
            if stops or word in self.names.support or (at > verb + 1 and not self._linked(at - 1, _NEAR)):
                return at
        return last

    def trades(self, first: int, last: int) -> Iterator[tuple[int, int, bool]]:
        """Yield (first word, word behind, whether English) of the trades that begin among the words."""
        free = first
        for at in range(first, last):
            if at < free:
                continue
            english = self._longest(at, self.names.english, stems=False)
            italian = self._longest(at, self.names.italian, stems=True)
            size = max(english[0], italian[0])
            free = at + size
            for (length, trade), is_english in ((english, True), (italian, False)):
                if trade and length == size:
                    yield at, at + size, is_english

    def heads(self, first: int, last: int, english: bool) -> bool:
        """Tell whether the trade is what its phrase in the title is about."""
        if not self.closes(first, last, english):
            return False
        at = first
        while at and self._linked(at - 1, _NEAR):
            at -= 1
            word = self.words[at]
            if word in self.names.seek:
                return True
            if word in self.names.stop and not (at and self.words[at - 1] in self.names.seek):
                return False
            if not english and word not in self.names.before and not word.isdigit():
                return False
        return True

    def closes(self, _first: int, last: int, english: bool) -> bool:
        """Tell whether nothing behind the trade makes it the name of something else, or him who seeks."""
        if english and last < self.size and self._linked(last - 1) and self.words[last] not in self.names.after:
            return self.words[last].isdigit()
        for at in range(last, min(last + REACH, self.size)):
            if not self._linked(at - 1):
                break
            if self.words[at] in self.names.seeker:
                return False
        return True

    def _longest(self, at: int, table: Table, *, stems: bool) -> tuple[int, bool]:
        """Return how many words the longest name at `at` has, and whether it is a trade."""
        first = stem(self.words[at]) if stems else self.words[at]
        for name, trade in table.get(first, ()):
            words = self.words[at : at + len(name)]
            found = list(map(stem, words)) if stems else words
            if found == name and all(self._linked(one) for one in range(at, at + len(name) - 1)):
                return len(name), trade
        return 0, False

    def _linked(self, at: int, link: re.Pattern[str] = _CLOSE) -> bool:
        """Tell whether the word at `at` and the next are of one phrase."""
        return link.fullmatch(self._folded, self._ends[at], self._starts[at + 1]) is not None
