"""Words by which a page says that its ad is closed, expired or filled, in Italian and English."""

from __future__ import annotations

import re2

_NOUN_IT = r"(?:quest[ao]|l['’]|la|il|lo)?\s*(?:offerta|annuncio|posizione|inserzione|ricerca|candidatura|selezione|opportunit[aà]|posto|incarico|progetto|bando|vacancy)(?: di lavoro| lavorativa)?"
_NOUN_EN = r"(?:this|the)?\s*(?:job|position|listing|posting|vacancy|role|ad|advert|offer|opening|opportunity|job (?:ad|advert|listing|posting|offer)|project)"
_DONE_IT = (
    r"(?:non [eè]' ?pi[uù]'? |non [eè] pi[uù]'? |non risulta pi[uù]'? |non sono pi[uù]'? )(?:disponibil[ei]|attiv[aoie]|online|valid[aoie]|apert[aoie]|visibile|in corso|pubblicat[ao]|present[ei])"
    r"|[eè]'? (?:stat[ao] )?(?:scadut[ao]|chius[ao]|rimoss[ao]|ritirat[ao]|archiviat[ao]|copert[ao]|assegnat[ao]|disattivat[ao]|terminat[ao]|conclus[ao]|cancellat[ao]|eliminat[ao]|sospes[ao])"
    r"|(?:risulta )?(?:scadut[ao]|chius[ao]|rimoss[ao]|archiviat[ao]|gi[aà] copert[ao]|gi[aà] assegnat[ao])"
)
_DONE_EN = (
    r"(?:is|has|was)(?: now| already)?(?: been)? (?:no longer (?:available|active|open|accepting applications|online|live)|not available(?: anymore)?|expired|closed|filled|removed|taken down|archived|deactivated|withdrawn|unavailable|over)"
    r"|no longer (?:exists|available|active|open|accepting applications|accepts applications)|expired|closed|filled|has ended"
)
_ALONE = (
    r"(?:candidature|iscrizioni|selezioni)(?: sono)?(?: state)? (?:chiuse|terminate|concluse)|le candidature non sono pi[uù] (?:aperte|accettate)|"
    r"non (?:si accettano|accettiamo|accetta) pi[uù] candidature|annuncio scaduto|offerta scaduta|posizione (?:chiusa|coperta)|"
    r"(?:applications?|submissions) (?:are |is )?(?:now )?closed|no longer accepting applications|(?:we are|we're) no longer accepting applications|"
    r"(?:job|position|listing|posting|vacancy) (?:expired|closed|filled)|(?:questa|la) pagina non [eè] pi[uù] disponibile|"
    r"sorry,? this (?:job|position|listing|posting|vacancy|role).{0,40}(?:expired|closed|filled|no longer)"
)
_TOMBSTONE = re2.compile(
    rf"(?i)(?:^|[.!:•|*\-–—\s(])(?:{_ALONE}|{_NOUN_IT}\s+(?:{_DONE_IT})|{_NOUN_EN}\s+(?:{_DONE_EN}))(?:$|[.!,;:•|*\-–—)]|\s(?:il|in data|dal|da|on|since|and|e|ed|by|per|for|o|or|with|at)\b)"
)
_LONGEST_LINE = 160
"""A longer line is an ad's prose ("the position closed last year…"), not a page's notice."""


def is_tombstone(text: str) -> bool:
    """Return whether one of the lines of a page's visible text says that the ad is over."""
    return any(
        _TOMBSTONE.search(line) is not None
        for line in (line.strip() for line in text.split("\n"))
        if 0 < len(line) <= _LONGEST_LINE
    )
