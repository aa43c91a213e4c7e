"""The period before: when it may be compared."""

import pandas as pd
import pytest

from reports.comparison import CHANGES, mix_moves, moved, with_changes
from reports.lists import most_held
from reports.population import prepare
from tests.reports.made import SOURCES, make_facts, make_frame


def test_how_much_the_mix_has_moved(frame):
    """Nothing for the same frame, all for other sources, half for half."""
    assert moved(frame, frame) == pytest.approx(0)
    assert moved(frame, make_frame(sources=("altrove.esempio.test",))) == pytest.approx(1)
    assert moved(make_frame(4000, sources=SOURCES[:2]), make_frame(4000, sources=SOURCES[1:3])) == pytest.approx(
        0.5, abs=0.05
    )


def test_changes_of_skills(frame):
    """The difference of the shares, within its interval; items new to the period count from nought."""
    before = prepare(make_frame(seed=11, first="2025-11-01"))
    rows, note = with_changes(
        most_held(frame, "skill", "label", 15), "skill", frame, make_facts(frame, previous=before)
    )
    names = [column.name for column in CHANGES]

    assert note == "compared"
    assert rows[names].notna().all(axis=None)
    assert ((rows["change_low"] < rows["change"]) & (rows["change"] < rows["change_high"])).all()


def test_small_periods_are_not_compared(frame):
    """Fewer than 30 ads of a label in either period: no change is told."""
    before = prepare(make_frame(40, first="2025-11-01", seed=4))
    rows, _ = with_changes(most_held(frame, "skill", "label", 15), "skill", frame, make_facts(frame, previous=before))

    assert rows["change"].isna().all()


def test_a_mix_that_moves_from_period_to_period():
    """A third of the ads from another source is too much; a tenth is not."""
    assert mix_moves(pd.DataFrame([[90, 10], [55, 45]]))
    assert not mix_moves(pd.DataFrame([[90, 10], [80, 20]]))
    assert not mix_moves(pd.DataFrame([[90, 10]]))
