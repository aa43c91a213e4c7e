"""The numbers that stand for cues."""

import pytest

from classifier.cue import Cue
from classifier.cues import INDICATORS
from classifier.features import cue_features


def cue(name, negated=False):
    return Cue(name, 0, 1, "x", negated, "pattern")


def test_nothing_gives_nothing():
    """No cue, no feature."""
    assert cue_features([]) == {}


def test_stated_denied_and_both():
    """A cue that is stated anywhere is stated, wherever else it is denied."""
    stated, denied = cue("fixed_hours"), cue("fixed_hours", negated=True)

    assert cue_features([denied]) == {"not:fixed_hours": 1.0}
    assert cue_features([stated, denied]) == cue_features([stated]) == {"cue:fixed_hours": 1.0, "sum:E": 0.25}


def test_different_cues_of_a_direction_add_up_to_four():
    """A fifth adds nothing."""
    names = [name for name, entry in INDICATORS.items() if entry.direction == "E"][:6]
    sums = [cue_features(map(cue, names[:count]))["sum:E"] for count in range(1, 7)]

    assert [pytest.approx(value) for value in (0.25, 0.5, 0.75, 1.0, 1.0, 1.0)] == sums
