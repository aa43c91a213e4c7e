"""Training on a small corpus."""

import numpy as np
import pytest

from classifier.corpus import load_examples
from classifier.labels import LABELS
from classifier.train import FOLDS, MIN_PER_LABEL, best_temperature, grouped_splits, train
from crawler.errors import ModelError


@pytest.fixture(scope="module")
def examples(small_corpus):
    return load_examples([small_corpus])


def test_no_group_stands_on_both_sides(examples):
    """Pairs of the same group are tested together; every ad is tested once."""
    joined = [
        type(each)(each.id, each.text, each.label, each.language, f"pair-{number // 2}", each.dataset, each.fields)
        for number, each in enumerate(examples)
    ]
    splits = grouped_splits(joined)

    assert len(splits) == FOLDS
    assert sorted(row for _, test in splits for row in test) == list(range(len(joined)))
    for learnt, tested in splits:
        assert not {joined[row].group for row in learnt} & {joined[row].group for row in tested}


def test_it_learns_and_says_how_well(examples):
    """Probabilities of four labels that sum to one; figures of ads that were not trained on."""
    told = []
    trained = train(examples, told.append)
    found = trained.predict_proba([example.text for example in examples])

    assert found.shape == (len(examples), 4)
    assert found.sum(axis=1) == pytest.approx(1)
    guess = np.array(sorted(LABELS))[found.argmax(axis=1)]
    assert (guess == [example.label for example in examples]).mean() > 0.9
    assert trained.validation["all"]["n"] == trained.counts["ads"] == len(examples)
    assert trained.validation["it"]["n"] == trained.counts["by_language"]["it"]
    assert len(told) == FOLDS + 2


def test_the_same_again(examples):
    """Training twice gives the same model."""
    texts = [example.text for example in examples[:5]]
    first, second = (train(examples).predict_proba(texts) for _ in range(2))

    assert first == pytest.approx(second, abs=1e-9)


def test_too_few_of_a_label_are_refused(examples):
    """The label and the number are named."""
    few = [example for example in examples if example.label != "out_of_scope"] + examples[:0]

    with pytest.raises(ModelError, match=f"only 0 groups of ads labelled out_of_scope; training needs {MIN_PER_LABEL}"):
        train(few)


def test_the_temperature_cools_what_is_too_sure():
    """Logits three times too large are divided by three; a calibrated reader keeps its own."""
    generator = np.random.default_rng(5)
    logits = generator.normal(size=(4000, 4))
    powers = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    truth = np.array([generator.choice(4, p=row) for row in powers])

    assert best_temperature(logits, truth) == pytest.approx(1, abs=0.08)
    assert best_temperature(3 * logits, truth) == pytest.approx(3, abs=0.25)
