"""What is drawn is what the tables hold: nothing suppressed, nothing made up."""

from datetime import date

import pandas as pd
import pytest

from reports.charts.alt import LONGEST, alt_text
from reports.charts.recipes import RECIPES, draw
from reports.charts.shapes import Bars, Lines, Ranges
from reports.questions import QUESTIONS
from reports.table import Column, Table

DAYS = (date(2026, 6, 1), date(2026, 10, 31))
LABELS = ["genuine_freelance", "disguised_employment", "open_employment"]


def shares(name, key, codes, labels, counts, of=100):
    """Return a table of shares; a count of None is suppressed."""
    rows = pd.DataFrame({key: codes, "label": labels, "ads": pd.array(counts, dtype="Int64"), "of": of})
    share = rows["ads"].astype("Float64").astype(float) / of
    rows = rows.assign(share=share, low=share - 0.05, high=share + 0.05, ads_hidden=rows["ads"].isna())
    columns = (Column(key, "key"), Column("label", "key"), Column("ads", "count"), Column("share", "share"))
    return Table(name, rows, columns, of, *DAYS)


def spreads(rungs):
    """Return a table of pay by label with a row a rung."""
    shown = [rung in {"full", "indicative"} for rung in rungs]
    rows = pd.DataFrame({"label": LABELS[: len(rungs)], "basis": "gross", "rung": rungs, "n": 20})
    for name, value in (("median", 20.0), ("low", 18.0), ("high", 23.0), ("q1", 15.0), ("q3", 27.0)):
        rows[name] = [value if show else float("nan") for show in shown]
    return Table("pay", rows, (Column("label", "key"), Column("basis", "key"), Column("median", "eur")), 20, *DAYS)


def test_every_recipe_is_of_a_question():
    assert set(RECIPES) <= {question.name for question in QUESTIONS}


def test_bars_hold_what_is_shown_and_skip_what_is_suppressed():
    table = shares("skills", "skill", ["adm.email", "ct.copy", "adm.docs"], LABELS[:2] + LABELS[:1], [40, 30, None])
    shape = draw(table, "it")

    assert isinstance(shape, Bars)
    assert ["incarico autonomo", "impiego mascherato"] == [panel.title for panel in shape.panels]
    assert [("gestione email", 0.4, "40% (40)")] == [(bar.name, bar.value, bar.text) for bar in shape.panels[0].bars]
    assert ["copywriting"] == [bar.name for bar in shape.panels[1].bars]
    assert shape.top == pytest.approx(0.45)


def test_shares_are_drawn_as_corrected_where_the_errors_are_known():
    table = shares("labels", "kind", LABELS, LABELS, [30, 40, 30])
    raw = draw(table, "en")
    rows = table.frame.assign(corrected=[0.33, 0.37, 0.3], corrected_low=0.25, corrected_high=0.4)
    corrected = draw(Table("labels", rows, table.columns, 100, *DAYS), "en")

    assert ["30% (30)", "40% (40)", "30% (30)"] == [bar.text for bar in raw.panels[0].bars]
    assert "33% (25% – 40%)" == corrected.panels[0].bars[0].text


def test_lines_break_where_a_month_is_suppressed():
    months = [f"2026-{month:02d}" for month in (6, 7, 8, 9)]
    table = shares("labels_by_month", "month", months, [LABELS[0]] * 4, [30, None, 32, 36])
    shape = draw(table, "it")

    assert isinstance(shape, Lines)
    assert [0, 2, 3] == [point.at for point in shape.lines[0].points]
    assert "36%" == shape.lines[0].text
    assert "giu 2026" == shape.periods[0]
    assert shape.ticks[-1][0] >= 0.36


def test_a_line_whose_last_month_is_suppressed_says_no_value():
    table = shares(
        "labels_by_month", "month", [f"2026-{at:02d}" for at in (5, 6, 7, 8)], [LABELS[0]] * 4, [30, 31, 32, None]
    )

    assert "" == draw(table, "it").lines[0].text


@pytest.mark.parametrize("counts", [[20, None, None], [20, None, 22]])
def test_lone_points_are_no_line(counts):
    """Two of three months shown of a label: the table has them."""
    months = ["2026-06", "2026-07", "2026-08"] * 2
    table = shares("labels_by_month", "month", months, [LABELS[0]] * 3 + [LABELS[1]] * 3, [30, 31, 32, *counts])

    assert ["incarico autonomo"] == [line.name for line in draw(table, "it").lines]


def test_a_single_month_is_no_line():
    assert draw(shares("labels_by_month", "month", ["2026-06"], LABELS[:1], [30]), "it") is None


def test_only_what_bears_a_median_is_a_range_and_few_ads_make_it_hollow():
    shape = draw(spreads(["full", "indicative", "range"]), "it")

    assert isinstance(shape, Ranges)
    assert [False, True] == [row.hollow for row in shape.rows]
    assert "20,00\xa0€ (n = 20, indicativo)" == shape.rows[1].text
    assert 0.0 == shape.ticks[0][0]
    assert shape.ticks[-1][0] >= 27


@pytest.mark.parametrize("rungs", [["hidden"], ["range", "hidden"]])
def test_nothing_to_show_is_no_chart(rungs):
    assert draw(spreads(rungs), "it") is None


def test_an_unknown_or_empty_table_has_no_chart():
    table = shares("skills", "skill", [], [], [])

    assert draw(table, "it") is None
    assert draw(shares("nothing", "skill", ["a"], LABELS[:1], [9]), "it") is None


def test_alternative_text_names_kind_figures_n_and_window():
    table = shares("skills", "skill", ["adm.email", "ct.copy"], LABELS[:2], [40, 30])
    text = alt_text(draw(table, "it"), table, "Le competenze più chieste", "it")

    assert text == (
        "Grafico a barre. Le competenze più chieste: incarico autonomo: gestione email 40% (40), impiego mascherato: copywriting "
        "30% (30). 100 annunci, 1 giugno 2026 – 31 ottobre 2026."
    )


def test_a_long_alternative_text_says_how_much_it_leaves_to_the_table():
    skills = [f"skill number {number} of a long name" for number in range(20)]
    table = shares("skills", "skill", skills, [LABELS[0]] * 20, [40] * 20)
    text = alt_text(draw(table, "en"), table, "Skills", "en")

    assert len(text) <= LONGEST
    assert "more in the table" in text
    assert text.endswith("100 ads, 1 June 2026 – 31 October 2026.")
