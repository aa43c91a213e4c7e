"""Scores from sums of counts agree with scikit-learn's, over whole tables and over any selection of ads."""

import numpy as np
import pytest
from sklearn.metrics import accuracy_score, f1_score

from classifier.labels import LABELS
from classifier.tallies import figures, judge, tallies


def sample(size, seed=3):
    generator = np.random.default_rng(seed)
    matrix = generator.dirichlet(np.ones(4) / 2, size)
    truth = [LABELS[generator.choice(4, p=row)] for row in matrix]
    rows = [dict(zip(LABELS, row, strict=True)) for row in matrix]
    verdicts = [max(row, key=row.get) if max(row.values()) > 0.6 else "uncertain" for row in rows]
    return truth, rows, verdicts


def total(counts, kept=slice(None)):
    return {name: values[kept].sum(axis=0) for name, values in counts.items()}


@pytest.mark.parametrize("size", [7, 200])
def test_the_same_as_scikit_learn(size):
    """Accuracy and macro-F1 over the labels that occur."""
    truth, rows, verdicts = sample(size)
    guess = [max(row, key=row.get) for row in rows]
    scores = figures(total(tallies(judge(truth, rows, verdicts))))

    assert scores["accuracy"] == pytest.approx(accuracy_score(truth, guess))
    present = sorted(set(truth))
    assert scores["macro_f1"] == pytest.approx(f1_score(truth, guess, labels=present, average="macro", zero_division=0))


def test_a_selection_scores_as_itself():
    """Sums over some ads give the scores of these ads alone; a stack of sums gives a row each."""
    truth, rows, verdicts = sample(60)
    counts = tallies(judge(truth, rows, verdicts))
    alone = figures(total(tallies(judge(truth[:20], rows[:20], verdicts[:20]))))
    stack = {name: np.stack([values[:20].sum(axis=0), values.sum(axis=0)]) for name, values in counts.items()}

    for name, values in figures(stack).items():
        assert values[0] == pytest.approx(alone[name]), name


def test_verdicts_by_hand():
    """Precision and share found are of the verdicts given; undecided ads are not accused."""
    genuine, disguised = LABELS[:2]
    rows = [dict.fromkeys(LABELS, 0.25)] * 4
    judged = judge([disguised, disguised, genuine, genuine], rows, [disguised, "uncertain", disguised, genuine])
    scores = figures(total(tallies(judged)))

    expected = {"coverage": 0.75, "accuracy_where_decided": 2 / 3, "disguised_precision": 0.5, "disguised_recall": 0.5,
                "false_accusations": 0.5}  # fmt: skip
    assert expected == {name: pytest.approx(float(scores[name])) for name in expected}


def test_a_share_of_nothing_is_not_a_number():
    """And no warning."""
    scores = figures(total(tallies(judge(["out_of_scope"], [dict.fromkeys(LABELS, 0.25)], ["uncertain"]))))

    assert np.isnan(scores["disguised_precision"])
    assert np.isnan(scores["genuine_vs_disguised"])
