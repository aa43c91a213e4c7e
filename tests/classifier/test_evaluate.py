"""Tables of scores, and the text a person reads."""

import json

import pytest

from classifier.corpus import load_examples
from classifier.evaluate import SMALL, evaluate, find_groups
from classifier.scores_text import scores_text


@pytest.fixture(scope="module")
def examples(small_corpus, tmp_path_factory):
    """Label the small corpus' ads as three data sets, one of them small."""
    rows = [json.loads(line) for line in small_corpus.read_text(encoding="utf-8").splitlines()]
    for number, row in enumerate(rows):
        row["dataset"] = "tiny" if number < 4 else "also_tiny" if number < 7 else "large"
    file = tmp_path_factory.mktemp("labelled") / "mine.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return load_examples([file])


@pytest.fixture(scope="module")
def tables(small_reader, examples):
    return evaluate(small_reader, examples)


def test_tables_by_language_and_data_set(tables, examples):
    """Data sets under the limit stand together; every ad is counted once a kind."""
    assert {"all", "language:en", "language:it", "dataset:large", "dataset:others"} == set(tables)
    assert tables["dataset:others"]["datasets"] == ["also_tiny", "tiny"]
    assert tables["dataset:others"]["n"] == 7 < SMALL
    for kind in ("language", "dataset"):
        assert len(examples) == sum(table["n"] for name, table in tables.items() if name.startswith(kind))


def test_it_reads_what_it_was_trained_on(tables):
    """A model knows its own training ads; the scores say so."""
    assert tables["all"]["accuracy"] > 0.9
    low, high = tables["all"]["intervals"]["accuracy"]
    assert low <= tables["all"]["accuracy"] <= high


def test_the_text_says_what_the_tables_say(tables):
    """A line a table, the small ones marked, intervals, calibration beside chance, confusion with uncertain."""
    text = scores_text(tables)
    lines = text.splitlines()

    assert next(line for line in lines if line.startswith("dataset:others *"))
    assert "* 2 data sets of under 15 ads: also_tiny, tiny" in text
    assert "by chance" in text
    assert any(line.endswith("uncertain") for line in lines)
    assert max(map(len, lines)) < 170


def test_groups_are_stated_or_near_duplicates(tmp_path):
    """Where a file names no groups, an ad and its copy are one draw."""
    text = (
        "Cerco un'assistente virtuale con propri orari per agenda, posta, fatture, viaggi e qualche ricerca in rete "
        * 2
    )
    rows = [{"text": text}, {"text": text + " Grazie."}, {"text": "Vendo un corso per imparare a lavorare da casa."}]
    file = tmp_path / "mine.jsonl"
    file.write_text("".join(json.dumps(row | {"label": "out_of_scope"}) + "\n" for row in rows), encoding="utf-8")

    first, second, third = find_groups(load_examples([file]))
    assert first == second != third
