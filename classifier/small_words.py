"""Common words of Italian and English that tell the two from each other and from their neighbours."""

from __future__ import annotations

from typing import Final

_ITALIAN: Final = (
    "il gli di che non sono della delle dello dell degli dei nel nella nelle nei nello negli alla alle agli allo dal "
    "dalla dalle dai dallo anche piu questo questa questi queste ogni essere chi cui sul sulla sulle sui sullo tra fra "
    "nostro nostra nostri nostre tuo tuoi tue ed ci puoi poi sei siamo hai ho abbiamo loro tutti tutto tutte "
    "cerco cerchiamo viene vengono deve devi mio miei quando dove senza ma perche piccola piccolo gia lavoro serve "
    "anni mese mesi giorni settimana ufficio esperienza virtuale inglese orario clienti"
)
_ENGLISH: Final = (
    "the and of to with you your our are is this that be will have from who must we by or not my if an as on they "
    "their which what when how about has was been hour hours week days month looking need client work"
)
_DOUBTFUL: Final = "con una del un"

NO_SMALL_WORD: Final = -1
ITALIAN: Final = 0
ENGLISH: Final = 1
DOUBTFUL: Final = 2
SMALL_WORDS: Final[dict[bytes, int]] = {
    word.encode("ascii"): kind
    for kind, words in ((ITALIAN, _ITALIAN), (ENGLISH, _ENGLISH), (DOUBTFUL, _DOUBTFUL))
    for word in words.split()
}
"""Word → `ITALIAN` or `ENGLISH`, which its neighbours (Spanish, French, German, Danish…) lack or seldom use; or
`DOUBTFUL`, which makes an English text doubtful."""
