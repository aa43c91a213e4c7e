"""The corpus and files in its form."""

import json
from collections import defaultdict

import pytest

from classifier.corpus import corpus_files, fingerprint, load_examples
from classifier.labels import LABELS
from crawler.errors import InputError


def write(tmp_path, *rows, name="mine.jsonl"):
    file = tmp_path / name
    file.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), encoding="utf-8")
    return file


def test_a_row_with_text_or_with_fields(tmp_path):
    """Fields are composed as a stored ad's are; blank lines are no rows."""
    file = write(
        tmp_path,
        {"text": "Cerco VA", "label": "genuine_freelance", "language": "it", "group": "g", "dataset": "d", "id": "a"},
        "",
        {"title": "VA", "pay_raw": "9 euro", "description": "Agenda.", "label": "out_of_scope", "language": "en"},
    )
    first, second = load_examples([file])

    assert ("a", "Cerco VA", "g", "d") == (first.id, first.text, first.group, first.dataset)
    assert second.text == "VA\nPay: 9 euro\n\nAgenda."
    assert ("mine-3", "mine-3", "mine") == (second.id, second.group, second.dataset)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{broken", "not a JSON object with a label"),
        ("[1]", "not a JSON object with a label"),
        ('{"text": "x"}', "not a JSON object with a label"),
        ('{"text": "x", "label": "freelance"}', "label 'freelance'"),
        ('{"label": "out_of_scope"}', "text is missing"),
    ],
)
def test_a_bad_line_is_named(tmp_path, line, reason):
    """File, number, reason, in one line."""
    file = write(tmp_path, {"text": "x", "label": "out_of_scope"}, line)

    with pytest.raises(InputError) as error:
        load_examples([file])
    assert str(error.value).startswith(f"{file}:2: ")
    assert reason in str(error.value)


def test_a_missing_file_is_named(tmp_path):
    """With the way out."""
    with pytest.raises(InputError, match=r"none\.jsonl: cannot be read"):
        load_examples([tmp_path / "none.jsonl"])


def test_the_fingerprint_is_of_names_and_contents(tmp_path):
    """Another name or another byte is another corpus; the order counts."""
    one, other = write(tmp_path, "a", name="a.jsonl"), write(tmp_path, "b", name="b.jsonl")

    assert len({fingerprint([one]), fingerprint([other]), fingerprint([one, other]), fingerprint([other, one])}) == 4
    assert fingerprint([one]) == fingerprint([one])


def test_the_shipped_corpus_is_sound():
    """It loads; ids are unique; every label stands in either language; a group has one language."""
    examples = load_examples(corpus_files())
    ids = [example.id for example in examples]
    seen = defaultdict(int)
    for example in examples:
        seen[example.label, example.language] += 1

    assert len(set(ids)) == len(ids)
    assert {(label, language) for label in LABELS for language in ("it", "en")} <= set(seen)
