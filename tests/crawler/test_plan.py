"""What would be visited."""

from crawler.config import Config
from crawler.plan import describe, make_plan
from crawler.visit import Job

JOBS = [Job("remotive"), Job("adzuna"), Job.site("https://lavori.test/")]


def test_plan(store, monkeypatch):
    """Sites and sources never visited are due; one just visited waits, with a mirror it does not."""
    monkeypatch.delenv("ADZUNA_APP_ID", raising=False)
    store.finish_run(store.start_run("remotive"), "ok", requests=3)
    plan = make_plan(JOBS, store)

    assert [False, True, True] == [each.due.now for each in plan]
    assert "remotive: not visited before" in plan[0].waits()
    assert all(each.due.now for each in make_plan(JOBS, store, mirrored=True))
    text = describe(plan, Config())
    assert "1 calls left today" in text
    assert "needs a key" in text
    assert "https://lavori.test/" in text


def test_nothing_to_visit():
    """An empty plan says how to fill it."""
    assert "name a source" in describe([], Config())
