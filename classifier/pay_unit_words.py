"""Words for what is paid: units of time, pieces of work, whole projects; Italian and English, folded."""

from __future__ import annotations

from typing import Final

_TIME: Final = {
    "hour": "h hr hrs ph hour hours hourly ora ore orario oraria orari orarie hora",
    "day": "day days daily giorno giornata giornaliero giornaliera giornalieri giornaliere gg g die diem",
    "week": "week weeks weekly wk settimana settimanale settimanali sett",
    "month": "month months monthly mo m pm pcm mth mese mensile mensili mens mes",
    "year": "year years yearly yr annual annually annum p.a. p.a pa anno annuo annua annui annue annuale annuali",
    "shift": "shift shifts turno turni",
    "fortnight": "fortnight fortnightly biweekly bi-weekly quindicina bisettimanale bisettimanali",
    "half_month": "semi-monthly semimonthly quindicinale quindicinali",
}
_PIECES: Final = {
    "word": "word words parola parole",
    "page": "page pages pagina pagine cartella cartelle",
    "post": "post posts",
    "article": "article articles articolo articoli blog",
    "practice": "practice practices pratica pratiche",
    "piece": "piece pieces pezzo pezzi unit units ad ads annuncio annunci",
    "item": "item items scheda schede prodotto prodotti product products listing listings",
    "call": "call calls chiamata chiamate telefonata telefonate videochiamata videochiamate",
    "appointment": "appointment appointments appuntamento appuntamenti meeting meetings",
    "contract": "contract contracts contratto contratti",
    "lead": "lead leads",
    "minute": "minute minutes minuto minuti min",
    "record": "record records anagrafica anagrafiche",
    "row": "row rows riga righe line lines",
    "invoice": "invoice invoices fattura fatture",
    "video": "video videos short shorts",
    "graphic": "graphic graphics grafica grafiche design designs creativita",
    "review": "review reviews recensione recensioni",
    "email": "email emails e-mail mail",
    "message": "message messages messaggio messaggi dm",
    "contact": "contact contacts contatto contatti nominativo nominativi",
    "ticket": "ticket tickets",
    "photo": "photo photos foto image images immagine immagini",
    "document": "document documents documento documenti file",
    "order": "order orders ordine ordini",
    "chat": "chat chats",
    "form": "form forms modulo moduli",
    "transcript": "transcript transcripts verbale verbali",
    "episode": "episode episodes episodio episodi puntata puntate",
    "survey": "survey surveys sondaggio sondaggi questionario questionari",
    "interview": "interview interviews intervista interviste colloquio colloqui",
    "reel": "reel reels",
    "story": "story stories storia storie",
    "comment": "comment comments commento commenti",
    "slide": "slide slides",
    "booking": "booking bookings prenotazione prenotazioni",
    "profile": "profile profiles profilo profili",
    "task": "task tasks attivita",
    "click": "click clicks clic",
    "pageview": "view views visualizzazione visualizzazioni",
    "sale": "sale sales vendita vendite",
}
_PROJECT: Final = {"project": "project projects progetto progetti job gig"}


def _words(table: dict[str, str]) -> dict[str, str]:
    return {word: unit for unit, words in table.items() for word in words.split()}


TIME_WORDS: Final = _words(_TIME)
"""Word → unit of time."""
PIECE_WORDS: Final = _words(_PIECES)
"""Word → piece."""
UNIT_WORDS: Final = {**TIME_WORDS, **PIECE_WORDS, **_words(_PROJECT)}
"""Word → unit."""
PIECES: Final = frozenset(_PIECES)
"""Units of pieces; any other noun is a `piece`."""
TIME_UNITS: Final = frozenset(_TIME) | {"half_day"}
"""Units of time."""
