"""A table as people read it: words for codes, signs for what is hidden, ends of an interval in one cell."""

from datetime import date

import pandas as pd

from reports.format import NONE
from reports.grid import SUPPRESSED, make_grid
from reports.quotes import Quote
from reports.table import Column, Table

NAN = float("nan")
DAYS = (date(2026, 6, 1), date(2026, 10, 31))


def grid(rows, columns, language="it"):
    return make_grid(
        Table("labels", pd.DataFrame(rows), tuple(Column(*one) for one in columns), 9, *DAYS), "Didascalia", language
    )


def test_codes_become_words_and_figures_are_written_by_the_language():
    rows = {
        "label": ["uncertain"],
        "month": ["2026-10"],
        "ads": [1234],
        "share": [0.256],
        "median": [12.5],
        "level": [2],
    }
    columns = (
        ("label", "key"),
        ("month", "key"),
        ("ads", "count"),
        ("share", "share"),
        ("median", "eur"),
        ("level", "level"),
    )

    assert (("incerto",), ("ottobre 2026",), ("1.234",), ("25,6%",), ("12,50\xa0€",), ("2 autonoma",)) == grid(
        rows, columns
    ).rows[0]
    assert (("uncertain",), ("October 2026",), ("1,234",), ("25.6%",), ("€12.50",), ("2 autonomous",)) == grid(
        rows, columns, "en"
    ).rows[0]


def test_the_ends_of_an_interval_share_a_cell():
    rows = {
        "label": ["uncertain"],
        "low": [0.1],
        "high": [0.2],
        "change": [0.031],
        "change_low": [-0.01],
        "change_high": [0.07],
    }
    columns = (("label", "key"), *((name, "share") for name in ("low", "high", "change", "change_low", "change_high")))
    found = grid(rows, columns)

    assert ["Tipo di annuncio", "Intervallo 95 %", "Variazione (punti)", "Intervallo 95 %"] == [
        head.text for head in found.heads
    ]
    assert (("incerto",), ("10,0% – 20,0%",), ("+3,1",), ("-1,0 – +7,0",)) == found.rows[0]


def test_what_is_suppressed_and_what_is_missing_have_signs_of_their_own():
    rows = {"label": ["uncertain", "out_of_scope", "open_employment"], "ads": pd.array([None, 7, 9], dtype="Int64"),
            "share": [NAN, 0.7, NAN], "ads_hidden": [True, False, False]}  # fmt: skip
    found = grid(rows, (("label", "key"), ("ads", "count"), ("share", "share")))

    assert [SUPPRESSED, "7", "9"] == [row[1][0] for row in found.rows]
    assert [SUPPRESSED, "70,0%", NONE] == [row[2][0] for row in found.rows]
    assert found.secret


def test_a_column_without_any_figure_is_left_out():
    found = grid(
        {"label": ["uncertain"], "ads": [7], "average": [NAN]},
        (("label", "key"), ("ads", "count"), ("average", "share")),
    )

    assert 2 == len(found.heads)
    assert not found.secret


def test_quotes_are_cleaned_each_on_its_line():
    found = grid(
        {"label": ["uncertain"], "quotes": [("a\u202e b", "", "x" * 300)]}, (("label", "key"), ("quotes", "quotes"))
    )
    first, second = found.rows[0][1]

    assert "«a b»" == first
    assert len(second) <= 162


def test_figures_are_cells_of_numbers_only():
    found = grid({"source": ["a 1.2.3"], "ads": [7]}, (("source", "key"), ("ads", "count")))

    assert ["7"] == found.figures()


def test_a_quote_in_another_language_says_so_and_only_then():
    """WCAG 3.1.2: what is not in the page's language can be read aloud in its own."""
    said = (Quote("orari liberi", "it"), Quote("own hours", "en"), Quote("x", "other"), "y")
    found = grid({"label": ["uncertain"], "quotes": [said]}, (("label", "key"), ("quotes", "quotes")))

    assert ["", "en", "", ""] == [line.language for line in found.rows[0][1]]
