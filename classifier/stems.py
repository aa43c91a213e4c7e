"""Known phrases word by word, endings of number and gender aside."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_SHORT: Final = 4
"""Words of up to this many letters are compared whole, and of a longer one so many are kept: a "notaio" is no "not"."""
_BLANKS: Final = bytes(
    code if (chr(code).isascii() and chr(code).isalnum()) or chr(code) == "+" else ord(" ") for code in range(256)
)
"""A table for `bytes.translate`: what is no letter, digit or plus becomes a blank."""
_LOOSE_PLUS: Final = re.compile(rb"\+(?:(?! |$)|(?<![a-z0-9]\+))")
"""A plus that does not end a word."""


def spaced(folded: bytes) -> bytes:
    """Return folded text with nothing but its words and blanks, byte by byte; a plus at the end belongs to a word.

    >>> spaced(b"canva+ e c+d, 3+")
    b'canva+ e c d  3+'
    """
    return (_LOOSE_PLUS.sub(b" ", folded) if b"+" in folded else folded).translate(_BLANKS)


def stem(word: str) -> str:
    """Cut the endings of number and gender, Italian and English.

    >>> stem("agende"), stem("agenda"), stem("emails"), stem("word"), stem("notai"), stem("notaio"), stem("not")
    ('agend', 'agend', 'email', 'word', 'nota', 'nota', 'not')
    """
    bare = word.rstrip("s").rstrip("aeio")
    return bare if len(bare) >= _SHORT else word[:_SHORT]


class Step:
    """How far a phrase has come, word by word."""

    def __init__(self) -> None:
        self.values: list[int] = []
        """What the words so far stand for; empty where they are no phrase."""
        self.onward: dict[str, Step] = {}
        """Stem of the next word → the step to it."""
        self._letters = 0

    def may_go_on(self, word: bytes) -> bool:
        """Return False where no next word has the first letter of `word`, which tells most words without their stem."""
        return self._letters >> (word[0] & 31) & 1 == 1

    def add(self, word: bytes) -> Step:
        """Return the step to a next word, a new one where none is."""
        self._letters |= 1 << (word[0] & 31)
        return self.onward.setdefault(stem(word.decode("ascii")), Step())


def first_steps(phrases: Iterable[tuple[str, int]]) -> dict[str, Step]:
    """Return the stem of each first word of `phrases`, which are folded, → the step to it."""
    root = Step()
    for phrase, value in phrases:
        step = root
        for word in spaced(phrase.encode("ascii")).split():
            step = step.add(word)
        if step is not root and value not in step.values:
            step.values.append(value)
    return root.onward
