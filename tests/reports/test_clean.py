"""Hostile text is harmless in every form, and honest text stays as it is."""

import csv
import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.clean import LABEL, clean, csv_cell, markdown

FORMULAS = (
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=cmd|' /C calc'!A0", "\0=1+1", " =1+1", "＝1+1", "＋1",
    "－1", "＠SUM(A1)", '=HYPERLINK("http://a.test";"x")', "|calc", "%0A=1", "−1+1", "+393331234567", "=-+@",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gestione email", "gestione email"),
        ("  due\n righe\t", "due righe"),
        ("a\u202eb\u2066c", "abc"),
        ("a\u200bb\ufeffc\u00adD", "abcD"),
        ("a\x00b\x1bc", "a b c"),
        ("lone \udc80 surrogate", "lone surrogate"),
        ("caffè €", "caffè €"),
        ("cafe\u0301", "café"),
        ("👩‍💻 ok", "👩💻 ok"),
        ("", ""),
        (None, "None"),
        (7, "7"),
    ],
)
def test_clean_keeps_words_and_drops_what_deceives(text, expected):
    assert expected == clean(text)


def test_clean_cuts_a_title_of_100_kb():
    text = clean("x" * 100_000)

    assert LABEL == len(text)
    assert text.endswith("…")


@given(st.text(), st.integers(1, 200))
def test_clean_is_one_short_line_of_visible_characters(text, limit):
    """Whatever comes in: one line, no control or format character, no longer than asked, the same when cleaned again."""
    line = clean(text, limit)

    assert len(line) <= limit
    assert all(unicodedata.category(char)[0] != "C" for char in line)
    assert "\n" not in line
    assert line == clean(line, limit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12,50 € (n = 34), il 25,6%", r"12,50 € (n = 34), il 25,6%"),
        ("Il 30% degli annunci.", r"Il 30% degli annunci."),
        ("a | b", r"a \| b"),
        ("# titolo", r"\# titolo"),
        ("- voce", r"\- voce"),
        ("1. voce", r"1\. voce"),
        ("<img src=x>", "&lt;img src=x&gt;"),
        ("[a](http://b.test)", r"\[a\](http&#58;//b\.test)"),
        ("www.b.test", r"www\.b\.test"),
    ],
)
def test_markdown_escapes_markup_and_leaves_prose(text, expected):
    assert expected == markdown(text)


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_starts_a_formula(text):
    assert csv_cell(text)[:1] not in set("=+-@\t\r\n\0＝＋－＠−|%")


@given(st.text())
def test_a_guarded_cell_is_read_back_as_it_was_written(text):
    cell = csv_cell(clean(text, 500))
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerow([cell, "x"])
    stream.seek(0)

    assert [[cell, "x"]] == list(csv.reader(stream))
    assert cell[:1] not in set("=+-@\t\r\n\0")
