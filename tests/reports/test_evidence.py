"""Evidence is fetched only for the newest ads of each label and indicator."""

import pandas as pd

from reports import evidence
from reports.evidence import newest
from tests.reports.made import make_frame


def test_the_newest_of_each_label_and_indicator(monkeypatch):
    """As many as are wanted, and no more; an ad may stand for several indicators."""
    monkeypatch.setattr(evidence, "NEWEST", 2)
    frame = make_frame(4).assign(
        label="open_employment", indicators=[["a"], ["a", "b"], ["a"], []],
        date=pd.to_datetime(["2026-05-01", "2026-05-02", "2026-05-03", "2026-05-04"]),
    )  # fmt: skip

    assert [2, 3] == sorted(newest(frame)["ad_id"])


def test_a_frame_without_indicators():
    """Nothing to fetch."""
    assert newest(make_frame(3).assign(indicators=[[], [], []])).empty
