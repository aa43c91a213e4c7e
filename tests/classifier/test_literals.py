"""Fixed phrases in one pass."""

from hypothesis import given
from hypothesis import strategies as st

from classifier.literals import Literals

PHRASES = ["a+", "ab", "b", "c-suite", "un plus", "a b"]


@given(st.text(alphabet="abc+ -unplsite\n", max_size=40))
def test_they_are_found_as_they_are_written(text):
    """No sign in them means anything else; they may stand within words."""
    assert Literals(PHRASES).within(text) == {phrase for phrase in PHRASES if phrase in text}
