"""Words by which a page says that its ad is closed, expired or filled, in Italian and English."""

from __future__ import annotations

from typing import Final

import re2

_NOUNS_IT: Final = (
    "offerta", "annuncio", "posizione", "inserzione", "ricerca", "candidatura", "selezione", "opportunit[aà]",
    "posto", "incarico", "progetto", "bando", "vacancy", "pagina", "lavoro",
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
    "expired", "closed", "filled", "removed", "taken (?:down|offline)", "archived", "deactivated", "withdrawn",
    "unavailable", "not available(?: anymore)?", "awarded", "marked as (?:filled|closed)",
)  # fmt: skip


def _any(words: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(words)})"


_FOR = "(?: (?:per|for) [a-zà-ù'’ ]+)?"
_WHICH_IT = "(?: (?:di lavoro|lavorativa|che (?:cerchi|cercavi|stai cercando|hai (?:cercato|richiesto))|richiest[ao]))*"
_WHICH_EN = "(?: (?:that )?you(?: are|'re|’re| were)? (?:looking for|requested|trying to (?:view|reach)))?"
_IS_IT = "(?:[eè]'?|risulta|[eè]'? (?:gi[aà] )?stat[ao]|[eè]'? gi[aà])"
_NO_LONGER_IT = "non (?:(?:[eè]'?|risulta|sono) )?pi[uù]'?"
_IS_EN = "(?:(?:is|has|was)(?: now| already)?(?: been)?|has now been)"
_NO_LONGER_EN = "(?:(?:is |has been )?no longer|is not(?: currently)?)"
_ENDS = r"(?:$|\s?[.!,;:•|*\-–—)]|\s(?:il|in data|dal|on|since|and|e|ed|per|for|o|or)\b)"
_ENDS_BY = r"(?:$|\s?[.!,;:•|*\-–—)]|\s(?:il|in data|dal|on|since|and|e|ed|per|for|o|or|by|da|dall|dalla)\b)"
_SAYS: Final = (
    rf"(?:{_any(_NOUNS_IT)}{_WHICH_IT} {_NO_LONGER_IT} {_any(_GONE_IT)}){_ENDS}",
    rf"(?:{_any(_NOUNS_IT)}{_WHICH_IT} {_IS_IT} {_any(_OVER_IT)}){_ENDS_BY}",
    rf"(?:{_any(_NOUNS_IT)}{_WHICH_IT} (?:gi[aà] )?{_any(_OVER_IT)}){_ENDS}",
    rf"(?:{_any(_NOUNS_EN)}{_WHICH_EN} {_NO_LONGER_EN} {_any(_GONE_EN)}|{_any(_NOUNS_EN)} no longer exists){_ENDS}",
    rf"(?:{_any(_NOUNS_EN)}{_WHICH_EN} {_IS_EN} {_any(_OVER_EN)}){_ENDS_BY}",
    rf"(?:{_any(_NOUNS_EN)} {_any(_OVER_EN)}){_ENDS}",
    rf"(?:candidature|iscrizioni|selezioni){_FOR}(?: sono)?(?: state)? (?:chius|terminat|conclus|scadut)e{_ENDS}",
    rf"candidature{_FOR} non (?:sono )?pi[uù] (?:aperte|accettate){_ENDS}",
    rf"non (?:si accettano|accettiamo|accetta) pi[uù] candidature{_ENDS}",
    rf"(?:termin[ei]|scadenz[ae]){_FOR} (?:[eè]|sono) (?:gi[aà] )?(?:scadut|passat|chius)[oaie]{_ENDS}",
    r"abbiamo (?:gi[aà] )?trovato (?:la persona|il candidato|la candidata|il profilo|chi cercavamo)",
    rf"ha (?:gi[aà] )?(?:chiuso|ritirato|rimosso) (?:quest[ao] |l['’]|la |il )?{_any(_NOUNS_IT)}{_ENDS}",
    rf"(?:applications?|submissions){_FOR} (?:is |are |have )?(?:now )?(?:been )?closed{_ENDS}",
    rf"(?:we are |we're |is )?no longer (?:accepting applica(?:tions|nts)|hiring){_ENDS}",
    "no longer accepts applications",
    rf"(?:application (?:deadline|period)|deadline{_FOR}) has (?:passed|ended|expired|closed){_ENDS}",
    rf"(?:we have|we've|we’ve) (?:already )?filled (?:this|the) {_any(_NOUNS_EN)}{_ENDS}",
    rf"hiring for this {_any(_NOUNS_EN)} has (?:ended|closed){_ENDS}",
    rf"(?:stato|status)(?: annuncio| offerta| job)?\s?:\s?(?:{_any(_OVER_IT)}|{_any(_OVER_EN)}){_ENDS}",
)
_TOMBSTONES: Final = (
    *(re2.compile(rf"(?:^|[^a-zà-ù]){words}") for words in _SAYS),
    re2.compile(r"^[^a-z]*(?:scadut[ao]|expired|filled)[^a-z]*$"),
)
"""One small program a form: a single large one exceeds what RE2 keeps of its states."""
_MAYBE = re2.compile(
    "scad|chius|rimoss|ritirat|archiviat|copert|assegnat|disattivat|terminat|conclus|cancellat|eliminat|sospes|"
    r"non\s+(?:\S+\s+){0,2}pi[uù]|trovato\s+(?:la|il|chi)|passat|no\s+longer|is\s+not|not\s+available|expired|closed|"
    r"filled|removed|taken\s+(?:down|offline)|archived|deactivated|withdrawn|unavailable|awarded|has\s+(?:passed|ended)"
)
"""Each form above holds one of these: most pages are judged by one search (two thirds of a crawl's cost before)."""
_CONDITION = re2.compile(
    r"\b(?:before|until|till|once|when|if|unless|after|prima che|finch[eé](?: non)?|quando|se|"
    r"fino a (?:che|quando)|dopo che|una volta)"
    r"(?: (?:the|this|la|l'|quest[ao]|non))?[\s'’]*$"
)
"""What makes of the words a condition: "apply before the position is filled"."""
_LONGEST_LINE: Final = 160
"""A longer line is an ad's prose ("when the position closed last year…"), not a page's notice."""


def may_be_tombstone(text: str) -> bool:
    """Return whether `text`, spaced and cased as it may be, holds any words that `is_tombstone` looks for."""
    return _MAYBE.search(text.lower().replace("\xa0", " ")) is not None


def is_tombstone(text: str) -> bool:
    r"""Return whether one of the lines of a page's visible text says that the ad is over.

    >>> is_tombstone("Assistente virtuale\nQuesta offerta non è più disponibile.")
    True
    >>> is_tombstone("Il cliente chiude la posizione a fine mese")
    False
    """
    lines = {line for line in text.lower().split("\n") if 0 < len(line) <= _LONGEST_LINE}
    if not _MAYBE.search("\n".join(lines)):
        return False
    return any(_says_so(line) for line in lines if _MAYBE.search(line))


def _says_so(line: str) -> bool:
    found = [match for pattern in _TOMBSTONES if (match := pattern.search(line))]
    return any(not _CONDITION.search(line[: match.start() + 1]) for match in found)
