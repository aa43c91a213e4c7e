"""A phrase: its pattern is compiled when it is first asked for, and once."""

from classifier.cue_engine import SEARCH
from classifier.cue_phrase import Phrase


def test_a_phrase_is_compiled_when_it_is_looked_for():
    phrase = Phrase(3, "shift_work", r"\b(?:turni)\b", title_only=False)
    phrase.want([1, 2])

    assert phrase.wanted == {1, 2}
    assert phrase.matcher()(SEARCH, b"a turni", 0, 7) == [(2, 7)]
    assert phrase.matcher() is phrase.matcher() or phrase.matcher() == phrase.matcher()
