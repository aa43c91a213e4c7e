"""The lexicons: complete, in both languages, in the codebook's words."""

import json

from classifier.cue_lexicon import lines, load_indicators
from classifier.cue_questions import LEAST, MOST, questions
from classifier.cues import find_cues
from classifier.labels import LABELS


def test_every_indicator_is_told_in_both_languages():
    for entry in load_indicators().values():
        assert all(entry.name.values()), entry.id
        assert all(entry.why.values()), entry.id
        assert entry.direction in "EGDOSCX"
        assert entry.strength in {"strong", "medium", "weak", "decisive"}
        assert entry.label in {"", *LABELS}
        assert entry.denied_means in {"", *load_indicators()}


def test_the_codebooks_indicators_are_all_here(shared):
    codebook = json.dumps(json.loads((shared / "codebook" / "codebook.json").read_text(encoding="utf-8")))
    missing = [name for name, entry in load_indicators().items() if not entry.added and f'"{name}"' not in codebook]
    assert not missing
    assert sum(not entry.added for entry in load_indicators().values()) >= 44


def test_lines_leave_out_blanks_and_remarks():
    assert lines("\n# a remark\n one phrase \n\n") == ("one phrase",)


def test_two_to_four_questions_are_asked_in_the_ads_language():
    for text, language in (
        ("orario 9-18 in esclusiva, prova gratuita di una settimana, penale per ritardi", "it"),
        ("", "en"),
    ):
        asked = questions(find_cues(text), language)
        assert LEAST <= len(asked) <= MOST
        assert len(set(asked)) == len(asked)
