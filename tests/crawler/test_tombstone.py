"""Words by which a page says that its ad is over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.tombstone import is_tombstone, may_be_tombstone

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
    "Annuncio non più disponibile",
    "Offerta non più attiva",
    "Il termine per candidarsi è scaduto",
    "I termini per le candidature sono scaduti",
    "Le candidature per questa posizione sono chiuse",
    "Candidature non più accettate",
    "Abbiamo già trovato la persona giusta",
    "Posizione già assegnata, grazie a tutti!",
    "Questa inserzione è stata archiviata dall'inserzionista",
    "L'offerta di lavoro che hai richiesto è scaduta o è stata rimossa",
    "Lavoro non più disponibile",
    "L'azienda ha chiuso questa selezione",
    "Il datore di lavoro ha chiuso l'annuncio",
    "SCADUTO",
    "⚠️ Annuncio scaduto",
    "Stato: chiuso",
    "Expired",
    "Status: closed",
    "✖ This job has expired",
    "Applications for this position have closed",
    "Hiring for this role has ended",
    "This posting is not active",
    "This job offer has been closed by the advertiser",
    "This listing has been marked as filled",
    "We have filled this position",
    "Sorry, the job you were looking for has been taken offline",
    "This job was removed by the poster",
    "This project has been awarded",
    "The application deadline has passed",
    "The deadline for applications has passed",
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
    "Domenica chiuso",
    "Non è più tempo di attese: il lavoro è qui",
    "La scadenza per candidarsi è il 30 novembre",
    "The deadline for applications is Friday",
    "Lavoro concluso in giornata",
    "Stato: aperto",
    "Status: open",
    "Filled with joy",
    "This role is not open to agencies",
    "We have filled many roles this year",
    "Ha chiuso il bilancio in attivo",
    "Rispondere a candidature e annunci",
    "Siamo una ditta chiusa ad agosto",
    "Closed captions for videos",
    "Progetto chiuso in tre mesi",
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


@pytest.mark.parametrize(
    "text", ["L'annuncio\n  non è\xa0più  disponibile", "This position\n\thas  been FILLED", "Job is  not\navailable"]
)
def test_may_be_tombstone(text):
    """The quick look takes the page's text as it stands, blanks and all, and misses nothing that counts."""
    assert may_be_tombstone(text)
    assert not may_be_tombstone("Cerchiamo un'assistente virtuale: agenda, posta, fatture.")
