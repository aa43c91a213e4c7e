"""All tables of counts, protected together."""

import numpy as np
import pandas as pd
import pytest

from reports.crosstabs import VERDICTS, crosstabs
from reports.membership import cross, members
from reports.population import prepare
from tests.reports.made import make_frame


def test_members_of_lists():
    """Each list counts once for each item it holds, in the column of its group."""
    lists = pd.Series([["a", "b"], ["b"], [], ["a"]])
    groups = pd.Series(["x", "x", "y", "z"])
    counts = members(lists, groups, ["x", "y"])

    assert {("a", "x"): 1, ("a", "y"): 0, ("b", "x"): 2, ("b", "y"): 0} == {
        (item, group): counts.loc[item, group] for item in counts.index for group in counts
    }
    assert members(lists[:0], groups[:0], ["x"]).empty


def test_cross_keeps_periods_without_ads():
    """A month in which nothing was seen is no row; the order of time is kept."""
    rows = pd.Series(pd.Categorical(["2026-10", "2026-08"], ["2026-08", "2026-09", "2026-10"], ordered=True))
    counts = cross(rows, pd.Series(["a", "b"]), ["a", "b"])

    assert ["2026-08", "2026-10"] == list(counts.index)
    assert [[0, 1], [1, 0]] == counts.to_numpy().tolist()


def test_tables_agree_and_are_worked_out_once(frame):
    """Totals are the same everywhere; a prepared frame is counted only once."""
    ready = prepare(frame)
    cells = crosstabs(ready)
    sizes = {
        name: cells[name].counts.sum(axis=0)[VERDICTS].tolist()
        for name in ("labels_by_month", "labels_by_source", "scope")
    }

    assert 1 == len(set(map(tuple, sizes.values())))
    assert crosstabs(ready) is cells


@pytest.mark.parametrize("seed", range(12))
def test_every_small_cell_is_hidden(seed):
    """In every table of any frame."""
    dice = np.random.default_rng(seed)
    frame = make_frame(
        int(dice.integers(5, 300)), seed=seed, weights=dice.dirichlet([0.5] * 5), days=int(dice.integers(1, 200))
    )
    for cells in crosstabs(frame).values():
        counts, hidden = cells.counts.to_numpy(), cells.hidden.to_numpy()[:-1, :-1]
        assert hidden[(counts > 0) & (counts < 5)].all()


def test_three_undecided_ads_do_not_cost_the_main_figures():
    """A small total hides the smaller of its side of the scope; the labels in scope stay told."""
    labels = ["genuine_freelance"] * 36 + ["disguised_employment"] * 127 + ["open_employment"] * 54
    labels += ["out_of_scope"] * 40 + ["uncertain"] * 3
    frame = make_frame(len(labels)).assign(label=labels, in_reports=True, hiring_organization="", duplicate_of=pd.NA)
    hidden = crosstabs(frame.astype({"duplicate_of": "Int64"}))["labels_by_month"].hidden.loc["total"]

    assert ["out_of_scope", "uncertain"] == sorted(hidden.index[hidden])
