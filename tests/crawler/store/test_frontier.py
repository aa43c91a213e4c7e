"""The frontier."""

from datetime import UTC, datetime, timedelta

import pytest

from crawler.ad import Ad
from crawler.found import Batch, FoundAd, KnownPage, ReadPage
from crawler.store import open_store


@pytest.fixture
def store(address):
    return open_store(address)


def found(slug):
    return FoundAd(Ad("s", f"https://s.test/{slug}", slug, "t", slug), f"https://s.test/{slug}")


def test_known_then_read(store):
    """An address is known, then read; what it held and its validators are kept; being known again changes nothing."""
    run = store.start_run("s")
    store.save_batch(run, "s", Batch(known=(KnownPage("https://s.test/a"), KnownPage("https://s.test/b"))))
    store.save_batch(
        run,
        "s",
        Batch((found("a"),), (ReadPage("https://s.test/a", "read", '"tag"', "Mon", 1, "2026-01-01"),)),
        parser="1",
    )
    store.save_batch(run, "s", Batch(known=(KnownPage("https://s.test/a"),)))

    pages = store.pages("s", "1")
    a, b = pages["https://s.test/a"], pages["https://s.test/b"]
    assert ("read", '"tag"', "Mon", "2026-01-01", 1) == (a.word, a.etag, a.last_modified, a.lastmod, a.living)
    assert datetime.now(UTC) - a.read_at < timedelta(minutes=1)
    assert ("known", None, 0) == (b.word, b.read_at, b.living)
    assert store.pages("other", "1") == {}


def test_another_parser_reads_anew(store):
    """What an older version read is not skipped by a newer one."""
    store.save_batch(
        store.start_run("s"), "s", Batch((found("a"),), (ReadPage("https://s.test/a", etag='"t"'),)), parser="1"
    )

    state = store.pages("s", "2")["https://s.test/a"]

    assert ("", None) == (state.etag, state.read_at)


@pytest.mark.parametrize("word", ["same", "fresh"])
def test_unchanged_pages_show_their_ads(store, word):
    """An ad on a page that has not changed counts as seen, once a run."""
    first = store.start_run("s")
    store.save_batch(
        first, "s", Batch((found("a"), found("b")), (ReadPage("https://s.test/a"), ReadPage("https://s.test/b")))
    )
    store.finish_run(first, "ok")
    second = store.start_run("s")
    batch = Batch(pages=(ReadPage("https://s.test/a", word),))
    seen = [store.save_batch(second, "s", batch).sighted for _ in range(2)]
    store.finish_run(second, "ok")

    assert seen == [1, 0]
    assert [row.ads_seen for row in store.last_runs(2)] == [1, 2]
    assert store.pages("s", "")["https://s.test/a"].word == "read"


def test_a_run_that_was_cut_short_is_taken_up(store):
    """Killed, stopped or out of time: the next run goes on from where the round began; after a good run it begins anew."""
    assert store.past("s").resume_from is None
    killed = store.start_run("s")
    store.close_killed("s")
    began = store.past("s").resume_from
    stopped = store.start_run("s")
    store.finish_run(stopped, "partial", complete=False)

    assert began is not None
    assert began == store.past("s").resume_from
    assert ["partial", "partial"] == [row.verdict for row in store.last_runs(2)]
    store.finish_run(store.start_run("s"), "ok")
    assert store.past("s").resume_from is None
    assert killed != stopped


def test_all_or_nothing(store):
    """A batch that cannot be written leaves nothing of itself."""
    run = store.start_run("s")
    bad = FoundAd(Ad("s", "https://s.test/x", "x", "t", None), "https://s.test/x")

    with pytest.raises(Exception, match=r"NOT NULL|not-null"):
        store.save_batch(run, "s", Batch((found("a"), bad), (ReadPage("https://s.test/a"),)))

    assert store.count_ads() == {}
    assert store.pages("s", "") == {}
