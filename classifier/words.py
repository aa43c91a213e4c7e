"""Word n-grams of an ad: the same list for the scikit-learn pipeline and for the lean scorer."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final

from classifier.text import fold

_NOISE = re.compile(r"\[[a-z]+\]|https?://\S+|www\.\S+|(?<!\S)[^\s@]++@\S+")
"""Marks, addresses and e-mails; an e-mail is looked for at the start of a word only, so that the time stays linear."""
_SIGNS: Final = ("[", "@", "http", "www.")
"""A text without any of them holds no noise."""
_UNBROKEN: Final = re.compile(r"\S*")
_TABLE = bytes(
    ord("0") if chr(code) in "0123456789" else code if chr(code).isascii() and chr(code).isalnum() else ord(" ")
    for code in range(256)
)
"""A table for `bytes.translate`: digits are written as 0, what is no letter becomes a blank."""
_NEXT = re.compile(r"[^ ]{2,}")


def words(text: str) -> list[str]:
    """Return the words of `text`, folded, those of one letter left out.

    >>> words("Perché 9.00-18.00? Scrivi a [email]")
    ['perche', '00', '00', '00', 'scrivi']
    """
    return [word for word in masked(text).split() if len(word) > 1]


def words_between(text: str, start: int, end: int) -> list[str]:
    """Return `words(text[start:end])`, without folding anew what is folded already.

    >>> words_between("Tipo: a ore", 5, 11)
    ['ore']
    """
    if _broken(text, start) and _broken(text, end):
        return [word for word in masked(text)[start:end].split() if len(word) > 1]
    return words(text[start:end])


def _broken(text: str, at: int) -> bool:
    """Tell whether no word, address or mask stands across `at`."""
    return at <= 0 or at >= len(text) or text[at].isspace() or text[at - 1].isspace()


def ngrams(text: str) -> list[str]:
    """Return single words and pairs of neighbours of `text`, for the vectoriser and for the lean scorer."""
    single = words(text)
    return single + [f"{left} {right}" for left, right in pairwise(single)]


@lru_cache(maxsize=4)
def masked(text: str) -> str:
    """Return `text` folded, with nothing but its words and blanks, character by character; kept for a while.

    Addresses and masks such as `[email]` are blanks, digits are written as 0.
    """
    folded = _without_noise(fold(text))
    return folded.encode("ascii", "replace").translate(_TABLE).decode("ascii")


def find_term(text: str, term: str) -> tuple[int, int] | None:
    """Return where `term`, a word or a pair of neighbours, first stands in `text` as `masked` gives it; or None."""
    word, _, following = term.partition(" ")
    padded = f" {text} "
    start = padded.find(f" {word} ")
    while start >= 0:
        end = start + len(word)
        if not following:
            return start, end
        found = _NEXT.search(text, end)
        if found and found.group() == following:
            return start, found.end()
        start = padded.find(f" {word} ", end)
    return None


def _without_noise(text: str) -> str:
    """Return `text` with blanks for its noise; what is between two blanks is looked at only if a sign stands in it."""
    pieces: list[str] = []
    done = 0
    for at in _signs(text):
        if at < done:
            continue
        start = at
        while start > done and not text[start - 1].isspace():
            start -= 1
        found = _UNBROKEN.match(text, at)
        end = found.end() if found else at
        pieces.append(text[done:start])
        pieces.append(_NOISE.sub(_mask, text[start:end]))
        done = end
    if not pieces:
        return text
    pieces.append(text[done:])
    return "".join(pieces)


def _signs(text: str) -> list[int]:
    """Return where signs of noise stand, in their order."""
    places: list[int] = []
    for sign in _SIGNS:
        at = text.find(sign)
        while at >= 0:
            places.append(at)
            at = text.find(sign, at + len(sign))
    places.sort()
    return places


def _mask(match: re.Match[str]) -> str:
    return " " * len(match.group())
