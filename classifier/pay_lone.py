"""Plain numbers that stand alone: nothing behind them belongs to them, no currency, scale, cents or second number.

Most numbers of an ad are such (years, counts, `$15 an hour`): to know it spares the search for all that may follow.
"""

from __future__ import annotations

import re
from typing import Final

from classifier.pay_notation import CODES, DOLLARS, NAMES, NUMBER, SCALES

DIGIT: Final = 48
"""Byte of `shape_of` for a figure."""
_LETTER: Final = 97
_BLANK: Final = 32
_QUIET: Final = 59
"""Bytes of `shape_of` for a letter, for a blank or line end, and for a mark behind which no number goes on."""
_STRANGE: Final = 255
"""Byte of `shape_of` for a question mark, or what stands for one: a character beyond ASCII."""
_PLUS: Final = 43
_COMMA: Final = 44
_DOT: Final = 46
_JOINING: Final = b"/-~'"
_SHAPES: Final = {b"0123456789": 48, b"abcdefghijklmnopqrstuvwxyz": 97, b" \n": 32, b'():;!"*]': 59, b"?": 255}
_TABLE: Final = bytes(next((shape for of, shape in _SHAPES.items() if code in of), code) for code in range(256))
_BEHIND: Final = b"  ;"
"""Put behind a text, so that no look goes too far."""
_NUMBER: Final = re.compile(NUMBER).match
_MOST_DIGITS: Final = 9
"""A longer number is a code."""
_NEAR: Final = 41
"""Characters behind a number in which a second one of the same range begins."""
_OWN: Final = frozenset((*SCALES, *NAMES, *"u percento percent cent cents centesimi centesimo".split()))
"""Words behind a number that may belong to it, as far as their letters go."""
_DOLLARS: Final = frozenset("us au a ca c sg s nz hk".split())
"""Such ones before a dollar sign."""
_PLAIN_NAMES: Final = frozenset(NAMES) - {"ph"}
"""Names of a currency that mean nothing else."""
_SIGNS_BEHIND: Final = frozenset("€$£₹¥")
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
    return folded.encode("ascii", "replace").translate(_TABLE) + _BEHIND


def number_end(folded: str, shape: bytes, start: int) -> int:
    """Return the end of the number at `start`, or 0 where it is written in an unusual way.

    >>> number_end("12,50 euro", shape_of("12,50 euro"), 0)
    5
    """
    end = start + 1
    while shape[end] == DIGIT:
        end += 1
        if end - start > _MOST_DIGITS:
            return 0
    mark = shape[end]
    if mark in (_COMMA, _DOT) and shape[end + 1] == DIGIT:
        number = _NUMBER(folded, start)
        end = number.end() if number else 0
        if shape[end] == DIGIT or " " in folded[start:end]:
            return 0
    return end


def is_alone(folded: str, shape: bytes, end: int) -> bool:
    """Return whether nothing that stands behind `end` belongs to the number before it.

    >>> is_alone("10 hours", shape_of("10 hours"), 2), is_alone("10 euro", shape_of("10 euro"), 2)
    (True, False)
    """
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


def currency_end(folded: str, shape: bytes, end: int) -> int:
    """Return the end of the currency that alone belongs to the number which ends at `end`, or 0 where more may.

    >>> [currency_end(text, shape_of(text), 2) for text in ("10 euro l'ora", "10-12 euro")]
    [7, 0]
    """
    place = end + 1 if shape[end] == _BLANK else end
    last = place + 1
    if shape[place] == _LETTER:
        while shape[last] == _LETTER:
            last += 1
        if folded[place:last] not in _PLAIN_NAMES:
            return 0
    elif last >= len(shape) - 2 or folded[place] not in _SIGNS_BEHIND or _is_code(folded, shape, last):
        return 0
    mark = shape[last]
    if mark == _BLANK and shape[last + 1] == _STRANGE:
        return 0  # perhaps a figure of another script
    ended = mark in (_BLANK, _QUIET, _COMMA, _DOT) or mark in _JOINING
    return last if ended and shape.find(DIGIT, last, last + _NEAR) < 0 else 0


def _is_code(folded: str, shape: bytes, place: int) -> bool:
    """Return whether a currency's code may stand behind the sign that ends at `place`: `15 $ aud`."""
    if shape[place] == _BLANK:
        place += 1
    if shape[place] != _LETTER:
        return False
    return folded[place : place + 3] in CODES or folded[place : place + 4] in CODES
