"""Small rules over the clause around a phrase: is it denied, or does it speak of something else."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from classifier.cue_lexicon import load_indicators
from classifier.cue_notation import compiled, to_regex

REACH: Final = 70
"""Characters before and after a phrase within which its clause is looked at."""

NEAR: Final = 2
"""An exception may be so many words away from the phrase that it undoes."""

TITLE: Final = 120
"""The first line, and of it at most so many characters, is taken as the title."""

_CLAUSE_END: Final = r"[.;:!?\n,()•…]"

_SENTENCE_END: Final = r"[.;!?\n,()•…]"
"""What an exception does not reach across; a colon it does ("after the trial: employment")."""

_DENIAL_BEFORE: Final = (
    r"\b(?:non|senza|nessun[oa]?|niente|zero|mai|neanche|nemmeno|neppure|ne|no|not|never|without|nor|neither|none|"
    r"don'?t|doesn'?t|isn'?t|aren'?t|won'?t|didn'?t|can'?t|cannot|wouldn'?t|rather\sthan|instead\sof|anziche|invece\sdi)"
    r"(?:\s+[a-z0-9'/-]+){0,6}\s*$"
)
_NOT_A_DENIAL: Final = (
    r"\b(?:non\s(?:solo|soltanto|perd\w*|esita\w*|vedi|appena|meno\sdi|oltre|e\sun\shobby)|"
    r"not\s(?:only|just|less|later|limited)|no\s(?:problem|later|less|matter|more\sthan|fewer)|"
    r"(?:do\snot|don'?t)\s(?:hesitate|miss|worry|apply|forget)|without\s(?:delay|hesitation|exception|fail|interruption)|"
    r"senza\s(?:eccezion\w|interruzion\w|pausa)|"
    r"ma|but|bensi|tranne|eccetto|except|unless|if\snot|se\snon|perditempo|wasters)\b"
)
_IDLE_DENIAL: Final = (
    r"\b(?:(?:if|unless)\syou\s(?:(?:do|are|can)\s?not|don'?t|aren'?t|can'?t)|se\snon|"
    r"(?:does\snot|doesn'?t)\smatter|non\simporta)\b"
)
"""Denials that deny something else: a condition, or what is said not to matter."""
_DENIES_ITSELF: Final = r"^(?:no|not|non|nessun[oa]?|niente|senza|without|zero)\b"
"""A phrase that brings its own denial ("nessun orario") states what it says, whatever stands before it."""
_DENIAL_AFTER: Final = (
    r"^(?:\s+[a-z0-9'/-]+){0,2}\s*(?:non\s(?:e|sono|viene|vengono|serv\w*|occorr\w*)\b(?:\s\w+)?|"
    r"(?:is|are)\s(?:not|never)\b|isn'?t\b|aren'?t\b|not\s(?:required|needed|necessary|expected|mandatory)|"
    r"(?:non|not)\s(?:richiest|necessari|obbligatori|previst|indispensabil)\w*|facoltativ[oaie]|optional\b)"
)


class Scope:
    """The surroundings of phrases in one folded text."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        line = data.find(b"\n")
        self._title_end = min(line if line >= 0 else len(data), TITLE)

    def denied(self, start: int, end: int) -> bool:
        """Tell whether the phrase at `start`:`end` is denied in its own clause."""
        if compiled(_DENIES_ITSELF).search(self._data[start:end]):
            return False
        before, after = self._before(start), self._after(end)
        found = compiled(_DENIAL_BEFORE).search(before)
        if found and not compiled(_NOT_A_DENIAL).search(before[found.start() :]):
            return not compiled(_IDLE_DENIAL).search(before)
        return compiled(_DENIAL_AFTER).search(after) is not None

    def undone(self, indicator: str, start: int, end: int) -> bool:
        """Tell whether the lexicon's own exceptions (`unless_…`, `where`) take the phrase away."""
        if load_indicators()[indicator].title_only and start > self._title_end:
            return True
        before, after, title = _exceptions(indicator)
        if title is not None and title.search(self._data[: self._title_end]):
            return True
        if before is not None and before.search(self._before(start, _SENTENCE_END)):
            return True
        return after is not None and after.search(self._after(end)) is not None

    def _before(self, start: int, ends: str = _CLAUSE_END) -> bytes:
        window = self._data[max(0, start - REACH) : start]
        cut = max((found.end() for found in compiled(ends).finditer(window)), default=0)
        return window[cut:]

    def _after(self, end: int) -> bytes:
        window = self._data[end : end + REACH]
        found = compiled(_CLAUSE_END).search(window)
        return window[: found.start()] if found else window


@cache
def _exceptions(indicator: str) -> tuple[Any, Any, Any]:
    entry = load_indicators()[indicator]
    before, after, title = _either(entry.unless_before), _either(entry.unless_after), _either(entry.unless_title)
    return (
        compiled(rf"(?:{before})(?:[\s':-]+[^\s':-]+){{0,{NEAR}}}[\s':-]*$") if before else None,
        compiled(rf"^[\s'-]*(?:[^\s'-]+[\s'-]+){{0,{NEAR}}}(?:{after})") if after else None,
        compiled(title) if title else None,
    )


def _either(phrases: tuple[str, ...]) -> str:
    return "|".join(to_regex(phrase) for phrase in phrases)
