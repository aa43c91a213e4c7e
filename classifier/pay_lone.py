"""Plain numbers that stand alone: nothing behind them belongs to them, no currency, scale, cents or second number.

Most numbers of an ad are such (years, counts, `$15 an hour`): to know it spares the search for all that may follow.
"""

from __future__ import annotations

import re
from typing import Final

from classifier.pay_notation import DOLLARS, NAMES, NUMBER, SCALES

DIGIT: Final = 48
"""Byte of `shape_of` for a figure."""
_LETTER: Final = 97
_BLANK: Final = 32
_QUIET: Final = 59
"""Bytes of `shape_of` for a letter, for a blank or line end, and for a mark behind which no number goes on."""
_PLUS: Final = 43
_COMMA: Final = 44
_DOT: Final = 46
_JOINING: Final = b"/-~'"
_SHAPES: Final = {b"0123456789": 48, b"abcdefghijklmnopqrstuvwxyz": 97, b" \n": 32, b'():;!"*]': 59}
_TABLE: Final = bytes(next((shape for of, shape in _SHAPES.items() if code in of), code) for code in range(256))
_BEHIND: Final = b"  ;"
"""Put behind a text, so that no look goes too far."""
_NUMBER: Final = re.compile(NUMBER)
_MOST_DIGITS: Final = 9
"""A longer number is a code."""
_NEAR: Final = 41
"""Characters behind a number in which a second one of the same range begins."""
_OWN: Final = frozenset((*SCALES, *NAMES, *"u percento percent cent cents centesimi centesimo".split()))
"""Words behind a number that may belong to it, as far as their letters go."""
_DOLLARS: Final = frozenset("us au a ca c sg s nz hk".split())
"""Such ones before a dollar sign."""
_JOINTS: Final = "a ad al ai to e ed and or o max".split()
_SIGNS: Final = (*DOLLARS, "us", "euro", "eur", "php", "inr", "gbp", "rs", "p")
_JOINTS_GLUED: Final = frozenset((
    *_JOINTS, *_SIGNS, *(joint + sign for joint in _JOINTS for sign in ("r", *_SIGNS)),
    *(f"{joint}{sign}r" for joint in ("", *_JOINTS) for sign in _SIGNS), *"up fino an l all per".split(),
))  # fmt: skip
"""Words with which all that leads to a second number begins, as far as their letters go."""


def shape_of(folded: str) -> bytes:
    """Return folded text as bytes, with a `0` for each figure, an `a` for each letter, a blank for line ends.

    >>> shape_of("da 8 a 10/h")
    b'aa 0 a 00/a  ;'
    """
    return folded.encode("latin-1", "replace").translate(_TABLE) + _BEHIND


def lone_end(folded: str, shape: bytes, start: int) -> int:
    """Return the end of the number at `start` where nothing behind it belongs to it, else 0: it must be looked into.

    >>> text = "10 hours, 12 euro"
    >>> lone_end(text, shape_of(text), 0), lone_end(text, shape_of(text), 10)
    (2, 0)
    """
    end = start + 1
    while shape[end] == DIGIT:
        end += 1
    if end - start > _MOST_DIGITS:
        return 0
    mark = shape[end]
    if mark in (_COMMA, _DOT) and shape[end + 1] == DIGIT:
        number = _NUMBER.match(folded, start)
        end = number.end() if number else 0
        if shape[end] == DIGIT or " " in folded[start:end]:
            return 0
    return end if _is_alone(folded, shape, end) else 0


def _is_alone(folded: str, shape: bytes, end: int) -> bool:
    """Return whether nothing that stands behind `end` belongs to the number before it."""
    behind, place = shape[end], end
    plus = behind == _PLUS
    if plus:
        place += 1
        behind = shape[place]
    if behind == _BLANK:
        place += 1
        behind = shape[place]
        if behind == _BLANK:
            behind = shape[place + 1]
            return behind == _QUIET or (behind == _LETTER and folded[place + 1] != "r")
        if behind == _PLUS:
            return True
    if behind == _LETTER:
        return _is_foreign_word(folded, shape, place, None if plus else end)
    if behind == _QUIET:
        return True
    if place == end and behind in (_COMMA, _DOT):
        return shape[end + 1] in (_LETTER, _BLANK)
    return behind in _JOINING and (plus or shape.find(DIGIT, end, end + _NEAR) < 0)


def _is_foreign_word(folded: str, shape: bytes, place: int, end: int | None) -> bool:
    """Return whether the word at `place` does not belong to the number that ends at `end` (None: a plus is between)."""
    last = place + 1
    while shape[last] == _LETTER:
        last += 1
    word = folded[place:last]
    if word in _OWN:
        return False
    if word not in _JOINTS_GLUED:
        return True
    if (word in _DOLLARS and "$" in folded[last : last + 2]) or folded.startswith("cento", last + 1):
        return False
    return end is None or shape.find(DIGIT, end, end + _NEAR) < 0
