"""Honest shares: the interval holds the truth where the raw one does not."""

import numpy as np
import pytest

from classifier.labels import LABELS
from reports import shares
from reports.shares import correct, correct_by_sample, difference, wilson

ERRORS = np.array(
    [[0.84, 0.05, 0.04, 0.03, 0.04], [0.06, 0.80, 0.05, 0.04, 0.05], [0.04, 0.07, 0.82, 0.03, 0.04], [0.03, 0.05, 0.02, 0.86, 0.04]]
)  # fmt: skip
LABELLED = (260, 240, 190, 170)
MARKETS = ((0.20, 0.45, 0.20, 0.15), (0.05, 0.60, 0.30, 0.05), (0.50, 0.10, 0.35, 0.05))


def simulate(truth, n, times, seed):
    """Return how often corrected and raw intervals hold the true shares: two arrays, one value a label."""
    rng = np.random.default_rng(seed)
    held = np.zeros((2, 4))
    for _ in range(times):
        confusion = np.array([rng.multinomial(size, row) for size, row in zip(LABELLED, ERRORS, strict=True)])
        counts = sum(rng.multinomial(ads, row) for ads, row in zip(rng.multinomial(n, truth), ERRORS, strict=True))[:4]
        found = correct(counts[None], confusion)
        low, high = wilson(counts, n)
        held[0] += (found.low[0] <= truth) & (truth <= found.high[0])
        held[1] += (low <= truth) & (truth <= high)
    return held / times


@pytest.mark.parametrize("truth", MARKETS, ids=str)
@pytest.mark.parametrize("n", [100, 1000, 20_000])
def test_the_corrected_interval_holds_the_true_share_where_the_raw_one_does_not(truth, n, monkeypatch):
    """Over simulated markets: at least 93 % of corrected intervals hold the true share; raw ones far fewer."""
    monkeypatch.setattr(shares, "DRAWS", 400)
    corrected, raw = simulate(np.array(truth), n, 400, seed=n)

    assert corrected.mean() >= 0.93
    assert corrected.min() >= 0.91
    assert raw.min() < 0.9
    assert n < 1000 or raw.mean() < 0.8


def test_an_errorless_reader_needs_no_correction():
    """With a perfect confusion the corrected shares are the raw ones, and the interval is hardly wider."""
    found = correct([[100, 200, 300, 400]], np.eye(4) * 100_000)
    low, high = wilson([100, 200, 300, 400], 1000)

    assert found.share[0] == pytest.approx([0.1, 0.2, 0.3, 0.4], abs=1e-9)
    assert found.high[0] - found.low[0] == pytest.approx(high - low, rel=0.1)


def test_labels_left_undecided_more_often_are_not_underrated():
    """Half of one label is left undecided: its share is what it was before."""
    confusion = np.zeros((4, 5))
    confusion[:, :4] = np.diag([50, 100, 100, 100])
    confusion[0, 4] = 50

    found = correct([[100, 200, 200, 200]], confusion)

    assert found.share[0] == pytest.approx([0.25] * 4, abs=1e-9)


def test_shares_stay_shares():
    """Counts that no mix of labels explains give the nearest shares: none below 0, together 1."""
    found = correct([[0, 1, 0, 0], [500, 0, 0, 0], [0, 0, 0, 0]], np.round(ERRORS * 200))

    assert found.share[:2].sum(axis=1) == pytest.approx([1, 1])
    assert (found.share[:2] >= 0).all()
    assert (found.low[:2] <= found.high[:2]).all()
    assert np.isnan(found.share[2]).all()


def test_the_same_counts_give_the_same_interval():
    """Nothing depends on chance: reports are byte-identical."""
    one, two = (correct([[30, 40, 50, 60]], np.round(ERRORS * 200)) for _ in range(2))

    assert all((a == b).all() for a, b in zip(one, two, strict=True))


def test_a_sample_labelled_by_hand_corrects_too():
    """Prediction-powered intervals hold the true share, and are narrower than the sample's own."""
    rng = np.random.default_rng(5)
    truth = np.array(MARKETS[0])
    names, cumulative = np.array([*LABELS, "uncertain"]), ERRORS.cumsum(axis=1)
    held, narrower = np.zeros(4), 0.0
    for _ in range(300):
        real = rng.choice(4, 3000, p=truth)
        given = names[(rng.random(3000)[:, None] > cumulative[real]).sum(axis=1)]
        found = correct_by_sample(given, given[:300], names[real[:300]], list(LABELS))
        held += (found.low[0] <= truth) & (truth <= found.high[0])
        low, high = wilson([(real[:300] == label).sum() for label in range(4)], 300)
        narrower += ((found.high[0] - found.low[0]) / (high - low)).mean() / 300

    assert (held / 300).mean() >= 0.93
    assert narrower < 0.85


def test_wilson_against_published_values():
    """Newcombe 1998, table I: 81 of 263 gives 0.2553 to 0.3662; 0 of 20 gives 0 to 0.1611."""
    low, high = wilson([81, 0, 1], [263, 20, 0])

    assert low[:2] == pytest.approx([0.2553, 0.0], abs=5e-5)
    assert high[:2] == pytest.approx([0.3662, 0.1611], abs=5e-5)
    assert np.isnan(low[2])


def test_difference_against_published_values():
    """Newcombe 1998 (differences), example a: 56/70 - 48/80 = 0.2, 95 % interval 0.0524 to 0.3339."""
    change, low, high = difference((56, 70), (48, 80))

    assert (0.2, 0.0524, 0.3339) == pytest.approx((change, low, high), abs=5e-5)


def test_what_a_sample_does_not_show_may_still_be():
    """None of a label in a hundred: Wilson's interval of 0 of 100, not an interval without width."""
    every, said = ["a"] * 500 + ["b"] * 500, ["a"] * 50 + ["b"] * 50
    never, always = correct_by_sample(every, said, ["b"] * 100, ["a", "b"]), wilson(0, 100)[1]

    assert never.share.tolist() == [[0, 1]]
    assert never.high[0, 0] == pytest.approx(float(always))
    assert never.low[0, 1] == pytest.approx(1 - float(always))
    sure = correct_by_sample(every, said, said, ["a", "b"])
    assert (sure.high - sure.low > 0.03).all()
