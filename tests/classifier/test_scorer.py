"""The lean scorer, on weights small enough to work out by hand."""

import math

import pytest

from classifier.scorer import Scorer

WEIGHTS = {
    "labels": ["a", "b"],
    "intercept": [0.5, -0.5],
    "temperature": 2.0,
    "blocks": {
        "words": {"terms": ["uno", "due"], "idf": [1.0, 2.0], "weights": [[1.0, 0.5], [-1.0, 0.0]]},
        "title": {"terms": ["title:uno"], "idf": [1.0], "weights": [[0.0], [0.25]]},
    },
    "counted": {"cue:x": [0.0, 3.0]},
}


def test_score_by_hand():
    """(1 + ln count) × idf, unit length, weights, intercept, temperature, softmax."""
    score = Scorer(WEIGHTS).score({"words": ["uno", "uno", "due", "tre"]}, {"cue:x": 1.0, "cue:unknown": 1.0})

    one, two = 1 + math.log(2), 2.0
    length = math.hypot(one, two)
    a = 0.5 + one / length + 0.5 * two / length
    b = -0.5 - one / length + 3.0
    expected = 1 / (1 + math.exp((b - a) / 2))
    assert score.probabilities["a"] == pytest.approx(expected)
    assert sum(score.probabilities.values()) == pytest.approx(1)


def test_contributions_add_up():
    """Contributions and intercept give the logit exactly."""
    scorer = Scorer(WEIGHTS)
    score = scorer.score({"words": ["uno", "due"], "title": ["title:uno", "title:due"]}, {"cue:x": 1.0})

    logits = []
    for label, intercept in zip(WEIGHTS["labels"], WEIGHTS["intercept"], strict=True):
        words, cues = scorer.contributions(score, label)
        logits.append(intercept + sum(words.values()) + sum(cues.values()))
    ratio = score.probabilities["a"] / score.probabilities["b"]
    assert math.log(ratio) * 2.0 == pytest.approx(logits[0] - logits[1])


def test_an_empty_text_has_the_intercept_alone():
    """Nothing to go by: the prior."""
    score = Scorer(WEIGHTS).score({}, {})

    assert score.probabilities["a"] == pytest.approx(1 / (1 + math.exp(-0.5)))
