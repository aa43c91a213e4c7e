"""`verava evaluate`."""

import json

import pytest
from click.testing import CliRunner

from classifier.commands.evaluate import evaluate
from crawler.errors import InputError


def run(*arguments):
    return CliRunner().invoke(evaluate, [str(each) for each in arguments], catch_exceptions=False)


def test_a_table_for_people_and_json_in_a_file(small_corpus, small_model, tmp_path):
    """Text on standard output, the same tables in the file."""
    result = run("--model", small_model, "--out", tmp_path / "new" / "scores.json", small_corpus)

    assert result.exit_code == 0
    assert "macro-F1" in result.stdout
    tables = json.loads((tmp_path / "new" / "scores.json").read_text(encoding="utf-8"))
    assert tables["all"]["n"] == 48


def test_json_on_standard_output(small_corpus, small_model):
    """One object, table by table."""
    tables = json.loads(run("--model", small_model, "--format", "json", small_corpus).stdout)

    assert {"all", "language:en", "language:it"} == set(tables)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "no labelled ads"),
        ('{"text": "x", "label": "maybe"}\n', ":1: label 'maybe'"),
        ("{broken\n", ":1: not a JSON"),
    ],
)
def test_a_file_without_labels_is_named(content, message, small_model, tmp_path):
    """File, line, reason."""
    file = tmp_path / "mine.jsonl"
    file.write_text(content, encoding="utf-8")

    with pytest.raises(InputError) as error:
        run("--model", small_model, file)
    assert message in str(error.value)
    assert str(file) in str(error.value)


def test_a_place_that_cannot_be_written_is_named(small_corpus, small_model, tmp_path):
    """The file, the reason."""
    with pytest.raises(InputError, match="name another --out"):
        run("--model", small_model, "--out", tmp_path, small_corpus)
