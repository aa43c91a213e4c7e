"""Saving and loading models: what was written is what is read, and nothing else is."""

import hashlib
import json
import pickle
import random
import shutil

import joblib
import pytest

from classifier.facts import find_facts
from classifier.features import cue_features
from classifier.labels import LABELS
from classifier.packed import pack
from classifier.persist import load_pipeline, load_scorer, model_files
from classifier.topics import topic_features
from classifier.words import words
from crawler.errors import ModelError

TEXT = "Assistente virtuale\n\nCerco una segretaria a partita IVA, orario 9-18 in esclusiva, 5 euro l'ora, poi vediamo."


class Evil:
    """A pickle that leaves a trace when it is loaded."""

    def __init__(self, canary):
        self.canary = canary

    def __reduce__(self):
        return open, (str(self.canary), "w")


@pytest.fixture
def canary(tmp_path):
    return tmp_path / "executed"


@pytest.fixture
def copied(small_model, tmp_path):
    """Copy the small model where it may be damaged."""
    for file in model_files(small_model):
        shutil.copy(file, tmp_path)
    return tmp_path / small_model.name


def probabilities(scorer):
    features = cue_features(find_facts(TEXT).cues) | topic_features(TEXT)
    return scorer.judge(TEXT, words(TEXT), features).probabilities


def test_the_card_says_what_the_model_is(small_model):
    """Key, corpus, versions, counts, validation, hashes."""
    _, card = load_scorer(small_model)

    assert card["name"] == "vera"
    assert len(card["key"]) == 16
    assert card["trained_on"]["ads"] == 48
    assert {"all", "en", "it"} == set(card["validation"])
    assert {"small.joblib", "small.weights.json"} == set(card["sha256"])


def test_the_name_may_come_with_or_without_its_ending(small_model):
    """`--model mine` and `--model mine.joblib` are one."""
    assert model_files(small_model) == model_files(small_model.with_suffix(""))


def test_the_pipeline_written_here_is_loaded(small_model):
    """Its hash stands in the register."""
    assert load_pipeline(small_model).classes_.tolist() == sorted(LABELS)


@pytest.mark.parametrize("protocol", [0, 2, 5])
def test_a_crafted_pickle_is_never_run(tmp_path, canary, protocol):
    """Neither as a model nor as a card or weights."""
    path = tmp_path / "evil.joblib"
    for file in model_files(path):
        file.write_bytes(pickle.dumps(Evil(canary), protocol))

    for load in (load_scorer, load_pipeline):
        with pytest.raises(ModelError, match="evil"):
            load(path)
    assert not canary.exists()


def test_a_pickle_in_the_place_of_ours_is_never_run(copied, canary):
    """Card and weights are sound, even the card's hash was set to the evil file's: it is not in the register."""
    files = model_files(copied)
    joblib.dump(Evil(canary), files.model)
    card = json.loads(files.card.read_text(encoding="utf-8"))

    card["sha256"][files.model.name] = hashlib.sha256(files.model.read_bytes()).hexdigest()
    files.card.write_text(json.dumps(card), encoding="utf-8")

    with pytest.raises(ModelError, match="not written by `verava train`"):
        load_pipeline(copied)
    load_scorer(copied)
    assert not canary.exists()


def damaged(data, generator):
    """One bit flipped, or the end cut off."""
    at = generator.randrange(len(data))
    if generator.random() < 0.25:
        return data[:at]
    return data[:at] + bytes([data[at] ^ (1 << generator.randrange(8))]) + data[at + 1 :]


def test_two_hundred_kinds_of_damage(copied):
    """Each gives one clear error, or the same reading as before; no pipeline of other bytes is loaded."""
    expected = probabilities(load_scorer(copied)[0])
    generator = random.Random(11)
    errors = []
    for number in range(200):
        file = model_files(copied)[number % 3]
        sound = file.read_bytes()
        file.write_bytes(damaged(sound, generator))
        try:
            assert probabilities(load_scorer(copied)[0]) == expected
        except ModelError as error:
            errors.append(str(error))
        if file.suffix == ".joblib":
            with pytest.raises(ModelError, match="not written by"):
                load_pipeline(copied)
        file.write_bytes(sound)

    assert all("\n" not in error and "verava train" in error for error in errors)
    assert len(errors) >= 66  # all of the weights' and many of the card's


@pytest.mark.parametrize(
    "change",
    [
        lambda weights: weights.update(labels=["a", "b", "c", "d"]),
        lambda weights: weights["intercept"].pop(),
        lambda weights: weights["blocks"]["words"].update(terms="one\ntwo"),
        lambda weights: weights["blocks"]["words"].update(
            terms="\n".join(reversed(weights["blocks"]["words"]["terms"].split("\n")))
        ),
        lambda weights: weights["blocks"]["words"].update(idf="AAAA"),
        lambda weights: weights["blocks"]["words"].update(idf=["one"]),
        lambda weights: weights["blocks"]["words"]["weights"].pop(),
        lambda weights: weights["blocks"]["words"]["weights"].__setitem__(0, pack([1.0])),
        lambda weights: weights["blocks"]["words"]["weights"].__setitem__(0, "no base64"),
        lambda weights: weights["counted"].update(x=[1.0] * 5),
        lambda weights: weights.pop("temperature"),
        lambda weights: weights.update(temperature=0),
        lambda weights: weights.update(blocks=[]),
    ],
)
def test_a_foreign_model_is_refused(copied, change):
    """Weights whose hash is right, but which are no model of ours: other labels, other sizes, something missing."""
    files = model_files(copied)
    weights = json.loads(files.weights.read_text(encoding="utf-8"))
    change(weights)
    files.weights.write_text(json.dumps(weights), encoding="utf-8")
    card = json.loads(files.card.read_text(encoding="utf-8"))
    card["sha256"][files.weights.name] = hashlib.sha256(files.weights.read_bytes()).hexdigest()
    files.card.write_text(json.dumps(card), encoding="utf-8")

    with pytest.raises(ModelError, match="damaged model"):
        load_scorer(copied)


def test_a_missing_file_is_named(copied):
    """The first that is missing."""
    model_files(copied).weights.unlink()

    with pytest.raises(ModelError, match=r"small\.weights\.json: No such file"):
        load_scorer(copied)
