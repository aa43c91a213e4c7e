"""Words by which a page says that its ad is over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.tombstone import is_tombstone

OVER = [
    "Questa offerta non è più disponibile",
    "Questo annuncio non e' piu' attivo",
    "L'annuncio è scaduto",
    "L’annuncio è stato rimosso",
    "Offerta di lavoro scaduta il 3/11",
    "La posizione è stata coperta",
    "questa posizione è già stata assegnata",
    "Siamo spiacenti, l’offerta è stata rimossa.",
    "Ricerca conclusa",
    "Selezione chiusa",
    "Candidature chiuse",
    "Non si accettano più candidature",
    "L'annuncio richiesto non è più online",
    "This listing has expired.",
    "This position has been filled",
    "Sorry, this job has expired",
    "The job you are looking for is no longer available",
    "The position has been filled, thanks",
    "Job closed",
    "This project is closed.",
    "This job posting is no longer active",
    "We are no longer accepting applications",
]
OPEN = [
    "Il cliente chiude la posizione a fine mese",
    "Apply before the position is filled",
    "Candidati prima che la posizione sia chiusa",
    "L'annuncio resta online finché la posizione non è coperta",
    "posizione aperta",
    "This role is open",
    "Position filled by Christmas",
    "Progetto chiuso entro giugno",
    "gestione annunci scaduti",
    "L'offerta resta valida",
    "Non perdere l'offerta",
    "applications close on friday",
    "We closed our office",
    "Once the listing has expired, candidates get an answer",
    "",
]


@pytest.mark.parametrize("line", OVER)
def test_over(line):
    """A notice is recognised, alone or among other lines."""
    assert is_tombstone(line)
    assert is_tombstone(f"Assistente virtuale\n{line}\nTorna alla lista")


@pytest.mark.parametrize("line", OPEN)
def test_open(line):
    """Prose about closing is no notice."""
    assert not is_tombstone(line)


def test_long_lines_are_prose():
    """A notice is short."""
    assert not is_tombstone("Questa posizione è chiusa. " + "Si lavora bene da noi. " * 10)


@given(st.text(max_size=200))
def test_never_fails(text):
    """Any text can be asked."""
    assert is_tombstone(text) in {True, False}
