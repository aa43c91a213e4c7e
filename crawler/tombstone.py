"""Words by which a page says that its ad is closed, expired or filled, in Italian and English."""

from __future__ import annotations

from typing import Final

import re2

_NOUNS_IT: Final = (
    "offerta", "annuncio", "posizione", "inserzione", "ricerca", "candidatura", "selezione", "opportunit[aà]",
    "posto", "incarico", "progetto", "bando", "vacancy", "pagina",
)  # fmt: skip
_GONE_IT: Final = (
    "disponibil[ei]", "attiv[ao]", "online", "valid[ao]", "apert[ao]", "visibile", "in corso", "pubblicat[ao]",
    "presente",
)  # fmt: skip
_OVER_IT: Final = (
    "scadut[ao]", "chius[ao]", "rimoss[ao]", "ritirat[ao]", "archiviat[ao]", "copert[ao]", "assegnat[ao]",
    "disattivat[ao]", "terminat[ao]", "conclus[ao]", "cancellat[ao]", "eliminat[ao]", "sospes[ao]",
)  # fmt: skip
_NOUNS_EN: Final = (
    "job", "position", "listing", "posting", "vacancy", "role", "ad", "advert", "offer", "opening", "opportunity",
    "project", "job (?:ad|advert|listing|posting|offer|opening)", "page",
)  # fmt: skip
_GONE_EN: Final = ("available", "active", "open", "online", "live", "accepting applications", "accepting applicants")
_OVER_EN: Final = (
    "expired", "closed", "filled", "removed", "taken down", "archived", "deactivated", "withdrawn", "unavailable",
    "not available(?: anymore)?",
)  # fmt: skip
_ALONE: Final = (
    "(?:candidature|iscrizioni|selezioni)(?: sono)?(?: state)? (?:chiuse|terminate|concluse)",
    "le candidature non sono pi[uù] (?:aperte|accettate)",
    "non (?:si accettano|accettiamo|accetta) pi[uù] candidature",
    "(?:applications?|submissions) (?:is |are |have )?(?:now )?(?:been )?closed",
    "(?:we are |we're |is )?no longer accepting applica(?:tions|nts)",
    "no longer accepts applications",
)


def _any(words: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(words)})"


_IS_IT = "(?:[eè]'?|risulta|[eè]'? (?:gi[aà] )?stat[ao]|[eè]'? gi[aà]|gi[aà])"
_NO_LONGER_IT = "non (?:[eè]'?|risulta) pi[uù]'?"
_WHICH = (
    "(?: (?:di lavoro|lavorativa|che (?:cerchi|cercavi|stai cercando|hai cercato)|richiest[ao]|"
    "(?:that )?you(?: are|'re|’re| were)? (?:looking for|requested|trying to (?:view|reach))))?"
)
_IS_EN = "(?:(?:is|has|was)(?: now| already)?(?: been)?|has now been)"
_SAYS = (
    *_ALONE,
    rf"{_any(_NOUNS_IT)}{_WHICH} {_NO_LONGER_IT} {_any(_GONE_IT)}",
    rf"{_any(_NOUNS_IT)}{_WHICH} (?:{_IS_IT} )?{_any(_OVER_IT)}",
    rf"{_any(_NOUNS_EN)}{_WHICH} (?:(?:is |has been )?no longer {_any(_GONE_EN)}|no longer exists)",
    rf"{_any(_NOUNS_EN)}{_WHICH} (?:{_IS_EN} )?{_any(_OVER_EN)}",
)
_TOMBSTONE = re2.compile(
    rf"(?i)(?:^|[^\pL]){_any(_SAYS)}"
    r"(?:$|\s?[.!,;:•|*\-–—)]|\s(?:il|in data|dal|on|since|and|e|ed|per|for|o|or)\b)"
)
_CONDITION = re2.compile(
    r"(?i)\b(?:before|until|till|once|when|if|unless|after|prima che|finch[eé](?: non)?|quando|se|"
    r"fino a (?:che|quando)|dopo che|una volta)"
    r"(?: (?:the|this|la|l'|quest[ao]|non))?[\s'’]*$"
)
"""What makes of the words a condition: "apply before the position is filled"."""
_LONGEST_LINE: Final = 160
"""A longer line is an ad's prose ("when the position closed last year…"), not a page's notice."""


def is_tombstone(text: str) -> bool:
    r"""Return whether one of the lines of a page's visible text says that the ad is over.

    >>> is_tombstone("Assistente virtuale\nQuesta offerta non è più disponibile.")
    True
    >>> is_tombstone("Il cliente chiude la posizione a fine mese")
    False
    """
    for line in text.split("\n"):
        found = _TOMBSTONE.search(line) if 0 < len(line) <= _LONGEST_LINE else None
        if found and not _CONDITION.search(line[: found.start() + 1]):
            return True
    return False
