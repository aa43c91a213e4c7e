"""The scikit-learn pipeline and the lean scorer are one model: equal within 1e-5 on real shapes of text and on noise."""

import json
import random

import numpy as np
import pytest
from scipy.special import softmax
from sklearn.base import clone

from classifier.corpus import corpus_files, load_examples
from classifier.cues import INDICATORS
from classifier.facts import find_facts
from classifier.features import cue_features
from classifier.persist import load_pipeline
from classifier.pipeline import COUNTED, SCALES, FeatureCounter, build_pipeline
from classifier.terms import BLOCKS
from classifier.topics import topic_features
from classifier.words import words

NEAR = 1e-5
ODD = "àéÌßİıŁ’“”–—€£¥₱ \u00a0\u200b\ufeff\t\r\n\x00\x1b🙂👩‍💻𝐕𝐀ﬁ٣१\u0301\u202e\ud83d0123456789.,:;!?()/[]{}<>#@*_=+%&|~^\\\"'"
WORDS = "orario fisso 9-18 partita iva va preventivo hours per week €/ora ccnl non senza not full time corso [email] https://a.test x@a.test".split()


def probabilities(reader, texts):
    """Return what the lean scorer says, with the labels in its order."""
    found = []
    for text in texts:
        features = cue_features(find_facts(text).cues) | topic_features(text)
        score = reader.scorer.judge(text, words(text), features)
        found.append([score.probabilities[label] for label in reader.scorer.labels])
    return np.array(found)


def differ(small_model, reader, texts):
    pipeline = load_pipeline(small_model)
    theirs = softmax(pipeline.decision_function(texts) / reader.scorer.temperature, axis=1)
    assert pipeline.classes_.tolist() == reader.scorer.labels
    return np.abs(theirs - probabilities(reader, texts)).max()


def test_equal_on_the_corpus(small_model, small_reader):
    """Ads of every file, most of which the model has not seen."""
    texts = [example.text for example in load_examples(corpus_files())[::7]]

    assert differ(small_model, small_reader, texts) < NEAR


def test_equal_on_real_ads(small_model, small_reader, shared):
    """Ads as sites publish them."""
    texts = [
        json.loads(line)["text"]
        for name in ("dev_en", "dev_it")
        for line in (shared / "real_ads" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]

    assert differ(small_model, small_reader, texts) < NEAR


def noise(generator):
    """Return a string of words of ads, odd characters and any code points, some of them not even text."""
    parts = []
    for _ in range(generator.randrange(0, 14)):
        kind = generator.random()
        if kind < 0.5:
            parts.append(generator.choice(WORDS))
        elif kind < 0.8:
            parts.append("".join(generator.choices(ODD, k=generator.randrange(1, 6))))
        else:
            parts.append("".join(chr(generator.randrange(0x110000)) for _ in range(generator.randrange(1, 4))))
    return generator.choice(["", " ", "\n", " "]).join(parts)


def test_equal_on_ten_thousand_strings_of_noise(small_model, small_reader):
    """Nothing that can stand in a string moves the two apart, or stops either."""
    generator = random.Random(20261124)
    texts = [noise(generator) for _ in range(10_000)]

    assert differ(small_model, small_reader, texts) < NEAR


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\0", "a" * 60_000, "9 " * 30_000, "partita iva " * 5_000])
def test_equal_at_the_edges(small_model, small_reader, text):
    """Nothing, and too much."""
    assert differ(small_model, small_reader, [text]) < NEAR


def test_every_block_has_its_scale():
    """No block is left unscaled, no scale is left over."""
    assert {*BLOCKS, *COUNTED} == set(SCALES)
    names = [name for name, _ in build_pipeline()["features"].transformer_list]
    assert sorted(SCALES) == sorted(names)


def test_the_counter_keeps_the_community_contract():
    """A constructor that only stores, clones equal, stateless, one row a text."""
    counter = FeatureCounter(topic_features)

    assert clone(counter).count is counter.count
    assert counter.fit(["x"]) is counter
    assert len(counter.transform(["agenda e posta", ""])) == 2


def test_cue_features_are_presence():
    """Three times is not three times as much; a denial is a feature of its own; directions are counted to four."""
    once = cue_features(find_facts("Orario fisso dalle 9 alle 18.").cues)
    thrice = cue_features(find_facts("Orario fisso dalle 9 alle 18. " * 3).cues)

    assert once["cue:fixed_hours"] == 1.0
    assert thrice == once
    assert {name.partition(":")[0] for name in once} <= {"cue", "not", "sum"}
    assert all(0 < value <= 1 for value in once.values())
    assert {name.partition(":")[2] for name in once if name.startswith("cue:")} <= set(INDICATORS)
