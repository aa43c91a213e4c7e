"""All questions: what each promises of any frame."""

import datetime as dt

import pandas as pd
import pytest

from reports.checks import check_tables
from reports.frames import empty
from reports.population import counted, prepare
from reports.questions import QUESTIONS
from reports.table import NOTES, VOCABULARY
from tests.reports.made import make_facts, make_frame

NAMES = [question.name for question in QUESTIONS]


@pytest.fixture(scope="module")
def tables(frame, meta):
    """Ask everything once; a period before of the same make stands beside."""
    facts = make_facts(frame, previous=prepare(make_frame(seed=11, first="2025-11-01")))
    return {question.name: question.ask(prepare(frame), facts) for question in QUESTIONS}


@pytest.mark.parametrize("name", NAMES)
def test_a_table_explains_itself(tables, name):
    """Name, window, n, known notes and known families of codes."""
    table = tables[name]

    assert (name, dt.date) == (table.name, type(table.first))
    assert table.n > 0
    assert len(table.frame) > 0
    assert set(table.notes) <= NOTES.keys()
    assert {column.name for column in table.columns if column.kind == "key"} <= VOCABULARY.keys()


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_counted_twice_and_nothing_hidden_is_told(tables, name):
    """Keys stand once; a hidden cell holds nothing, and its share neither."""
    table = tables[name]
    keys = [
        column.name
        for column in table.columns
        if column.kind in {"key", "level"} and column.name not in {"rung", "benchmark"}
    ]

    assert not table.frame.duplicated(keys).any()
    for column in table.columns:
        assert table.frame.loc[table.hidden(column.name), column.name].isna().all()
    if {"share", "ads"} <= set(table.frame):
        assert table.frame.loc[table.hidden("ads"), "share"].isna().all()


def test_all_checks_pass_on_any_frame(frame, meta):
    """Whatever the mix of labels, from one ad to four hundred."""
    for n, seed, weights in ((1, 1, (0.3, 0.3, 0.2, 0.12, 0.08)), (6, 2, (1, 0, 0, 0, 0)), (60, 3, (0.05, 0.05, 0.8, 0.05, 0.05)),
                             (230, 4, (0.02, 0.5, 0.3, 0.1, 0.08)), (400, 5, (0.3, 0.3, 0.2, 0.12, 0.08))):  # fmt: skip
        frame = prepare(make_frame(n, seed=seed, weights=weights, days=90))
        check_tables([question.ask(frame, make_facts(frame)) for question in QUESTIONS])


@pytest.mark.parametrize("name", NAMES)
def test_a_frame_without_ads_has_an_answer(name):
    """Nothing to count is a table with nothing in it, not an error."""
    frame = empty()
    question = QUESTIONS[NAMES.index(name)]

    assert name == "reader_errors" or 0 == question.ask(frame, make_facts(frame)).n


@pytest.mark.parametrize("name", NAMES)
def test_asking_changes_nothing_and_the_order_of_rows_is_no_matter(tables, frame, meta, name):
    """Pure: the frame stays as it is; shuffled, it gives the same figures."""
    question = QUESTIONS[NAMES.index(name)]
    before = frame.copy()
    mixed = frame.sample(frac=1, random_state=3)
    one, two = question.ask(frame, meta), question.ask(mixed, meta)

    pd.testing.assert_frame_equal(before, frame)
    left, right = (table.frame.drop(columns="quotes", errors="ignore") for table in (one, two))
    pd.testing.assert_frame_equal(left, right)


def test_the_funnel_narrows(tables, frame):
    """Each step holds no more ads than the one before; the labels share out the counted ads."""
    steps = tables["funnel"].frame.set_index("stage")["ads"]
    narrowing = [
        "stored",
        "in_search",
        "in_window",
        "allowed",
        "unique",
        "counted",
        "in_scope",
        "states_pay",
        "comparable",
    ]

    assert steps[narrowing].astype(int).is_monotonic_decreasing
    assert counted(frame).sum() == steps["counted"] == steps[list(steps.index[7:12])].sum()
