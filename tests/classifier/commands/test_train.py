"""`verava train`."""

import dataclasses
import json

import pytest
from click.testing import CliRunner

from classifier import cache
from classifier.commands.train import train
from classifier.persist import load_scorer, model_files
from classifier.read_store import read_store
from classifier.search import SearchTerms
from crawler.ad import Ad
from crawler.errors import InputError, ModelError
from crawler.store import open_store


def run(*arguments):
    return CliRunner().invoke(train, [str(each) for each in arguments], catch_exceptions=False)


@pytest.fixture
def folders(tmp_path, monkeypatch, small_corpus):
    """Give data and cache folders of their own, and the small corpus as the shipped one."""
    monkeypatch.setenv("VERAVA_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("VERAVA_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setattr(cache, "corpus_files", lambda: [small_corpus])
    return tmp_path


def test_three_files_and_what_was_validated(folders, small_corpus):
    """Model, weights and card where one says; figures of every language."""
    result = run("--corpus", small_corpus, "--out", folders / "new" / "mine.joblib")

    assert result.exit_code == 0
    assert all(file.is_file() for file in model_files(folders / "new" / "mine.joblib"))
    assert " all: n 48, accuracy" in result.stdout
    assert "  it: n 24" in result.stdout
    assert "validating: fold 5 of 5" in result.stderr


def test_quiet(folders, small_corpus):
    """Nothing on standard error."""
    assert run("-q", "--corpus", small_corpus, "--out", folders / "mine").stderr == ""


def test_no_store_is_made(folders, small_corpus):
    """Who never crawled has no labels, and gets no empty store."""
    run("-q", "--corpus", small_corpus, "--out", folders / "mine")

    assert not (folders / "data").exists()


def test_labels_of_the_store_count_and_the_model_reads_from_now_on(folders, small_reader):
    """Beside the corpus; `--no-labels` goes back to the corpus alone."""
    store = open_store()
    ad = Ad("s", "https://s.test/1", "1", "Assistente virtuale", "Cerco una mano con agenda, posta e fatture, a ore.")
    store.save(store.start_run("s"), [ad, dataclasses.replace(ad, identifier="2", url="https://s.test/2", title="VA")])
    terms = SearchTerms(())
    read_store(store, small_reader, terms)
    for version in store.to_label(f"{small_reader.card['key']}-{terms.key}", "anna"):
        store.give_label(version, "genuine_freelance", "anna")

    result = run()
    assert "2 labels in the store: 2 ads to learn from" in result.stderr
    assert " all: n 50" in result.stdout
    assert cache.ensure_scorer(pytest.fail)[1]["own_labels"] == 2

    assert " all: n 48" in run("--no-labels").stdout
    assert cache.ensure_scorer(pytest.fail)[1]["own_labels"] == 0


def test_labels_drawn_at_random_are_left_out(folders, small_reader):
    """They stay a measure, and it is said."""
    store = open_store()
    text = "Cerco una mano con agenda, posta e fatture, a ore."
    store.save(store.start_run("s"), [Ad("s", "https://s.test/1", "1", "Assistente virtuale", text)])
    read_store(store, small_reader, SearchTerms(()))
    (version,) = store.to_label(f"{small_reader.card['key']}-{SearchTerms(()).key}", "anna", drawn=True)
    store.give_label(version, "genuine_freelance", "anna", drawn=True)

    result = run()
    assert "1 labels in the store: 0 ads to learn from" in result.stderr
    assert "1 labels of ads drawn at random are left out" in result.stderr
    assert " all: n 48" in result.stdout


def test_too_small_a_corpus_is_refused(folders, small_corpus):
    """The label that lacks is named; a file that is missing, too."""
    few = folders / "few.jsonl"
    few.write_text("\n".join(small_corpus.read_text(encoding="utf-8").splitlines()[:12]), encoding="utf-8")

    with pytest.raises(ModelError, match="training needs 10"):
        run("-q", "--corpus", few, "--out", folders / "mine")
    with pytest.raises(InputError, match=r"none\.jsonl"):
        run("-q", "--corpus", folders / "none.jsonl", "--out", folders / "mine")
    assert not model_files(folders / "mine").card.exists()


def test_the_card_is_a_model_card(folders, small_corpus):
    """What it was made of and how well it does, in plain JSON."""
    run("-q", "--corpus", small_corpus, "--out", folders / "mine")
    card = json.loads(model_files(folders / "mine").card.read_text(encoding="utf-8"))

    assert load_scorer(folders / "mine")[1] == card
    assert set(card["corpus"]) == {"small.jsonl"}
    assert {"scikit-learn", "numpy"} <= set(card["versions"])
    assert card["trained_on"]["by_label"] == dict.fromkeys(card["trained_on"]["by_label"], 12)
