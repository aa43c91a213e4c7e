"""Small rules over the clause around a phrase: is it denied, or does it speak of something else."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

from classifier.cue_lexicon import load_indicators
from classifier.cue_notation import compiled, to_bytes, to_regex

REACH: Final = 70
"""Characters before and after a phrase within which its clause is looked at."""

NEAR: Final = 2
"""An exception may be so many words away from the phrase that it undoes."""

TITLE: Final = 120
"""The first line, and of it at most so many characters, is taken as the title."""

_LINE_END: Final = b"\n"
_SENTENCES: Final = bytes.maketrans(to_bytes(".;!?,()•…"), _LINE_END * 9)
"""Writes a line end for what an exception does not reach across; a colon it does ("after the trial: employment")."""
_CLAUSES: Final = bytes.maketrans(to_bytes(".;!?,()•…:"), _LINE_END * 10)
"""Writes a line end for what a denial does not reach across."""

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
_MAY_DENY_ITSELF: Final = (b"no", b"nessun", b"niente", b"senza", b"without", b"zero")
_MAY_DENY_BEFORE: Final = re.compile(
    rb"\b(?:n[oei]|senza|zero|mai\b|without|rather|instead|anziche|invece|cannot|[a-z]{2,5}n'?t\b)"
)
_MAY_DENY_AFTER: Final = re.compile(rb"non|not|never|n'?t\b|facolt|optional")
"""What the patterns above cannot do without, quick to look for; linear, as there is nothing to go back for."""


class Scope:
    """The surroundings of phrases in one folded text."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._clauses = data.translate(_CLAUSES)
        self._sentences = data.translate(_SENTENCES)
        line = data.find(_LINE_END)
        self._title_end = min(line if line >= 0 else len(data), TITLE)

    def denied(self, start: int, end: int) -> bool:
        """Tell whether the phrase at `start`:`end` is denied in its own clause."""
        if self._data.startswith(_MAY_DENY_ITSELF, start) and compiled(_DENIES_ITSELF).search(self._data[start:end]):
            return False
        before = self._before(start, self._clauses)
        found = compiled(_DENIAL_BEFORE).search(before) if _MAY_DENY_BEFORE.search(before) else None
        if found and not compiled(_NOT_A_DENIAL).search(before[found.start() :]):
            return not compiled(_IDLE_DENIAL).search(before)
        after = self._after(end)
        return _MAY_DENY_AFTER.search(after) is not None and compiled(_DENIAL_AFTER).search(after) is not None

    def undone(self, indicator: str, start: int, end: int) -> bool:
        """Tell whether the lexicon's own exceptions (`unless_…`, `where`) take the phrase away."""
        title_only, before, after, title = _exceptions(indicator)
        if title_only and start > self._title_end:
            return True
        if title is not None and title.search(self._data[: self._title_end]):
            return True
        if before is not None and before.search(self._before(start, self._sentences)):
            return True
        return after is not None and after.search(self._after(end)) is not None

    def _before(self, start: int, lines: bytes) -> bytes:
        low = max(0, start - REACH)
        return self._data[max(low, lines.rfind(_LINE_END, low, start) + 1) : start]

    def _after(self, end: int) -> bytes:
        stop = self._clauses.find(_LINE_END, end, end + REACH)
        return self._data[end : stop if stop >= 0 else end + REACH]


@cache
def _exceptions(indicator: str) -> tuple[bool, Any, Any, Any]:
    entry = load_indicators()[indicator]
    before, after, title = _either(entry.unless_before), _either(entry.unless_after), _either(entry.unless_title)
    return (
        entry.title_only,
        compiled(rf"(?:{before})(?:[\s':-]+[^\s':-]+){{0,{NEAR}}}[\s':-]*$") if before else None,
        compiled(rf"^[\s'-]*(?:[^\s'-]+[\s'-]+){{0,{NEAR}}}(?:{after})") if after else None,
        compiled(title) if title else None,
    )


def _either(phrases: tuple[str, ...]) -> str:
    return "|".join(to_regex(phrase) for phrase in phrases)
