"""What tests of the reports share: invented ads, and the facts of a report on them."""

import datetime as dt

import pytest

from reports.build import FORMATS, build_report
from tests.reports.made import make_facts, make_frame


@pytest.fixture(scope="session")
def frame():
    """1,200 invented ads over six months."""
    return make_frame()


@pytest.fixture(scope="session")
def report(frame, tmp_path_factory):
    """Make a whole report on sample ads, all forms and both languages; by path in its folder."""
    out = tmp_path_factory.mktemp("report")
    files = build_report(frame, make_facts(frame, sample=True), out, languages=("it", "en"), formats=FORMATS)
    return {path.relative_to(out).as_posix(): path for path in files}


@pytest.fixture(scope="session")
def meta(frame):
    """Return the facts of a report on `frame`."""
    return make_facts(frame, first=dt.date(2026, 5, 1), last=dt.date(2026, 10, 27))
