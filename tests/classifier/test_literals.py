"""Fixed phrases in one pass."""

from hypothesis import given
from hypothesis import strategies as st

from classifier.cue_notation import to_bytes
from classifier.literals import Literals

PHRASES = ["a+", "ab", "b", "c-suite", "un plus", "a b", "9 €"]


@given(st.text(alphabet="abc+ -unplsite€9\n", max_size=40))
def test_they_are_found_as_they_are_written(text):
    """No sign in them means anything else; they may stand within words."""
    assert [PHRASES[number] for number in Literals(PHRASES).within(to_bytes(text))] == [
        phrase for phrase in PHRASES if phrase in text
    ]
