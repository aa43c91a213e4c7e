"""A table says what it holds."""

import datetime as dt

import pandas as pd
import pytest

from reports.table import Column, Table


def test_a_table_without_its_columns_is_not_made():
    """A column that is told must be there, and be of a known kind."""
    day = dt.date(2026, 5, 1)
    frame = pd.DataFrame({"label": ["uncertain"], "ads": [7]})

    with pytest.raises(ValueError, match="share"):
        Table("labels", frame, (Column("share", "share"),), 7, day, day)
    with pytest.raises(ValueError, match="unknown kind"):
        Table("labels", frame, (Column("ads", "percent"),), 7, day, day)


def test_what_is_hidden():
    """A column without a companion hides nothing."""
    day = dt.date(2026, 5, 1)
    frame = pd.DataFrame({"ads": [7, None], "ads_hidden": [False, True], "of": [7, 8]})
    table = Table("labels", frame, (Column("ads", "count"), Column("of", "count")), 7, day, day)

    assert [False, True] == table.hidden("ads").tolist()
    assert [False, False] == table.hidden("of").tolist()
