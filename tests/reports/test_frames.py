"""The frame: its columns, and what is said when one is wrong."""

import pandas as pd
import pytest

from crawler.errors import ReportError
from reports.frames import COLUMNS, OPTIONAL, empty, validate
from tests.reports.made import make_frame


def test_a_valid_frame_stays_as_it_is(frame):
    """Validating twice changes nothing."""
    again = validate(frame)

    assert [column.name for column in COLUMNS] == list(again)
    pd.testing.assert_frame_equal(frame, again)


def test_an_empty_frame_is_valid():
    """Every column, no row."""
    assert 0 == len(validate(empty()))


def test_more_columns_are_left_out():
    """What is not documented does not travel on."""
    assert "salary" not in validate(make_frame(5).assign(salary=1))


@pytest.mark.parametrize("column", [column.name for column in COLUMNS if column.name not in OPTIONAL])
def test_a_missing_column_is_named(column):
    """The error names it."""
    with pytest.raises(ReportError, match=repr(column)):
        validate(make_frame(5).drop(columns=column))


@pytest.mark.parametrize(
    ("column", "values", "told"),
    [
        ("label", "genuine", "genuine"),
        ("language", "de", "'de'"),
        ("tier", "D", "'D'"),
        ("pay_min", "ten", "pay_min"),
        ("skills", "adm.email", "expected a list"),
        ("ad_id", 1, "twice"),
        ("date", pd.NaT, "no date"),
    ],
)
def test_a_wrong_value_is_told(column, values, told):
    """The error names the column or the value."""
    frame = make_frame(5).astype({"label": object, "language": object, "tier": object})
    with pytest.raises(ReportError, match=told):
        validate(frame.assign(**{column: values}))


def test_sectors_may_be_missing():
    """An older frame gets empty lists."""
    assert [[]] * 5 == validate(make_frame(5).drop(columns="sectors"))["sectors"].tolist()
    assert validate(make_frame(5).drop(columns="hours_week"))["hours_week"].isna().all()
