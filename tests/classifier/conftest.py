"""A small corpus and its model, made once a session: what a test of training, saving and reading needs in seconds."""

import json
from collections import defaultdict

import pytest
from threadpoolctl import threadpool_limits

from classifier.cache import build_model
from classifier.corpus import corpus_files, load_examples
from classifier.persist import load_scorer
from classifier.reader import Reader

EACH = 6
"""Ads of each label and language."""


@pytest.fixture(scope="session", autouse=True)
def one_thread():
    """Fit with one thread, as `build_model` does: the solver's vectors are short."""
    with threadpool_limits(1):
        yield


@pytest.fixture(scope="session")
def small_corpus(tmp_path_factory):
    """Write a few dozen ads of the corpus: `EACH` groups of every label in either language."""
    chosen = defaultdict(dict)
    for example in load_examples(corpus_files()):
        kept = chosen[example.label, example.language]
        if len(kept) < EACH and len(example.text) < 3000:
            kept.setdefault(example.group, example)
    rows = [
        {"id": each.id, "text": each.text, "label": each.label, "language": each.language, "group": each.group}
        for kept in chosen.values()
        for each in kept.values()
    ]
    file = tmp_path_factory.mktemp("corpus") / "small.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def small_model(small_corpus, tmp_path_factory):
    """Return the path of a model trained on the small corpus."""
    path = tmp_path_factory.mktemp("model") / "small.joblib"
    build_model(path, [small_corpus], lambda _line: None)
    return path


@pytest.fixture(scope="session")
def small_reader(small_model):
    """Return a reader with the small model."""
    return Reader(*load_scorer(small_model))
