"""The notation of phrases: what each sign finds, and that every phrase of the lexicons is a pattern."""

import pytest

from classifier.cue_lexicon import load_indicators
from classifier.cue_notation import compiled, options, to_bytes, to_regex
from classifier.text import fold

FINDS = [
    ("full time", "a full-time job", True),
    ("full time", "full\ntime", True),
    ("full time", "full\n\ntime", False),
    ("full time", "handfull timely", False),
    ("part ?time", "parttime", True),
    ("rispett* ... orari*", "rispettare sempre e comunque gli orari", True),
    ("rispett* ... orari*", "rispettare. Poi gli orari", False),
    ("turn*", "turnazione", True),
    ("orari (fissi|rigidi)", "orari rigidi", True),
    ("d'ufficio", "d’ufficio", True),
    ("<money> al mese", "€ 700 al mese", True),
    ("dalle <time>", "dalle 9.30", True),
    ("<clockspan>", "9am-5pm", True),
    ("<clockspan>", "10-15", False),
    ("<small_money> a riga", "0,05 € a riga", True),
    ("<small_money> a riga", "3,05 € a riga", False),
    ("<addetto> alle pulizie", "addetto/a alle pulizie", True),
    ("^sondaggio", "sondaggio tra colleghe", True),
    ("^sondaggio", "un sondaggio", False),
]


@pytest.mark.parametrize(("phrase", "text", "found"), FINDS)
def test_a_phrase_finds_what_the_notation_says(phrase, text, found):
    assert bool(compiled(to_regex(phrase)).search(to_bytes(fold(text)))) is found


@pytest.mark.parametrize("name", load_indicators())
def test_every_phrase_is_a_pattern_that_finds_no_empty_text(name):
    for phrase in load_indicators()[name].phrases:
        assert not compiled(to_regex(phrase)).search(b""), phrase


def test_bytes_keep_offsets_and_what_they_lack_is_a_question_mark():
    assert to_bytes("è 5 € ☃") == "è 5 € ?".encode("cp1252")


def test_groups_are_kept_only_on_demand():
    assert options().never_capture
    assert compiled("(a)b", captures=True).search(b"ab").group(1) == b"a"
