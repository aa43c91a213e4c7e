"""What tests of the reports share: invented ads, and the facts of a report on them."""

import datetime as dt

import pytest

from tests.reports.made import make_facts, make_frame


@pytest.fixture(scope="session")
def frame():
    """1,200 invented ads over six months."""
    return make_frame()


@pytest.fixture(scope="session")
def meta(frame):
    """Return the facts of a report on `frame`."""
    return make_facts(frame, first=dt.date(2026, 5, 1), last=dt.date(2026, 10, 27))
