"""Scores."""

import json

import pytest

from classifier.labels import LABELS
from classifier.metrics import score_table


def row(truth, guess, confidence):
    rest = (1 - confidence) / 3
    return truth, {label: confidence if label == guess else rest for label in LABELS}


def test_a_perfect_reader():
    """All right and sure: everything is 1, calibration error is what is missing to certainty."""
    table = score_table([row(label, label, 0.95) for label in LABELS for _ in range(5)])

    assert (1.0, 1.0, 1.0) == (table["accuracy"], table["macro_f1"], table["genuine_vs_disguised"])
    assert table["ece"] == pytest.approx(0.05, abs=1e-3)
    assert table["confusion"] == [[5, 0, 0, 0], [0, 5, 0, 0], [0, 0, 5, 0], [0, 0, 0, 5]]


def test_known_numbers():
    """A small case worked out by hand."""
    genuine, disguised, opened, _ = LABELS
    rows = [
        row(genuine, genuine, 0.9),
        row(genuine, disguised, 0.6),
        row(disguised, disguised, 0.8),
        row(disguised, genuine, 0.5),
        row(opened, opened, 0.7),
    ]

    table = score_table(rows, dict.fromkeys(LABELS, 0.4))

    assert table["accuracy"] == 0.6
    assert table["labels"][genuine] == {"precision": 0.5, "recall": 0.5, "f1": 0.5, "n": 2}
    assert table["genuine_vs_disguised"] == 0.5
    assert table["operating_point"]["disguised_precision"] == 0.5
    assert table["operating_point"]["disguised_recall"] == 0.5
    assert table["coverage_accuracy"]["50%"] == 1.0


def test_labels_that_are_absent_do_not_count():
    """Macro-F1 is over the labels that occur."""
    table = score_table([row("genuine_freelance", "genuine_freelance", 0.9)] * 3)

    assert table["macro_f1"] == 1.0
    assert table["operating_point"]["disguised_precision"] is None


def test_decisions_count_what_a_report_meets():
    """Labels given, then those left undecided; each row adds up to the ads of its label."""
    genuine, disguised, opened, _ = LABELS
    rows = [
        row(genuine, genuine, 0.9),
        row(genuine, disguised, 0.5),
        row(disguised, disguised, 0.6),
        row(opened, opened, 0.9),
    ]

    table = score_table(rows, dict.fromkeys(LABELS, 0.55))

    assert [[1, 0, 0, 0, 1], [0, 1, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0, 0, 0]] == table["decisions"]


def test_verdicts_that_were_given_count_as_given():
    """A text that was too short is uncertain, however sure the numbers are."""
    genuine, disguised = LABELS[:2]
    rows = [row(disguised, disguised, 0.9), row(disguised, disguised, 0.9), row(genuine, genuine, 0.9)]

    table = score_table(rows, verdicts=[disguised, "uncertain", genuine])

    assert [[1, 0, 0, 0, 0], [0, 1, 0, 0, 1]] == table["decisions"][:2]
    assert table["operating_point"]["disguised_recall"] == 0.5
    assert table["accuracy"] == 1.0


def test_a_table_is_plain_json():
    """With intervals and without; undefined scores are null, never NaN."""
    rows = [row("out_of_scope", "out_of_scope", 0.7)] * 4

    for table in (score_table(rows), score_table(rows, groups=[1, 1, 2, 2])):
        assert table["genuine_vs_disguised"] is None
        assert json.loads(json.dumps(table, allow_nan=False))["n"] == 4


def test_groups_are_counted_and_scores_get_intervals():
    """Every score of the table has one, or None."""
    rows = [row(label, label, 0.8) for label in LABELS for _ in range(3)]

    table = score_table(rows, groups=range(12))

    assert table["groups"] == 12
    assert {"accuracy", "macro_f1", "disguised_precision", "coverage", "ece", "brier"} <= set(table["intervals"])


def test_the_surest_are_told_first():
    """AURC is 0 for a perfect reader; coverage says which share is meant."""
    genuine = LABELS[0]
    right = [row(genuine, genuine, 0.9)] * 5
    wrong = [row(LABELS[1], genuine, 0.6)] * 5

    assert score_table(right)["aurc"] == 0
    table = score_table([*wrong, *right])
    assert {"100%": 0.5, "50%": 1.0} == {key: table["coverage_accuracy"][key] for key in ("100%", "50%")}
