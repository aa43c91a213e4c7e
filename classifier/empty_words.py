"""Words that explain nothing to a reader: function words, and what stands in every ad. Folded (see `text.fold`)."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

LEAST: Final = 0.05
"""Contributions below it (in logits) are not worth a reader's attention."""
SHORTEST: Final = 4
"""Letters; a shorter word alone explains nothing."""

EMPTY: Final = frozenset(
    # Italian function words
    "della delle dello degli dell alla alle allo agli dalla dalle dallo dagli nella nelle nello negli sulla sulle "
    "sullo "
    "sugli questa queste questo questi quella quelle quello quelli anche come cosa cose dove quando quanto quanti "
    "quanta quante quale quali mentre molto molta molti molte poco poca pochi poche tutto tutta tutti tutte ogni "
    "ognuno "
    "altro altra altri altre stesso stessa stessi stesse alcuni alcune qualche qualsiasi entrambi sono siamo siete "
    "essere stato stata stati state hanno abbiamo avere aver avrai avra saranno sara sarai siano sia vuoi vuole "
    "vogliamo "
    "puoi puo possono possiamo potrai devi deve devono dovrai dovra faccio fare facciamo viene vengono loro nostra "
    "nostre nostro nostri vostra vostre vostro vostri tuoi suoi miei mia mie tua tue sua sue quindi perche poiche "
    "oppure ovvero cioe invece inoltre ancora sempre gia piu meno dopo prima durante entro circa verso presso oltre "
    "senza sotto sopra dentro fuori fino secondo grazie ciao salve buongiorno buonasera almeno solo soltanto bene "
    # English function words
    "this that these those there their theirs they them then than what when where which while whom whose with within "
    "without will would shall should could might must have having been being does doing done were your yours ours "
    "from into onto over under about above below after before between both each every some such only other others "
    "another same very much many more most less least also just even still well here hers herself himself itself "
    "myself yourself because since until unless through during against please thanks thank hello like able upon per "
    # what stands in every ad
    "lavoro lavori lavorare annuncio offerta offerte persona persone attivita cerco cerca cerchiamo ricerca "
    "ricerchiamo "
    "ore orario giorno giorni settimana settimane mese mesi anno anni tempo luogo tipo compenso descrizione italia "
    "italiano italiana inglese requisiti work working works worker workers role roles looking need needs needed "
    "seeking "
    "hour hours hourly week weeks weekly month months monthly year years time times type location salary description "
    "english someone person people going help make using used good great best want wants join "
    "remote remoto team experience esperienza jobs calls list "
    "know ensure various multiple based including include includes level intermediate expert entry worldwide united "
    "states kingdom philippines".split()
)


@lru_cache(maxsize=1 << 15)
def says_something(term: str) -> bool:
    """Return whether every word of `term` means something alone: no number, no function word, no stock word."""
    return all(len(word) >= SHORTEST and "0" not in word and word not in EMPTY for word in term.split())
