"""Sub-types: what kind of hidden job, what kind of text that offers none."""

import pytest

from classifier.cues import find_cues
from classifier.subtype import find_subtype

CASES = [
    ("disguised_employment", "Partita IVA, orario 9-18, esclusiva richiesta", "control"),
    ("disguised_employment", "Copia e incolla, cottimo, basta un PC", "microwork"),
    ("disguised_employment", "Cerco aiuto.", None),
    ("out_of_scope", "Kit iniziale di 49 euro, poi iscriviti ora al corso", "scam"),
    ("out_of_scope", "Diventa assistente virtuale: masterclass gratuita", "course"),
    ("out_of_scope", "Mi propongo come assistente virtuale", "self_advert"),
    ("out_of_scope", "Scusate lo sfogo", "not_an_ad"),
    ("out_of_scope", "Infermiere per RSA", "other_job"),
    ("genuine_freelance", "Partita IVA, orario 9-18", None),
    ("open_employment", "CCNL Commercio", None),
]


@pytest.mark.parametrize(("label", "text", "subtype"), CASES)
def test_the_cues_tell_the_subtype(label, text, subtype):
    stated = {cue.indicator for cue in find_cues(text) if not cue.negated}

    assert find_subtype(label, stated) == subtype
