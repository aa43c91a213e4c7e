"""What `verava classify` is given."""

import json

import pytest

from classifier.inputs import BadLine, Item, check_many, read_many, read_single
from crawler.errors import InputError


def write(tmp_path, name, data):
    file = tmp_path / name
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return file


def test_a_text_file(tmp_path):
    """A text is read as it stands."""
    file = write(tmp_path, "ad.txt", "Cerco VA\n\nperché sì")

    assert [Item(None, "Cerco VA\n\nperché sì", plain=True)] == read_single(str(file))


def test_an_old_encoding(tmp_path):
    """A text in the encoding of old Windows programs is read too."""
    file = write(tmp_path, "ad.txt", "perché 9 €".encode("cp1252"))

    assert read_single(str(file))[0].text == "perché 9 €"


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t", "empty"),
        ("photo.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 20, "not text"),
        ("archive.gz", bytes(range(256)) * 10, "not text"),
        ("big.txt", b"parola " * 800_000, "is no single ad"),
    ],
)
def test_what_is_no_ad_is_named(tmp_path, name, data, message):
    """One line with the file's name and what is wrong with it."""
    file = write(tmp_path, name, data)

    with pytest.raises(InputError) as error:
        read_single(str(file))

    assert str(file) in str(error.value)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_a_missing_file(tmp_path):
    """A file that is not there is named."""
    with pytest.raises(InputError, match=r"nowhere\.txt: No such file"):
        read_single(str(tmp_path / "nowhere.txt"))


def test_a_file_of_many_that_cannot_be_opened(tmp_path):
    """It is named before anything is read of it; one that can is given back."""
    file = write(tmp_path, "ads.jsonl", "{}")

    assert check_many(file) == file
    with pytest.raises(InputError, match=r"none\.csv: No such file"):
        check_many(tmp_path / "none.csv")


def test_json_lines(tmp_path):
    """Good lines are ads in their order, bad ones say where and why."""
    lines = [
        json.dumps({"id": "a", "text": "Cerco VA"}),
        "{broken",
        json.dumps(
            {
                "title": "Segretaria",
                "description": "Agenda",
                "language": "it",
                "date_posted": "2026-10-02T08:00",
            }
        ),
        json.dumps([1]),
        "",
        json.dumps({"id": "e", "nothing": 1}),
        json.dumps({"title": "VA", "base_salary": {"currency": "EUR", "min": 9, "max": 9, "unit": "HOUR"}}),
    ]
    rows = list(read_many(write(tmp_path, "ads.jsonl", "\n".join(lines))))

    assert [Item, BadLine, Item, BadLine, BadLine, Item] == [type(row) for row in rows]
    assert [row.id for row in rows if isinstance(row, Item)] == ["a", 3, 7]
    assert rows[2].text == "Segretaria\n\nAgenda"
    assert rows[2].date == "2026-10-02"
    assert rows[5].base_salary["min"] == 9
    assert [row.where.rsplit(":", 1)[1] for row in rows if isinstance(row, BadLine)] == ["2", "4", "6"]


def test_csv(tmp_path):
    """A table with a header is many ads."""
    file = write(tmp_path, "ads.csv", 'id,title,description\n1,VA,"Agenda,\nposta"\n2,,\n')
    rows = list(read_many(file))

    assert rows[0] == Item("1", "VA\n\nAgenda,\nposta", plain=False)
    assert isinstance(rows[1], BadLine)


def test_bytes_that_are_not_utf8_cost_one_line(tmp_path):
    """A line in another encoding is named; the others are read."""
    file = write(tmp_path, "ads.jsonl", b'{"text": "perch\xe9"}\n{"text": "VA"}\n')
    rows = list(read_many(file))

    assert [BadLine, Item] == [type(row) for row in rows]
    assert rows[0].reason == "not UTF-8"
