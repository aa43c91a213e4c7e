"""The words of an ad and what they say of topics, skills, roles, trades, language: each is looked up once for all.

Words are compared by their stems. The table fills itself; most words say nothing, and only the others are kept.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from typing import Final

from classifier.cue_notation import to_bytes
from classifier.phrase_files import Phrases, role_phrases, skill_phrases, topic_phrases
from classifier.small_words import NO_SMALL_WORD, SMALL_WORDS
from classifier.stems import Step, first_steps, spaced, stem
from classifier.text import fold
from classifier.trade_names import trade_names

TOPIC: Final = 0
SKILL: Final = 1
ROLE: Final = 2
REMEMBERED: Final = 1 << 16
"""Words kept in the table, at most."""

Found = tuple[int, int, int, int, list[int]]
"""A phrase: its first piece and the one behind it, its first offset and the one behind it, and what it stands for."""


class Meaning:
    """What a word says: it begins phrases, or tells the language."""

    def __init__(
        self, topic: Step | None, skill: Step | None, role: Step | None, small: int, trade: bool = False
    ) -> None:
        self.topic = topic
        """The first step of topics, None where it begins none."""
        self.skill = skill
        """The first step of skills."""
        self.role = role
        """The first step of roles."""
        self.begins = bool(topic or skill or role)
        """Whether it begins a phrase of any kind."""
        self.small = small
        """Its kind in `SMALL_WORDS`, or `NO_SMALL_WORD`."""
        self.trade = trade
        """Whether the name of a trade may end with it."""


_NOTHING: Final = Meaning(None, None, None, NO_SMALL_WORD)


class Vocabulary:
    """Tables of words, which fill themselves and begin anew when they are full."""

    def __init__(self, most: int = REMEMBERED) -> None:
        self._most = most
        self.meanings: dict[bytes, Meaning] = {}
        """Word → what it says."""
        self.stems: dict[bytes, str] = {}
        """Word → its stem."""

    def learn(self, word: bytes) -> Meaning:
        """Return what a word says that is not in the table, and keep it."""
        if len(self.meanings) >= self._most:
            self.meanings.clear()
        cut = self.stems.get(word) or self.cut(word)
        topics, skills, roles = _first_steps()
        small = SMALL_WORDS.get(word, NO_SMALL_WORD)
        trade = trade_names().may_end(word.decode("ascii"))
        meaning = Meaning(topics.get(cut), skills.get(cut), roles.get(cut), small, trade)
        says = meaning.begins or trade or small != NO_SMALL_WORD
        self.meanings[word] = found = meaning if says else _NOTHING
        return found

    def cut(self, word: bytes) -> str:
        """Return the stem of a word that is not in the table, and keep it."""
        if len(self.stems) >= self._most:
            self.stems.clear()
        self.stems[word] = found = stem(word.decode("ascii"))
        return found


_VOCABULARY: Final = Vocabulary()


class Words:
    """Words in a row, and what those say that say something."""

    def __init__(self, pieces: list[bytes], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.pieces = pieces
        """The words, folded; an empty one between two blanks."""
        self.count = 0
        """How many are looked up, the empty ones left out."""
        self.small: list[list[bytes]] = [[], [], []]
        """Those of `SMALL_WORDS`, by their kind."""
        self.begins: list[Meaning] = []
        """What the words say that begin phrases."""
        self.places: list[int] = []
        """Which pieces those are."""
        self.starts: list[int] = []
        """Offset of the first character of each of those."""
        self.trades: list[int] = []
        """Offset of each word with which the name of a trade may end."""

    def look_up(self, place: int, start: int) -> None:
        """Look up the pieces from the one at `place`, which begins at offset `start`."""
        vocabulary = self._vocabulary
        known = vocabulary.meanings
        count = 0
        for piece in self.pieces[place:]:
            size = len(piece)
            if size:
                count += 1
                meaning = known.get(piece)
                if meaning is None:
                    meaning = vocabulary.learn(piece)
                if meaning is not _NOTHING:
                    if meaning.small != NO_SMALL_WORD:
                        self.small[meaning.small].append(piece)
                    if meaning.begins:
                        self.begins.append(meaning)
                        self.places.append(place)
                        self.starts.append(start)
                    if meaning.trade:
                        self.trades.append(start)
            place += 1
            start += size + 1
        self.count += count

    def find(self, kind: int) -> list[Found]:
        """Return the longest phrases of a kind (`TOPIC`, `SKILL`, `ROLE`), none within another."""
        found: list[Found] = []
        free = 0
        for number, meaning in enumerate(self.begins):
            step = meaning.topic if kind == TOPIC else meaning.skill if kind == SKILL else meaning.role
            if step is not None and self.places[number] >= free:
                free = self._follow(step, self.places[number], self.starts[number], found)
        return found

    def _follow(self, step: Step | None, place: int, start: int, found: list[Found]) -> int:
        """Add the longest phrase that begins with `step` at a piece and its offset; return the piece behind it.

        Where no phrase begins, that is the piece itself.
        """
        pieces, vocabulary = self.pieces, self._vocabulary
        values: list[int] | None = None
        at = after = place
        behind = end = start
        while step is not None:
            behind += len(pieces[at])
            at += 1
            if step.values:
                values, after, end = step.values, at, behind
            while at < len(pieces) and not pieces[at]:
                at += 1
                behind += 1
            if at == len(pieces) or not step.may_go_on(pieces[at]):
                break
            behind += 1
            step = step.onward.get(vocabulary.stems.get(pieces[at]) or vocabulary.cut(pieces[at]))
        if values is not None:
            found.append((place, after, start, end, values))
        return after

    def before(self, place: int) -> bytes:
        """Return the word before the piece at `place`; empty where none is."""
        place -= 1
        while place > 0 and not self.pieces[place]:
            place -= 1
        return self.pieces[place] if place >= 0 else b""

    def behind(self, place: int) -> bytes:
        """Return the word behind the piece at `place`; empty where none is."""
        place += 1
        while place < len(self.pieces) and not self.pieces[place]:
            place += 1
        return self.pieces[place] if place < len(self.pieces) else b""


class TextWords(Words):
    """The words of a whole text, folded and given as bytes, one a character."""

    def __init__(self, folded: bytes, vocabulary: Vocabulary = _VOCABULARY) -> None:
        self._folded = folded
        self._spaced = spaced(folded)
        super().__init__(self._spaced.split(b" "), vocabulary)
        self.look_up(0, 0)

    def within(self, first: int, last: int) -> Words:
        """Return the words from offset `first`, where no word is cut, up to `last`, as of that piece alone.

        Their places and offsets are those in the whole text.
        """
        # what may be cut, or have a plus only at the end of the piece, is looked up anew
        edge = max(first, self._spaced.rfind(b" ", first, max(first, last - 2)) + 1)
        place = self._spaced.count(b" ", 0, edge)
        part = Words(self.pieces[:place] + spaced(self._folded[edge:last]).split(b" "), self._vocabulary)
        low, high = bisect_left(self.starts, first), bisect_left(self.starts, edge)
        part.begins, part.places, part.starts = self.begins[low:high], self.places[low:high], self.starts[low:high]
        part.look_up(place, edge)
        return part


@lru_cache(maxsize=4)
def read_words(text: str) -> TextWords:
    """Return the words of `text`; kept for a while, since several parts of a reading ask for them."""
    return TextWords(to_bytes(fold(text)))


@cache
def _first_steps() -> tuple[dict[str, Step], dict[str, Step], dict[str, Step]]:
    """Return stem → first step of topics, skills and roles."""
    return _steps(topic_phrases()), _steps(skill_phrases()), _steps(role_phrases())


def _steps(phrases: Phrases) -> dict[str, Step]:
    return first_steps([(fold(phrase), value) for phrase, value in phrases])
