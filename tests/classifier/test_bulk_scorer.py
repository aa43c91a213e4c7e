"""Many texts at once: as the lean scorer says of each alone."""

import pytest

from classifier import bulk_terms
from classifier.bulk_scorer import BulkScorer
from classifier.corpus import corpus_files, load_examples
from classifier.cues import find_cues
from classifier.explain import LEAST, says_something
from classifier.features import cue_features
from classifier.scorer import Scorer
from classifier.terms import BLOCKS
from classifier.topics import topic_features
from classifier.words import words

TEXTS = [
    *(example.text for example in load_examples(corpus_files())[::60]),
    "", " ", "team team", "a", "Team\nTipo: a ore\nLuogo: Torino, da remoto\n\nTeam e posta, team e posta",
]  # fmt: skip


def features(text):
    return cue_features(find_cues(text)) | topic_features(text)


def both(scorer, texts):
    counted = [features(text) for text in texts]
    many = BulkScorer(scorer).score(texts, [words(text) for text in texts], counted)
    alone = [
        scorer.judge({name: terms(text) for name, terms in BLOCKS.items()}, values)
        for text, values in zip(texts, counted, strict=True)
    ]
    return zip(many, alone, strict=True)


def test_probabilities_are_the_same(small_reader):
    for one, other in both(small_reader.scorer, TEXTS):
        assert one.likely == other.likely
        assert one.probabilities == pytest.approx(other.probabilities, abs=1e-12)


def test_contributions_are_the_same(small_reader):
    """All that are worth showing, none else."""
    for one, other in both(small_reader.scorer, TEXTS):
        worth = {name: value for name, value in other.words.items() if value > LEAST and says_something(name)}
        assert one.words == pytest.approx(worth, abs=1e-12)
        assert one.counted == pytest.approx(other.counted, abs=1e-12)


def test_a_model_without_some_blocks_is_applied():
    """What is not there adds nothing."""
    block = {"terms": ["turni"], "idf": [1.0], "weights": [[2.0], [0.0]]}
    scorer = Scorer(
        {"labels": ["a", "b"], "intercept": [0.0, 0.5], "temperature": 1.0, "blocks": {"words": block}, "counted": {}}
    )
    first, second = BulkScorer(scorer).score(["turni", "altro"], [["turni"], ["altro"]], [{}, {}])

    assert (first.likely, second.likely) == ("a", "b")
    assert first.words == {"turni": 2.0}


def test_forgotten_words_are_read_anew(small_reader, monkeypatch):
    """The table begins anew when it is full, and nothing changes."""
    monkeypatch.setattr(bulk_terms, "REMEMBERED", 0)
    bulk = BulkScorer(small_reader.scorer)
    arguments = TEXTS, [words(text) for text in TEXTS], [features(text) for text in TEXTS]

    assert bulk.score(*arguments) == bulk.score(*arguments)
