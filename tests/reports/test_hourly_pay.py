"""Pay by the hour of groups."""

import numpy as np
import pandas as pd

from reports.hourly_pay import FULL_TIME, comparable, spreads
from tests.reports.made import make_frame


def test_what_can_be_compared(frame):
    """Both ends, tiers A and B; tier C only when asked for, and alone."""
    headline, assumed = comparable(frame), comparable(frame, FULL_TIME)

    assert {"A", "B"} == set(headline["tier"])
    assert {"C"} == set(assumed["tier"])
    assert ((headline["eur_min"] <= headline["mid"]) & (headline["mid"] <= headline["eur_max"])).all()


def test_groups_named_silent_tell_nothing():
    """However many ads they hold."""
    ads = pd.DataFrame(
        {
            "label": ["a"] * 40 + ["b"] * 40,
            "tier": "A",
            "eur_min": 10.0,
            "eur_max": 12.0,
            "mid": 11.0,
            "hiring_organization": "",
        }
    )
    rows = spreads(ads, ["label"], {("a",)}).set_index("label")

    assert ("hidden", "full") == (rows.loc["a", "rung"], rows.loc["b", "rung"])
    assert rows.loc["a", "n"] is pd.NA
    assert np.isnan(rows.loc["a", "derived"])
    assert (10.0, 12.0) == (rows.loc["b", "median_from"], rows.loc["b", "median_to"])


def test_no_group_no_row():
    """An empty frame gives a table with its columns and no row."""
    rows = spreads(comparable(make_frame(3)).iloc[:0], ["label", "basis"])

    assert rows.empty
    assert {"n", "rung", "median", "n_hidden"} <= set(rows)
