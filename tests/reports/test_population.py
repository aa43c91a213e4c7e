"""Which ads count."""

import pandas as pd

from reports.population import allowed, counted, prepare, unique
from tests.reports.made import make_frame


def ads(**columns):
    frame = make_frame(len(next(iter(columns.values()))))
    frame["in_reports"] = True
    frame["duplicate_of"] = pd.array([pd.NA] * len(frame), dtype="Int64")
    return frame.assign(**columns)


def test_sources_that_forbid_figures_do_not_count():
    """Their ads are left out, and do not stand for reposts elsewhere."""
    frame = ads(in_reports=[False, True, True], duplicate_of=pd.array([pd.NA, 1, 1], dtype="Int64"))

    assert [False, True, True] == allowed(frame).tolist()
    assert 1 == unique(frame).sum()


def test_a_repost_counts_once_even_when_its_original_is_of_another_period():
    """Two reposts of an ad that the window does not hold count as one; the earliest stands for them."""
    days = pd.to_datetime(["2026-06-09", "2026-06-02", "2026-06-05"])
    frame = ads(date=days, duplicate_of=pd.array([99, 99, pd.NA], dtype="Int64"))

    assert [False, True, True] == unique(frame).tolist()


def test_one_poster_counts_at_most_three_times_a_month_and_label():
    """Whatever the case of the name; unknown posters are not taken for one."""
    names = ["Studio Prova", "studio prova ", "STUDIO PROVA", "Studio Prova", "Studio Prova", "", "", "", ""]
    labels = ["open_employment"] * 4 + ["genuine_freelance"] + ["open_employment"] * 4
    frame = ads(hiring_organization=names, label=labels, date=pd.to_datetime(["2026-06-01"] * 9))

    assert [True, True, True, False, True, True, True, True, True] == counted(frame).tolist()


def test_preparing_changes_no_answer(frame):
    """The column `counted` is what would be worked out."""
    ready = prepare(frame)

    assert ready["counted"].tolist() == counted(frame).tolist()
    assert prepare(ready) is ready
    assert "counted" not in frame
