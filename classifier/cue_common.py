"""Words that tell little of an ad, since they stand in many: which phrases may stand in it is asked of others."""

from __future__ import annotations

from functools import cache
from typing import Final

from classifier.cue_parts import ANY

SHORT: Final = 2
"""Letters of a word, or known ones of it, that is taken as common."""
COMMON: Final = frozenset(
    # in one ad of ten of the corpus, in Italian or in English; folded (see `text.fold`)
    "about after agenzia all alla alle almeno altri anche and anni anno answer any apply are assistant assistente "
    "attivita azienda base before bene business call calls can casa cerca cerchiamo che chi client cliente clienti "
    "clients collaborazione come company compenso con contract contratto cosa cui dal data dati day days degli dei "
    "del dell della delle disponibilita don dopo due each english entro entry esperienza euro every experience "
    "first fisso five fixed for formazione four from full fulltime gestione get gia giorni giorno gli good gruppo "
    "has have help home hour hourly hours how inglese into italia italiano iva job keep know laurea lavoro level "
    "like list livello location long look looking lunedi luogo mail make manager mese mesi month monthly months "
    "more must need nei nel nella new noi non nostra nostro not off office ogni one online only ora orario ore "
    "other our out over own paid part parte partita pay people per person persona persone philippines phone piu "
    "please plus poi prezzo price prima quando remote remoto requisiti retribuzione ricerca run secondo sede sei "
    "send senza serve settimana settore short siamo small solo sono start states studio sul support take team "
    "telefono tell tempo than that the them then there they this three through time tipo tra tre tutti tutto two "
    "type ufficio una united usd virtual virtuale want week weekly weeks what when which who will with work worker "
    "write year years you your".split()
)
"""Common words of three letters or more."""


@cache
def is_common(form: str) -> bool:
    """Tell whether a word stands in many ads: `orari*` is any that begins so, `*ore` any that ends so, `#` a figure."""
    known = form.strip(ANY)
    if len(known) <= SHORT or known.isdigit() or form in COMMON:
        return True
    if form.endswith(ANY):
        return any(word.startswith(known) for word in COMMON)
    return form.startswith(ANY) and any(word.endswith(known) for word in COMMON)
