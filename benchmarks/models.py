"""Compare models on the corpus and, where they are at hand, on real ads.

On the corpus twice: in grouped five-fold cross-validation, and with each writer's hand held out in turn, which is
harder and nearer to ads of the world.

    python benchmarks/models.py [REAL.jsonl …]

Prints the table of docs/experiments.md. Every block is read once; a model is a choice of blocks, their scales and a
classifier. Real ads are only measured, never trained on.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy import sparse
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.linear_model import LogisticRegression, RidgeClassifier
from sklearn.metrics import f1_score
from sklearn.naive_bayes import ComplementNB
from sklearn.svm import LinearSVC
from threadpoolctl import threadpool_limits

from classifier.corpus import Example, corpus_files, load_examples
from classifier.pipeline import SCALES, C, build_pipeline
from classifier.train import PRIOR_SHIFT, grouped_splits

Blocks = dict[str, Any]


HANDS = (
    *("ads", "english", "italian", "second_english", "second_italian", "short_english", "short_italian", "very_short"),
    *("third_english_long", "third_english_market", "third_italian_border", "third_italian_long"),
    *("fourth_english", "fourth_italian", "fifth_english", "fifth_italian", "sixth_english", "sixth_italian"),
)
"""Beginnings of the corpus files' names, one for each writer and occasion."""


class Model(NamedTuple):
    """A choice to compare."""

    name: str
    scales: dict[str, float]
    make: Callable[[], Any]
    shifted: bool = False


def logistic(c: float = C) -> LogisticRegression:
    """Return the logistic regression that is shipped, with another penalty when asked."""
    return LogisticRegression(C=c, class_weight="balanced", max_iter=2000)


ALL = dict(SCALES)
MODELS = [
    Model("majority label", {"cues": 1}, lambda: DummyClassifier(strategy="most_frequent")),
    Model("rules: cues and topics", {"cues": 1, "topics": 1}, lambda: logistic(1.0)),
    Model("words alone, C = 10", {"words": 1}, lambda: logistic(10.0)),
    Model("words + cues, unscaled, C = 10", {"words": 1, "cues": 1}, lambda: logistic(10.0)),
    Model("all but parts of words", {**ALL, "words": 8, "parts": 0}, logistic),
    Model("all but words", {**ALL, "words": 0, "parts": 8}, logistic),
    Model("all but cues and topics", {**ALL, "cues": 0, "topics": 0}, logistic),
    Model("all but title and head", {**ALL, "title": 0, "head": 0}, logistic),
    Model("all, cues and topics halved", {**ALL, "cues": 0.5, "topics": 0.25}, logistic),
    Model("all, C = 1", ALL, lambda: logistic(1.0)),
    Model("all, C = 10", ALL, lambda: logistic(10.0)),
    Model("all, linear SVM", ALL, lambda: LinearSVC(C=0.1, class_weight="balanced")),
    Model("all, ridge", ALL, lambda: RidgeClassifier(30.0, class_weight="balanced")),
    Model("all, complement naive Bayes", {**ALL, "cues": 1, "topics": 1}, ComplementNB),
    Model("extremely randomised trees on cues, topics, head", {"cues": 1, "topics": 1, "head": 1},
          lambda: ExtraTreesClassifier(300, min_samples_leaf=2, class_weight="balanced", n_jobs=-1, random_state=0)),
    Model("all, balanced, no shift", ALL, logistic),
    Model("**shipped**: all, prior of open_employment shifted", ALL, logistic, shifted=True),
]  # fmt: skip


def blocks(train: Sequence[str], tests: Sequence[Sequence[str]]) -> tuple[Blocks, list[Blocks]]:
    """Fit each block on `train`; return its values there and on each of `tests`."""
    parts = dict(build_pipeline()["features"].transformer_list)
    fitted = {name: part.fit_transform(train) for name, part in parts.items()}
    return fitted, [{name: part.transform(test) for name, part in parts.items()} for test in tests]


def stack(values: Blocks, scales: dict[str, float]) -> Any:
    """Return the scaled blocks side by side."""
    return sparse.hstack([values[name] * scale for name, scale in scales.items() if scale]).tocsr()


def predict(model: Model, values: Blocks, labels: Any, test: Blocks) -> Any:
    """Fit a model on `values` and return its labels for `test`."""
    fitted = model.make().fit(stack(values, model.scales), labels)
    rows = stack(test, model.scales)
    if not model.shifted:
        return fitted.predict(rows)
    shift = [PRIOR_SHIFT.get(label, 0.0) for label in fitted.classes_]
    return fitted.classes_[(fitted.decision_function(rows) + shift).argmax(axis=1)]


def figures(truth: Any, guess: Any) -> str:
    """Return accuracy and macro-F1 as text."""
    return f"{np.mean(truth == guess):.3f} / {f1_score(truth, guess, average='macro'):.3f}"


def hand_splits(files: Sequence[Path]) -> list[tuple[Any, Any]]:
    """Return (train, test) index pairs over the rows of `files`, each hand tested by a model of all others."""
    hands = np.array([_hand(file) for file in files for _ in load_examples([file])])
    return [(np.flatnonzero(hands != hand), np.flatnonzero(hands == hand)) for hand in sorted(set(hands))]


def folds_of(texts: Sequence[str], splits: Sequence[tuple[Any, Any]]) -> list[tuple[Any, Any, Any]]:
    """Return (blocks, train, test) of each split."""
    return [(blocks([texts[i] for i in fit], [[texts[i] for i in test]]), fit, test) for fit, test in splits]


def out_of_fold(model: Model, folds: Sequence[tuple[Any, Any, Any]], labels: Any) -> Any:
    """Return what `model` says of every row, fitted without its fold."""
    guess = np.empty(len(labels), dtype=object)
    for (fit_values, (test_values,)), fit, test in folds:
        guess[test] = predict(model, fit_values, labels[fit], test_values)
    return guess.astype(str)


def main(real_files: list[Path]) -> None:
    """Print the table."""
    corpus = load_examples(corpus_files())
    texts, labels = _columns(corpus)
    real = [load_examples([file]) for file in real_files]
    ways = [folds_of(texts, splits) for splits in (grouped_splits(corpus), hand_splits(corpus_files()))]
    whole = blocks(texts, [_columns(rows)[0] for rows in real])
    print(f"{len(corpus)} ads, {len({row.group for row in corpus})} groups; accuracy / macro-F1\n")
    print("| model | grouped 5-fold | hands held out |" + "".join(f" {file.stem} |" for file in real_files))
    print("|---|---|---|" + "---|" * len(real_files))
    for model in MODELS:
        cells = [figures(labels, out_of_fold(model, folds, labels)) for folds in ways]
        for rows, values in zip(real, whole[1], strict=True):
            cells.append(figures(_columns(rows)[1], predict(model, whole[0], labels, values).astype(str)))
        print(f"| {model.name} | " + " | ".join(cells) + " |", flush=True)


def _hand(file: Path) -> str:
    return max((hand for hand in HANDS if file.name.startswith(hand)), key=len, default=file.stem)


def _columns(rows: Sequence[Example]) -> tuple[list[str], Any]:
    return [row.text for row in rows], np.array([row.label for row in rows])


if __name__ == "__main__":
    with threadpool_limits(1):  # small matrices: more threads only wait for one another
        main([Path(name) for name in sys.argv[1:]])
