"""Groups of ads."""

import pandas as pd
import pytest

from reports.groups import MOST_PERIODS, OTHER, areas, hours_band, level_text, main_sources, periods


@pytest.mark.parametrize(
    ("days", "names", "first"),
    [
        (["2026-05-31", "2026-08-01"], 4, "2026-05"),
        (["2023-02-01", "2026-08-01"], 15, "2023-Q1"),
        (["1990-02-01", "2026-08-01"], 37, "1990"),
    ],
)
def test_periods_grow_with_the_window(days, names, first):
    """Months; quarters beyond 24 months; years beyond 24 quarters. None is left out."""
    found = periods(pd.Series(pd.to_datetime(days)))

    assert (names, first) == (len(found.cat.categories), found.iloc[0])
    assert names <= MOST_PERIODS or len(found.iloc[0]) == 4


def test_small_sources_are_put_together():
    """Beyond fifteen, the smallest are one."""
    sources = pd.Series([f"s{number:02d}" for number in range(20) for _ in range(20 - number)])
    found = main_sources(sources, pd.Series("", index=sources.index))

    assert found.nunique() == 16
    assert set(found[sources >= "s15"]) == {OTHER}


def test_a_companys_own_site_is_not_named():
    """A source with one or two named posters would name them; unknown posters do not count."""
    sources = pd.Series(["own"] * 6 + ["board"] * 6 + ["silent"] * 2)
    posters = pd.Series(["Prova srl", "PROVA SRL ", "", "", "Altra", ""] + [f"Studio {i}" for i in range(6)] + ["", ""])

    assert {"other", "board", "silent"} == set(main_sources(sources, posters))


def test_bands_of_hours():
    """A full load wins over a small one."""
    cues = pd.Series([["full_time_load", "part_time_few_hours"], ["part_time_few_hours"], ["fixed_hours"], []])

    unknown = pd.Series([float("nan")] * len(cues))

    assert ["full", "few", "not_told", "not_told"] == hours_band(unknown, cues).tolist()
    assert ["few", "full", "some", "full"] == hours_band(pd.Series([20.0, 30, 25, 40]), cues).tolist()


def test_levels_and_areas():
    """No level is `none`; each area stands once."""
    assert ["2", "none"] == level_text(pd.Series([2, None], dtype="Int64")).tolist()
    assert [("admin", "social"), ()] == areas(
        pd.Series([["adm.email", "adm.calendar", "sm.posting"], ["no.such"]])
    ).tolist()
