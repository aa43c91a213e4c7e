"""The engine asked directly: the same as its public methods, spans, groups and all."""

import pytest

from classifier.cue_engine import HERE, SEARCH, matcher, public_matcher
from classifier.cue_notation import compiled

DATA = b"orari fissi, poi orari liberi"


@pytest.mark.parametrize("regex", [r"\b(?:orari)\b", r"\borari (fissi|(liberi))", r"^orari", r"i$", "turni"])
@pytest.mark.parametrize("anchor", [SEARCH, HERE])
@pytest.mark.parametrize("captures", [False, True])
def test_the_short_way_finds_what_the_public_methods_find(regex, anchor, captures):
    public = public_matcher(compiled(regex, captures=captures))
    for start in range(len(DATA)):
        for end in (start, min(start + 5, len(DATA)), len(DATA)):
            assert public(anchor, DATA, start, end) == matcher(regex, captures=captures)(anchor, DATA, start, end)


def test_what_stands_around_is_seen():
    """A place inside a word is no edge."""
    assert matcher(r"\brari")(SEARCH, DATA, 1, len(DATA)) == [(-1, -1)]
    assert matcher(r"rari")(HERE, DATA, 1, len(DATA)) == [(1, 5)]
