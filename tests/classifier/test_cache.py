"""The cached model: its key, building it once, and the model with a person's own labels."""

import shutil

import pytest

from classifier import cache
from classifier.corpus import load_examples
from classifier.persist import model_files
from crawler.errors import ModelError


@pytest.fixture
def folder(tmp_path, monkeypatch, small_corpus):
    """Give a cache folder of its own, with the small corpus as the shipped one."""
    monkeypatch.setenv("VERAVA_CACHE_DIR", str(tmp_path / "cache"))
    mine = tmp_path / "corpus.jsonl"
    shutil.copy(small_corpus, mine)
    monkeypatch.setattr(cache, "corpus_files", lambda: [mine])
    return mine


@pytest.fixture
def told():
    return []


def put(small_model, key):
    """Put the small model where the one of `key` belongs."""
    path = cache.cached_path(key)
    path.parent.mkdir(parents=True)
    for file, target in zip(model_files(small_model), model_files(path), strict=True):
        text = file.read_bytes()
        target.write_bytes(
            text.replace(b"small.", b"vera.") if file.suffix == ".json" and "card" in file.name else text
        )
    return path


def test_the_key_changes_with_the_corpus(folder):
    """One more line, another model."""
    before = cache.model_key()
    assert cache.model_key() == before
    folder.write_text(folder.read_text(encoding="utf-8") + "\n", encoding="utf-8")

    assert cache.model_key() != before


def test_the_key_changes_with_the_code(folder, monkeypatch, tmp_path):
    """A module that reads otherwise, another model."""
    room = tmp_path / "classifier"
    room.mkdir()
    (room / "cache.py").write_text("one", encoding="utf-8")
    monkeypatch.setattr(cache, "__file__", str(room / "cache.py"))
    before = cache.model_key()
    (room / "cache.py").write_text("two", encoding="utf-8")

    assert cache.model_key() != before


def test_the_key_changes_with_the_lexicons(folder, monkeypatch, tmp_path):
    """And with rates."""
    for name in ("lexicons", "rates"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.toml").write_text("one", encoding="utf-8")
    monkeypatch.setattr(cache, "data_path", tmp_path.joinpath)
    keys = {cache.model_key()}
    for name in ("lexicons", "rates"):
        (tmp_path / name / "a.toml").write_text("two", encoding="utf-8")
        keys.add(cache.model_key())

    assert len(keys) == 3


@pytest.mark.parametrize("library", cache.LIBRARIES)
def test_the_key_changes_with_versions(folder, monkeypatch, library):
    """Another version may fit or match otherwise."""
    before, installed = cache.model_key(), cache.versions()
    monkeypatch.setattr(cache, "versions", lambda: installed | {library: "0"})

    assert cache.model_key() != before


def test_the_key_changes_with_own_labels(folder):
    """A person's labels make another model."""
    assert len({cache.model_key(), cache.model_key(None, "abc"), cache.model_key(None, "abd")}) == 3


def test_it_is_built_once(folder, told):
    """The second time it is only loaded, and nothing is told."""
    _, card = cache.ensure_scorer(told.append)
    assert any("building" in line for line in told)
    told.clear()

    assert cache.ensure_scorer(told.append)[1] == card
    assert told == []
    assert card["key"] == cache.model_key()


def test_a_damaged_one_is_built_anew(folder, told, small_model):
    """The reason is told."""
    path = put(small_model, cache.model_key())
    assert cache.ensure_scorer(told.append)
    assert told == []
    model_files(path).weights.write_text("{}", encoding="utf-8")

    scorer, _ = cache.ensure_scorer(told.append)
    assert "vera.weights.json: not the file its card speaks of" in told[0]
    assert len(scorer.labels) == 4


def test_the_model_with_own_labels_is_in_force(folder, told, small_model):
    """Until the corpus changes; then the person is told how to make it anew."""
    put(small_model, cache.model_key())
    own = cache.model_key(None, "labels")
    put(small_model, own)
    cache.put_in_force(own)
    assert cache._own_key(cache.model_key(), told.append) == own
    assert told == []

    folder.write_text(folder.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    base = cache.model_key()
    assert cache._own_key(base, told.append) == base
    assert "`verava train` makes it anew" in told[0]
    cache.put_in_force(None)
    assert cache._own_key(base, told.append) == base
    assert len(told) == 1


def test_own_labels_are_learnt_from(folder, small_corpus, tmp_path):
    """They count beside the corpus and stand in the card."""
    own = [example for example in load_examples([small_corpus]) if example.label == "out_of_scope"][:3]
    path = tmp_path / "mine.joblib"
    cache.build_model(path, None, lambda _line: None, own, "labels")

    _, card = cache.load_scorer(path)
    assert (48 + 3, 3) == (card["trained_on"]["ads"], card["own_labels"])
    assert card["key"] == cache.model_key(None, "labels")


def test_a_folder_that_cannot_be_written_is_named(folder, tmp_path):
    """A model is refused a place, with the way out."""
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")

    with pytest.raises(ModelError, match="name another --out"):
        cache.build_model(blocked / "vera.joblib", None, lambda _line: None)
