"""The words by which a phrase is denied: before it ("non chiediamo orari fissi") or behind it ("… non richiesti")."""

from __future__ import annotations

from typing import Final

DENIAL_BEFORE: Final = (
    r"\b(?:non|senza|nessun[oa]?|niente|zero|mai|neanche|nemmeno|neppure|ne|no|not|never|without|nor|neither|none|"
    r"don'?t|doesn'?t|isn'?t|aren'?t|won'?t|didn'?t|can'?t|cannot|wouldn'?t|rather\sthan|instead\sof|anziche|invece\sdi)"
    r"(?:\s+[a-z0-9'/-]+){0,6}\s*$"
)
"""Denies what stands behind it in its clause."""
NOT_A_DENIAL: Final = (
    r"\b(?:non\s(?:solo|soltanto|perd\w*|esita\w*|vedi|appena|meno\sdi|oltre|e\sun\shobby)|"
    r"not\s(?:only|just|less|later|limited)|no\s(?:problem|later|less|matter|more\sthan|fewer)|"
    r"(?:do\snot|don'?t)\s(?:hesitate|miss|worry|apply|forget)|without\s(?:delay|hesitation|exception|fail|interruption)|"
    r"senza\s(?:eccezion\w|interruzion\w|pausa)|"
    r"ma|but|bensi|tranne|eccetto|except|unless|if\snot|se\snon|perditempo|wasters)\b"
)
"""Takes a denial away when it stands in it."""
IDLE_DENIAL: Final = (
    r"\b(?:(?:if|unless)\syou\s(?:(?:do|are|can)\s?not|don'?t|aren'?t|can'?t)|se\snon|"
    r"(?:does\snot|doesn'?t)\smatter|non\simporta)\b"
)
"""Denials that deny something else: a condition, or what is said not to matter."""
DENIES_ITSELF: Final = r"^(?:no|not|non|nessun[oa]?|niente|senza|without|zero)\b"
"""A phrase that brings its own denial ("nessun orario") states what it says, whatever stands before it."""
DENIAL_AFTER: Final = (
    r"^(?:\s+[a-z0-9'/-]+){0,2}\s*(?:non\s(?:e|sono|viene|vengono|serv\w*|occorr\w*)\b(?:\s\w+)?|"
    r"(?:is|are)\s(?:not|never)\b|isn'?t\b|aren'?t\b|not\s(?:required|needed|necessary|expected|mandatory)|"
    r"(?:non|not)\s(?:richiest|necessari|obbligatori|previst|indispensabil)\w*|facoltativ[oaie]|optional\b)"
)
"""Denies what stands before it in its clause."""

_BEFORE: Final = frozenset(
    b"non senza nessun nessuno nessuna niente zero mai neanche nemmeno neppure ne no not never without nor neither "
    b"none dont doesnt isnt arent wont didnt cant cannot wouldnt rather instead anziche invece".split()
)
"""First words of `DENIAL_BEFORE`."""
_SHORTENED: Final = frozenset(b"don doesn isn aren won didn can wouldn".split())
"""First words of it before an apostrophe."""
_BEGINNINGS: Final = (*_BEFORE, *_SHORTENED)
BEGINNINGS: Final = tuple(
    word for word in _BEGINNINGS if not any(word != other and word.startswith(other) for other in _BEGINNINGS)
)
"""With one of these begins every text with which `DENIAL_BEFORE` may begin."""
_AFTER: Final = (b"non", b"not", b"never", b"isnt", b"arent", b"facolt", b"optional")
_AFTER_ENDS: Final = (b"isn", b"aren")
"""What a word holds, or ends with, in which the denying words of `DENIAL_AFTER` may begin."""

BEHIND: Final = 1
"""The word may begin a denial of what stands behind it."""
SHORTENED: Final = 2
"""It may, if an apostrophe follows."""
BEFORE: Final = 4
"""The word may belong to a denial of what stands before it."""


def denies(word: bytes) -> int:
    """Return what `word` may deny: the sum of `BEHIND`, `SHORTENED` and `BEFORE`, or 0."""
    may = BEHIND * (word in _BEFORE) + SHORTENED * (word in _SHORTENED)
    if word.endswith(_AFTER_ENDS) or any(piece in word for piece in _AFTER):
        may += BEFORE
    return may
