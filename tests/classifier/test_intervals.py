"""Intervals over groups, and calibration by chance."""

import numpy as np
import pytest

from classifier.intervals import chance_ece, intervals
from classifier.labels import LABELS
from classifier.tallies import judge, tallies


def counted(right, confidence=0.9):
    """Ads of one label each, right or wrong as given."""
    truth = [LABELS[at % 4] for at in range(len(right))]
    guess = [label if ok else LABELS[(LABELS.index(label) + 1) % 4] for label, ok in zip(truth, right, strict=True)]
    rows = [{name: confidence if name == label else (1 - confidence) / 3 for name in LABELS} for label in guess]
    return tallies(judge(truth, rows, guess))


def test_independent_ads_have_the_binomial_width():
    """200 ads, 85 % right: ± 5 points (CLASSIFYING, P4)."""
    right = np.arange(200) % 20 < 17
    low, high = intervals(counted(right), range(200))["accuracy"]

    assert (0.80, 0.90) == (pytest.approx(low, abs=0.01), pytest.approx(high, abs=0.01))


def test_groups_widen_the_interval():
    """Fifty groups of four ads that are all right or all wrong tell as much as fifty ads."""
    right = np.repeat(np.arange(50) % 20 < 17, 4)
    alone = intervals(counted(right), range(200))["accuracy"]
    grouped = intervals(counted(right), np.repeat(np.arange(50), 4).tolist())["accuracy"]

    assert 1.6 < (grouped[1] - grouped[0]) / (alone[1] - alone[0]) < 2.4


def test_the_same_again():
    """Seeded: a second call gives the same figures."""
    counts = counted(np.arange(30) % 3 < 2)

    assert intervals(counts, range(30)) == intervals(counts, range(30))


def test_what_cannot_be_told_has_no_interval():
    """No genuine or disguised ad, no accuracy between the two."""
    truth = ["open_employment"] * 10
    rows = [dict.fromkeys(LABELS, 0.25)] * 10
    found = intervals(tallies(judge(truth, rows, truth)), range(10))

    assert found["genuine_vs_disguised"] is None
    assert found["coverage"] == (1.0, 1.0)


def test_chance_ece_falls_with_the_ads():
    """Few ads look badly calibrated by chance (CLASSIFYING, P6: near .08 at 150 and .055 at 300 with 10 full bins)."""
    generator = np.random.default_rng(1)
    means = {size: chance_ece(generator.uniform(0.25, 1, size)) for size in (150, 300, 3000)}

    assert means[150][0] > means[300][0] > means[3000][0]
    assert means[150][0] == pytest.approx(0.078, abs=0.02)
    assert means[300][0] == pytest.approx(0.055, abs=0.015)
    assert all(mean < high for mean, high in means.values())
