"""Checks: each finds what it is for, and tells the numbers."""

import dataclasses

import pandas as pd
import pytest

from crawler.errors import ReportError
from reports.checks import CHECKS, check_languages, check_tables
from reports.population import prepare
from reports.questions import QUESTIONS


@pytest.fixture(scope="module")
def tables(frame, meta):
    """Ask everything once."""
    return [question.ask(prepare(frame), meta) for question in QUESTIONS]


def spoiled(tables, name, column, value, where=0):
    """Return the tables with one cell of one table changed."""
    changed = []
    for table in tables:
        rows = table.frame.copy()
        if table.name == name:
            rows.loc[rows.index[where], column] = value
        changed.append(dataclasses.replace(table, frame=rows))
    return changed


def place(tables, name, column):
    """Return where the column first holds a figure."""
    return int(next(table for table in tables if table.name == name).frame[column].notna().to_numpy().argmax())


def test_sound_tables_pass(tables):
    """Nothing is raised."""
    check_tables(tables)


@pytest.mark.parametrize(
    ("check", "name", "column", "value", "told"),
    [
        ("totals add up", "labels_by_month", "ads", 9999, "the cells add up to"),
        ("totals add up", "pay", "n", 1234, "are comparable"),
        ("shares are shares", "skills", "share", 0.999, "share 0.999"),
        ("shares are shares", "labels", "low", 0.9, "low 0.9"),
        ("shares are shares", "labels", "corrected", 0.9, "add up to"),
        ("quartiles ordered", "pay", "q1", 999.0, "q1 999.0"),
        ("quartiles ordered", "pay_by_language", "high", 0.01, "high 0.01"),
        ("ladder kept", "hours", "ads", 3, "fewer than 5"),
        ("ladder kept", "pay", "low", None, "median"),
        ("series apart", "pay", "basis", "unknown", "twice"),
    ],
)
def test_a_spoiled_figure_is_found(tables, check, name, column, value, told):
    """The error names the check, the table and the number."""
    at = place(tables, name, "median" if column in {"q1", "high", "low"} and name.startswith("pay") else column)
    bad = {table.name: table for table in spoiled(tables, name, column, value, at)}
    problem = CHECKS[check](bad)

    assert name in problem
    assert told in problem
    with pytest.raises(ReportError, match=r"check '.*' failed, so nothing was written"):
        check_tables(list(bad.values()))


def test_series_must_be_told_apart(tables):
    """A table of amounts without its basis is no table."""
    bad = [dataclasses.replace(table, columns=tuple(column for column in table.columns if column.name != "basis"))
           for table in tables if table.name == "pay"]  # fmt: skip

    assert "not told apart by basis" in CHECKS["series apart"]({"pay": bad[0]})


def test_shares_need_their_n(tables):
    """A share without the number of ads it is of is found."""
    skills = next(table for table in tables if table.name == "skills")
    bare = dataclasses.replace(skills, columns=tuple(column for column in skills.columns if column.name != "of"))

    assert "without the number" in CHECKS["figures have n"]({"skills": bare})


def test_a_cell_that_can_be_worked_out_is_found(tables):
    """One hidden cell of 3 ads, all others shown: the check works it out."""
    labels = next(table for table in tables if table.name == "labels")
    sizes = [3, 40, 50, 60, 70]
    rows = labels.frame.assign(
        ads=pd.array([pd.NA, *sizes[1:]], dtype="Int64"), of=sum(sizes), ads_hidden=[True] + [False] * 4
    )

    assert "label / genuine_freelance would be 3" in CHECKS["hidden stays hidden"](
        {"labels": dataclasses.replace(labels, frame=rows)}
    )


def test_languages_hold_the_same_numbers():
    """Numbers that differ are told, with both texts."""
    check_languages({"it": ["1.234 annunci, 12,5%"], "en": ["1,234 ads, 12.5%"]})
    with pytest.raises(ReportError, match=r"1,235 ads"):
        check_languages({"it": ["1.234 annunci"], "en": ["1,235 ads"]})
    with pytest.raises(ReportError, match="2 texts"):
        check_languages({"it": ["uno", "due"], "en": ["one"]})
