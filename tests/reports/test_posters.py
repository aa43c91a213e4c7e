"""Groups that are mostly one poster's."""

import pandas as pd
import pytest

from reports.posters import mostly_one


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["A", "a ", "B"], True),
        (["A", "A", "B", "C"], False),
        (["", "", "", "A"], False),
        (["", " ", "A", "A", "A"], True),
        ([], False),
    ],
)
def test_more_than_half_of_a_name(names, expected):
    """Half is not more than half; who is not named is not taken for one."""
    assert mostly_one(pd.Series(names, dtype="str")) == expected
    assert mostly_one(pd.Series(names, dtype="str").astype("category")) == expected
