"""Honest figures of small samples."""

import math
import statistics

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.statistics import hidden, median_interval, median_rank, quartiles, rung, spread


@pytest.mark.parametrize(
    ("n", "expected"),
    [(0, "hidden"), (4, "hidden"), (5, "range"), (9, "range"), (10, "indicative"), (29, "indicative"), (30, "full")],
)
def test_the_ladder(n, expected):
    """Fewer than 5 hidden, 5-9 the range, 10-29 indicative, from 30 on all."""
    assert expected == rung(n)


@pytest.mark.parametrize(("n", "rank"), [(5, None), (6, 1), (10, 2), (20, 6), (30, 10), (100, 40)])
def test_ranks_of_the_interval(n, rank):
    """Tables of order statistics: n = 6 takes the extremes, n = 30 the 10th from both ends; none up to 5."""
    assert rank == median_rank(n)


def test_the_interval_holds_the_median_with_95_percent():
    """Exactly, by the binomial distribution, for every n up to 400; and no rank more would."""
    for n in range(6, 401):
        k = median_rank(n)
        outside = 2 * sum(math.comb(n, below) for below in range(k)) / 2**n
        nearer = 2 * sum(math.comb(n, below) for below in range(k + 1)) / 2**n
        assert outside <= 0.05 < nearer


@given(st.lists(st.floats(0.5, 150), min_size=1, max_size=60))
def test_figures_in_order(values):
    """Whatever the pay: what is told is in order, and within what was seen."""
    found = spread(np.array(values), 0.5)

    assert found.n == len(values)
    if found.rung in {"indicative", "full"}:
        assert found.q1 <= found.median <= found.q3
        assert found.low <= found.median <= found.high
    if found.rung == "range":
        assert found.minimum <= found.maximum
        assert math.isnan(found.median)
    if found.rung == "hidden":
        assert all(math.isnan(figure) for figure in found[2:])


def test_quartiles_are_those_of_the_standard_library():
    """The `inclusive` method."""
    values = np.array([3.0, 5.5, 8.0, 9.0, 12.5, 20.0, 21.0])

    assert statistics.quantiles(values.tolist(), n=4, method="inclusive") == pytest.approx(quartiles(values))


def test_small_samples_are_rounded_and_large_ones_are_not():
    """Half EUR under 30 ads; to the cent from 30 on."""
    values = np.linspace(10.13, 20.13, 29)

    assert 0 == (spread(values, 0.5).median * 2) % 1
    assert spread(np.append(values, 15.13), 0.5).median == pytest.approx(15.13)


def test_no_interval_for_five():
    """It does not exist."""
    assert median_interval(np.arange(5.0)) is None
    assert hidden(3).n == 3
