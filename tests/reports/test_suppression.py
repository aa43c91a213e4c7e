"""Small cells, and what would give them away."""

import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.joint import leaks
from reports.suppression import TOTAL, Crosstab, protect, recoverable


def crosstab(counts, name="t", rows="row", columns="column", **more):
    counts = np.array(counts)
    frame = pd.DataFrame(
        counts, index=[f"r{i}" for i in range(counts.shape[0])], columns=[f"c{i}" for i in range(counts.shape[1])]
    )
    return Crosstab(name, rows, columns, frame, "all", **more)


def test_nothing_small_nothing_hidden():
    """A table of large cells is shown whole."""
    assert not protect([crosstab([[10, 20], [30, 40]])])["t"].to_numpy().any()


def test_a_small_cell_takes_three_others_with_it():
    """One hidden cell would follow from its row and its column; four corners do not."""
    mask = protect([crosstab([[3, 20, 30], [40, 50, 60], [70, 80, 90]])])["t"]

    assert mask.loc["r0", "c0"]
    assert 4 == mask.to_numpy().sum()
    assert not mask.loc[TOTAL].any()
    assert not recoverable(mask.to_numpy()).any()


def test_zeros_are_no_secret_and_no_help():
    """A zero is shown; it is never hidden for the sake of others."""
    mask = protect([crosstab([[0, 3, 9], [8, 0, 7], [6, 9, 0]])])["t"]

    assert not mask.loc["r0", "c0"]
    assert not mask.loc["r1", "c1"]


def test_two_cells_of_one_ad_each_are_not_enough():
    """Two hidden cells that add up to 2 are both 1: a third one is hidden."""
    mask = protect([crosstab([[1, 1, 30, 40]])])["t"]

    assert mask.loc["r0"].sum() >= 3


def test_a_shared_total_is_hidden_everywhere():
    """A total that must go in one table goes in the other."""
    one = crosstab([[3], [0]], "one")
    two = Crosstab(
        "two", "row", "other", pd.DataFrame([[2, 1], [30, 40]], index=["r0", "r1"], columns=["x", "y"]), "all"
    )
    masks = protect([one, two])

    assert masks["one"].loc["r0", TOTAL]
    assert masks["two"].loc["r0", TOTAL]


def test_tables_together_give_nothing_away():
    """Two tables may share hidden totals: what neither gives away alone, both do not give away together."""
    dice = np.random.default_rng(3)
    for _ in range(25):
        rows = dice.integers(0, 12, (3, 4))
        one = crosstab(rows, "one", "month", "label")
        split = dice.binomial(rows.sum(axis=0), 0.3)
        two = crosstab([split, rows.sum(axis=0) - split], "two", "source", "label")
        masks = protect([one, two])
        found = leaks([one, two], [masks["one"].to_numpy(), masks["two"].to_numpy()], {})

        assert [] == found


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.integers(0, 15), min_size=3, max_size=3), min_size=2, max_size=4))
def test_no_small_cell_can_be_worked_out(counts):
    """For any table: every small cell is hidden, and at least two tables of counts fit what is shown."""
    table = crosstab(counts)
    mask = protect([table])["t"].to_numpy()
    extended = table.extended()

    assert mask[(extended > 0) & (extended < 5)].all()
    assert not (recoverable(mask) & (extended > 0) & (extended < 5)).any()


@pytest.mark.parametrize("counts", [[[1, 7], [6, 2]], [[3, 9, 8], [7, 6, 9]]])
def test_by_brute_force(counts):
    """Trying all counts that fit the shown cells and totals: no small cell has one value only."""
    table = crosstab(counts)
    mask = protect([table])["t"].to_numpy()
    truth = np.array(counts)
    places = tuple(np.argwhere(mask[:-1, :-1]).T)
    rows, columns = ~mask[:-1, -1], ~mask[-1, :-1]
    fits = []
    for values in itertools.product(range(13), repeat=len(places[0])):
        tried = truth.copy()
        tried[places] = values
        same_rows = tried.sum(axis=1)[rows] == truth.sum(axis=1)[rows]
        same_columns = tried.sum(axis=0)[columns] == truth.sum(axis=0)[columns]
        if same_rows.all() and same_columns.all() and (mask[-1, -1] or tried.sum() == truth.sum()):
            fits.append(values)

    assert len(places[0]) in range(2, 5)
    assert all(len({fit[at] for fit in fits}) > 1 for at in range(len(places[0])))
