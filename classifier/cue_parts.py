"""A pattern of the lexicons taken apart: the ways in which it can be read, part by part between its blanks.

It knows the signs that `cue_notation` writes, and no others; what it does not know may be anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from classifier.cue_notation import BLANK, MAYBE_BLANK, MAYBE_QUOTE

Readings = frozenset[str]
"""The ways in which a part of a pattern can be read: letters, and the signs below."""

MOST: Final = 160
"""Readings of one part that are written out; beyond, what stands before and behind is no longer told together."""
SPLIT: Final = " "
"""Something that is neither letter nor figure."""
FIGURE: Final = "#"
"""A figure that is not known, or several."""
ANY: Final = "*"
"""What is not known, blanks too."""
LETTERS: Final = "~"
"""Letters that are not known."""
_ANYTHING: Final = frozenset({ANY})
_NOTHING: Final = frozenset({""})
_BETWEEN: Final = frozenset({SPLIT})
_OPTIONAL: Final = frozenset({"", SPLIT})
_SIGNS: Final = {BLANK: "\x00", MAYBE_BLANK: "\x01", MAYBE_QUOTE: "\x01"}
"""The commonest pieces of patterns, read as one sign each."""
_KNOWN: Final[dict[str, Readings]] = {
    "\x01": _OPTIONAL,
    "[a-z]": frozenset({LETTERS}),
    r"\d": frozenset({FIGURE}),
    **dict.fromkeys(("^", "$", r"\b", r"\B"), _NOTHING),
    **dict.fromkeys((".", r"\w", r"\S", r"\D", r"\W"), _ANYTHING),
}
_ITEM: Final = re.compile(r"[a-z]+(?![a-z?*+{])|\(\?:|\\.|\[\^?(?:\\.|[^\]])*\]|\{\d*,?\d*\}|.", re.DOTALL)
_RANGE: Final = re.compile(r"\[(\d)-(\d)\]")
_COUNT: Final = re.compile(r"\{(\d*)(,?)(\d*)\}")


@lru_cache(maxsize=1)
def parts(regex: str) -> list[Readings]:
    """Return the readings of each part of `regex`, in order; what stands between two parts is no letter."""
    bare = regex.removeprefix(r"\b").removesuffix(r"\b")
    for piece, sign in _SIGNS.items():
        bare = bare.replace(piece, sign)
    found = list(_Pattern(bare.removeprefix("(?:").removesuffix(")")).parts())
    if not regex.startswith(r"\b"):
        found[0] = _glued(_ANYTHING, found[0])
    if not regex.endswith(r"\b"):
        found[-1] = _glued(found[-1], _ANYTHING)
    return found


class _Pattern:
    """Reads a pattern item by item."""

    def __init__(self, regex: str) -> None:
        self._items: list[str] = _ITEM.findall(regex)
        self._at = 0

    def parts(self) -> Iterator[Readings]:
        """Yield the readings of each part between blanks that are certain; all as one where there are alternatives."""
        if "|" in self._top_level():
            yield self._group()
            return
        part = _NOTHING
        while self._at < len(self._items):
            readings = self._item()
            if readings == _BETWEEN:
                yield part
                part = _NOTHING
            elif part != _NOTHING and len(part) * len(readings) > MOST:
                yield _glued(part, _ANYTHING)
                part = _glued(_ANYTHING, readings)
            elif part != _NOTHING or not readings <= _OPTIONAL:
                part = _product(part, readings)
        yield part

    def _top_level(self) -> Iterator[str]:
        """Yield the items that stand in no bracket."""
        depth = 0
        for item in self._items:
            depth += (item in {"(", "(?:"}) - (item == ")")
            if not depth:
                yield item

    def _item(self) -> Readings:
        """Return the readings of the next item, the signs of repetition behind it included."""
        item = self._next()
        readings = self._group() if item in {"(", "(?:"} else _read(item)
        while self._at < len(self._items) and (bounds := _bounds(self._items[self._at])):
            self._at += 1
            readings = _repeated(readings, *bounds)
        return readings

    def _group(self) -> Readings:
        """Return the readings of all alternatives up to the bracket that closes, or the end."""
        found: Readings = frozenset()
        current = _NOTHING
        while self._at < len(self._items) and (item := self._items[self._at]) != ")":
            if item == "|":
                self._at += 1
                found |= current
                current = _NOTHING
            else:
                current = _product(current, self._item())
        self._at += 1
        return found | current

    def _next(self) -> str:
        self._at += 1
        return self._items[self._at - 1]


def _bounds(sign: str) -> tuple[int, bool] | None:
    """Return how often `sign` asks for what stands before it, and whether it lets it stand more than once.

    None when it is no sign of repetition.
    """
    if sign in {"?", "*", "+"}:
        return int(sign == "+"), sign != "?"
    count = _COUNT.fullmatch(sign)
    return (int(count[1] or 0), (count[3] if count[2] else count[1]) != "1") if count else None


def _repeated(readings: Readings, least: int, more: bool) -> Readings:
    if more and readings not in (_BETWEEN, frozenset({FIGURE}), frozenset({LETTERS})):
        readings = _several(readings)
    if least or readings == frozenset({LETTERS}):
        return readings
    return readings | _NOTHING


def _several(readings: Readings) -> Readings:
    """Return how what is read so can be read when it stands once or more: the first as it is, then anything.

    What has one reading, as the figures behind a comma, is written out twice before.
    """
    right = SPLIT if all(reading.endswith(SPLIT) for reading in readings) else ""
    if any(ANY in reading for reading in readings):
        left = SPLIT if all(reading.startswith(SPLIT) for reading in readings) else ""
        return frozenset({left + ANY + right})
    more = _glued(readings, [ANY + right])
    if len(readings) > 1:
        return more
    twice = _glued(readings, readings)
    return readings | twice | _glued(twice, more)


def _product(left: Readings, right: Readings) -> Readings:
    if _NOTHING in {left, right}:
        return right if left == _NOTHING else left
    return _glued(left, right) if len(left) * len(right) <= MOST else _ANYTHING


def _glued(left: Iterable[str], right: Iterable[str]) -> Readings:
    return frozenset([
        one + (other[1:] if one[-1:] == SPLIT == other[:1] else other) for one in left for other in right
    ])  # fmt: skip


def _read(item: str) -> Readings:
    """Return the readings of a run of letters, a character, a class of characters, or a sign that has no width."""
    if item in _KNOWN:
        return _KNOWN[item]
    if item.startswith("[^"):
        return _ANYTHING
    if figures := _RANGE.fullmatch(item):
        return frozenset(map(str, range(int(figures[1]), int(figures[2]) + 1)))
    if len(item) > 1 and item.startswith("["):
        return _ANYTHING if re.search(r"\w-\w|\\[a-zA-Z]", item) else frozenset(map(_letter, item[1:-1]))
    return frozenset({item if item.isascii() and item.isalpha() else _letter(item)})


def _letter(item: str) -> str:
    return item if item == "_" or (item.isascii() and item.isalnum()) else SPLIT
