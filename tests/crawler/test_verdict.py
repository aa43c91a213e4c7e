"""The verdict on a visit."""

import pytest

from crawler.verdict import Tally, emptied, judge

TEN = (100, 100, 100, 100, 100)


@pytest.mark.parametrize(
    ("tally", "usual", "before", "expected"),
    [
        (Tally(10, 5), (), None, "ok"),
        (Tally(10, 5, {"gone": 4, "redirected": 2}), (), None, "ok"),
        (Tally(10, 95, {"http": 5}), (), None, "ok"),
        (Tally(10, 80, {"http": 20}), (), None, "partial"),
        (Tally(10, 99, {"http": 1}, listing_faults=1), (), None, "partial"),
        (Tally(10, 5, interrupted="stopped by SIGTERM"), (), None, "partial"),
        (Tally(3, 5, limited=True), TEN, None, "ok"),
        (Tally(), (), None, "empty"),
        (Tally(pages=3), (), None, "empty"),
        (Tally(pages=3, faults={"gone": 1}), (), None, "empty"),
        (Tally(faults={"gone": 1}, listing_faults=1), (), None, "failed"),
        (Tally(faults={"blocked": 1}, listing_faults=1), (), None, "blocked"),
        (Tally(faults={"blocked": 1, "http": 3}, listing_faults=1), (), None, "blocked"),
        (Tally(faults={"http": 1}), (), None, "failed"),
        (Tally(faults={"payload": 1}, listing_faults=1), (), None, "failed"),
        (Tally(faults={"bug": 1}, listing_faults=1), (), None, "failed"),
        (Tally(interrupted="stopped by SIGTERM", faults={"stopped": 2}), (), None, "partial"),
        (Tally(70, 1), TEN, None, "ok"),
        (Tally(69, 1), TEN, None, "small"),
        (Tally(1, 1), TEN, None, "small"),
        (Tally(50, 1), TEN, 50, "ok"),
        (Tally(50, 1), TEN, 60, "ok"),
        (Tally(50, 1), TEN, 10, "small"),
        (Tally(2, 1), (4,), None, "ok"),
        (Tally(1, 1), (4, 4), None, "small"),
        (Tally(500, 1), TEN, None, "ok"),
        (Tally(95, 1, dropped=5), (), None, "ok"),
        (Tally(80, 1, dropped=20), (), None, "partial"),
        (Tally(0, 1, dropped=20), (), None, "failed"),
        (Tally(60, 1), (60, 60, 60, 200, 200), None, "ok"),
    ],
)
def test_judge(tally, usual, before, expected):
    """Faults first, then the count against the source's own history; only ok may be trusted."""
    verdict = judge(tally, usual, before)

    assert expected == verdict.word
    assert verdict.good == (expected == "ok")
    assert bool(verdict.reason) == (expected != "ok")


@pytest.mark.parametrize(
    ("before", "now", "word"),
    [
        ({"ads": 10, "job_location": 0.9}, {"ads": 10, "job_location": 0.65}, "job_location"),
        ({"ads": 10, "job_location": 0.9}, {"ads": 10, "job_location": 0.75}, ""),
        ({"ads": 10, "job_location": 0.1}, {"ads": 10, "job_location": 1.0}, ""),
        ({"ads": 4, "job_location": 1.0}, {"ads": 10, "job_location": 0.0}, ""),
        ({"ads": 10, "job_location": 1.0}, {"ads": 4, "job_location": 0.0}, ""),
        ({}, {"ads": 10, "job_location": 0.0}, ""),
        ({"ads": 10, "gone": 1.0}, {"ads": 10, "new": 0.0}, ""),
    ],
)
def test_emptied(before, now, word):
    """A field that more than 20 of 100 ads lost is told, once there are enough ads to tell."""
    assert word in emptied(before, now)
    assert bool(word) == bool(emptied(before, now))


def test_an_emptied_field_is_no_success():
    """The ads are there, but not as they were."""
    assert judge(Tally(10, 1, emptied="job_location is gone")) == ("partial", "job_location is gone")
