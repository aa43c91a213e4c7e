"""Runs and their summary."""

from crawler.ad import Ad
from crawler.engine import Outcome
from crawler.found import Batch, FoundAd, ReadPage
from crawler.runs import RunRecorder, summary


def test_a_run_and_its_summary(store):
    """What the engine tells ends in the store, and in a table with a sum."""
    recorder = RunRecorder(store)
    for source in ("one", "two"):
        recorder.start(source)
        found = FoundAd(Ad(source, f"https://{source}.test/1", "1", "t", "d"), f"https://{source}.test/1")
        assert recorder.save(source, Batch((found,), (ReadPage(found.page),)), requests=2) == 1
        assert recorder.save(source, Batch((found,)), requests=3) == 0
        assert f"https://{source}.test/1" in recorder.pages(source)
    outcomes = [Outcome("one", "ok", 1, 3), Outcome("two", "partial", 1, 3, ("why", "and why"), complete=False)]
    for outcome in outcomes:
        recorder.finish(outcome)

    table = summary(outcomes, recorder).splitlines()
    assert ["one", "ok", "1", "1", "0", "3"] == table[1].split()
    assert ["total", "2", "2", "0"] == table[3].split()
    two = next(row for row in store.last_runs() if row.source == "two")
    assert ("partial", 3, "why; and why", False) == (two.verdict, two.requests, two.note, two.complete)


def test_hosts_that_rest(store):
    """What a host asked for is kept for the next crawl."""
    recorder = RunRecorder(store)
    recorder.rest("lavori.test", 3600, "asked for a rest")
    recorder.rest("lavori.test", 7200, "asked again")

    assert "asked again, until" in recorder.resting()["lavori.test"]
