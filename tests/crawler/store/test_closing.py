"""Scripted histories: what a source shows visit by visit, and where its ads must stand in the end."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import NamedTuple

import pytest
from sqlalchemy import select

from crawler.ad import Ad
from crawler.found import Batch, FoundAd, ReadPage
from crawler.store import open_store
from crawler.store.schema import ads, events
from crawler.verdict import Tally, judge

LIST = "https://s.test/api?page=1"
TEN = "abcdefghij"
OTHER = "https://s.test/other"
MANY = "".join(chr(code) for code in range(0x4E00, 0x4E00 + 200))


class V(NamedTuple):
    """One visit to a list: the ads it showed, and what went wrong."""

    shown: str = ""
    faults: Mapping = MappingProxyType({})
    listing: int = 0
    limited: bool = False
    interrupted: str = ""
    same: bool = False
    """The list answered 304."""
    days: int = 1
    """Days since the visit before."""
    over: str = ""
    """Ads shown that say they are over."""
    until: str = ""
    """valid_through of the ads shown."""
    page: str = LIST
    also: tuple = ()
    """Further lists of the source that were read in the same visit: (address, ads)."""
    failed: tuple = ()
    """Addresses of lists that could not be read."""


class P(NamedTuple):
    """One visit to a site with a page for each ad: slug → what came of its page."""

    words: dict
    faults: Mapping = MappingProxyType({})
    listing: int = 0
    days: int = 1


STORM = V(faults={"blocked": 30}, listing=1)
DOWN = V(faults={"http": 1}, listing=1)
SILENT = V(faults={"unreachable": 2}, listing=1)
TRUNCATED = V("abc", faults={"payload": 1}, listing=1)
EMPTY = V("")

HISTORIES = {
    # authoritative lists: true closings
    "one ad leaves": (True, [V(TEN), V("abcdefghi")], {"j": "closed", "a": "open"}),
    "one ad leaves a list of two": (True, [V("ab"), V("a")], {"b": "closed", "a": "open"}),
    "three of ten leave": (True, [V(TEN), V(TEN), V("abcdefg")], {"h": "closed", "a": "open"}),
    "one by one": (True, [V("abcde"), V("abcd"), V("abc"), V("bc")], {"a": "closed", "d": "closed", "b": "open"}),
    "many leave at once, confirmed": (True, [V(TEN), V("abcd"), V("abcd")], {"e": "closed", "j": "closed", "a": "open"}),
    "many leave at once, not confirmed yet": (True, [V(TEN), V("abcd")], {"e": "open", "a": "open"}),
    "all replaced, confirmed": (True, [V("abcdef"), V("uvwxyz"), V("uvwxyz")], {"a": "closed", "u": "open"}),
    "all replaced, not confirmed yet": (True, [V("abcdef"), V("uvwxyz")], {"a": "open", "u": "open"}),
    "closed stays closed": (True, [V("abc"), V("ab"), V("ab"), V("ab")], {"c": "closed"}),
    "closed through a storm": (True, [V("abc"), V("ab"), STORM, V("ab")], {"c": "closed", "a": "open"}),
    # taken back
    "relisted": (True, [V("abc"), V("ab"), V("abc")], {"c": "open"}),
    "relisted and gone again": (True, [V("abc"), V("ab"), V("abc"), V("ab")], {"c": "closed"}),
    "many missing once, back the next day": (True, [V(TEN), V("abc"), V(TEN)], dict.fromkeys(TEN, "open")),
    "missing is counted anew": (True, [V(TEN), V("abcd"), V(TEN), V("abcd")], dict.fromkeys(TEN, "open")),
    # visits that say nothing
    "403 storm": (True, [V(TEN), STORM], dict.fromkeys(TEN, "open")),
    "403 storm for a week": (True, [V(TEN), *[STORM] * 7], dict.fromkeys(TEN, "open")),
    "server errors": (True, [V(TEN), DOWN, DOWN], dict.fromkeys(TEN, "open")),
    "timeouts": (True, [V(TEN), SILENT, SILENT], dict.fromkeys(TEN, "open")),
    "429": (True, [V(TEN), V(faults={"blocked": 1}, listing=1)], dict.fromkeys(TEN, "open")),
    "truncated JSON": (True, [V(TEN), TRUNCATED], dict.fromkeys(TEN, "open")),
    "truncated JSON twice": (True, [V(TEN), TRUNCATED, TRUNCATED], dict.fromkeys(TEN, "open")),
    "HTML in place of JSON": (True, [V(TEN), V(faults={"payload": 1}, listing=1)], dict.fromkeys(TEN, "open")),
    "empty feed": (True, [V(TEN), EMPTY], dict.fromkeys(TEN, "open")),
    "empty feed for a week": (True, [V(TEN), *[EMPTY] * 7], dict.fromkeys(TEN, "open")),
    "empty feed of a small list": (True, [V("a"), EMPTY, EMPTY], {"a": "open"}),
    "second page failed": (True, [V(TEN), V("abcde", faults={"http": 1}, listing=1)], dict.fromkeys(TEN, "open")),
    "stopped by a signal": (True, [V(TEN), V("abcde", interrupted="stopped by SIGTERM")], dict.fromkeys(TEN, "open")),
    "killed": (True, [V(TEN), V("abcde", interrupted="killed")], dict.fromkeys(TEN, "open")),
    "ended at --limit": (True, [V(TEN), V("abc", limited=True)], dict.fromkeys(TEN, "open")),
    "ended at --limit twice": (True, [V(TEN), V("abc", limited=True), V("abc", limited=True)], dict.fromkeys(TEN, "open")),
    "budget used up": (True, [V(TEN), V("ab", interrupted="budget")], dict.fromkeys(TEN, "open")),
    "304": (True, [V(TEN), V(same=True), V(same=True)], dict.fromkeys(TEN, "open")),
    "304, then one leaves": (True, [V(TEN), V(same=True), V("abcdefghi")], {"j": "closed", "a": "open"}),
    "half the list for a day": (True, [V(TEN), V("abcde"), V(TEN), V("bcdefghij")], {"a": "closed", "j": "open"}),
    "storm between two small lists": (True, [V(TEN), V("abcd"), STORM, V(TEN)], dict.fromkeys(TEN, "open")),
    "first visit ever": (True, [V("abc")], {"a": "open"}),
    "another board was not asked": (
        True,
        [V("abc"), V("xyz", page="https://s.test/other"), V("xy", page="https://s.test/other")],
        {"a": "open", "b": "open", "z": "closed"},
    ),
    "the second page of the list failed": (
        True,
        [
            V("abcde", also=((f"{LIST}&page=2", "fghij"),)),
            V("abcde", faults={"http": 1}, listing=1, failed=(f"{LIST}&page=2",)),
            V("abcde", faults={"http": 1}, listing=1, failed=(f"{LIST}&page=2",)),
        ],
        dict.fromkeys(TEN, "open"),
    ),
    "one board of two is gone for good, the other lives on": (
        True,
        [
            V("abc", also=((OTHER, "xyz"),)),
            V("ab", faults={"gone": 1}, listing=1, failed=(OTHER,)),
            V("ab", faults={"gone": 1}, listing=1, failed=(OTHER,)),
        ],
        {"a": "open", "c": "closed", "x": "open"},
    ),
    "one board of two is suddenly empty": (
        True,
        [V(TEN, also=((OTHER, "xyz"),)), V(TEN, also=((OTHER, ""),)), V(TEN, also=((OTHER, ""),))],
        {"a": "open", "x": "open", "z": "open"},
    ),
    "one small board of many loses most of its ads, confirmed": (
        True,
        [V(MANY, also=((OTHER, "abcdefgh"),)), V(MANY, also=((OTHER, "a"),)), V(MANY, also=((OTHER, "a"),))],
        {"a": "open", "b": "closed", "h": "closed"},
    ),
    "one small board of many loses most of its ads for a day": (
        True,
        [V(MANY, also=((OTHER, "abcdefgh"),)), V(MANY, also=((OTHER, "a"),)), V(MANY, also=((OTHER, "abcdefgh"),))],
        dict.fromkeys("abcdefgh", "open"),
    ),
    # windows and searches: absence says nothing
    "window moves on": (False, [V(TEN), V("uvwxyz")], {"a": "open", "u": "open"}),
    "window moves on for a month": (False, [V("abc"), *[V("xyz")] * 5], {"a": "open"}),
    "unseen for long": (False, [V("abc"), V("xyz", days=50)], {"a": "stale", "x": "open"}),
    "stale, then seen": (False, [V("abc"), V("xyz", days=50), V("a")], {"a": "open", "b": "stale"}),
    "authoritative, unreachable for long": (True, [V("abc"), V(faults={"unreachable": 1}, listing=1, days=60)], {"a": "stale"}),
    # the ad's own word
    "says it is over": (False, [V("abc"), V("abc", over="c")], {"c": "expired", "a": "open"}),
    "over, then open again": (False, [V("abc"), V("abc", over="c"), V("abc")], {"c": "open"}),
    "last day passes": (False, [V("abc", until="soon"), V("xyz", days=5)], {"a": "expired", "x": "open"}),
    "last day passes during a storm": (False, [V("abc", until="soon"), STORM._replace(days=5)], {"a": "expired"}),
    "prolonged": (False, [V("abc", until="soon"), V("xyz", days=5), V("abc", days=1)], {"a": "open"}),
    # clocks
    "clock jumps ahead ten years": (False, [V("abc", until="soon"), V("xyz", days=3650)], {"a": "open"}),
    "clock jumps back": (False, [V("abc"), V("xyz", days=-400), V("xyz", days=401)], {"a": "open"}),
    # sites: each page speaks for its ad
    "404": (False, [P(dict.fromkeys("abc", "read")), P({"a": "read", "b": "read", "c": "gone"})], {"c": "closed", "a": "open"}),
    "410 and back": (False, [P({"a": "read"}), P({"a": "gone"}), P({"a": "read"})], {"a": "open"}),
    "all pages 404 for a day": (False, [P(dict.fromkeys(TEN, "read")), P(dict.fromkeys(TEN, "gone")), P(dict.fromkeys(TEN, "read"))], dict.fromkeys(TEN, "open")),
    "all pages 404 for good": (False, [P(dict.fromkeys(TEN, "read")), P(dict.fromkeys(TEN, "gone")), P(dict.fromkeys(TEN, "gone"))], dict.fromkeys(TEN, "closed")),
    "redirect to home, once": (False, [P({"a": "read"}), P({"a": "elsewhere"})], {"a": "open"}),
    "redirect to home, for good": (False, [P({"a": "read"}), P({"a": "elsewhere"}), P({"a": "elsewhere"})], {"a": "closed"}),
    "all redirect to home for a day": (False, [P(dict.fromkeys(TEN, "read")), P(dict.fromkeys(TEN, "elsewhere")), P(dict.fromkeys(TEN, "read"))], dict.fromkeys(TEN, "open")),
    "posting vanished from the page": (False, [P({"a": "read"}), P({"a": "bare"}), P({"a": "bare"})], {"a": "closed"}),
    "posting vanished for a day": (False, [P({"a": "read"}), P({"a": "bare"}), P({"a": "read"}), P({"a": "bare"})], {"a": "open"}),
    "page says filled": (False, [P({"a": "read", "b": "read"}), P({"a": "over", "b": "read"})], {"a": "expired", "b": "open"}),
    "pages blocked": (False, [P(dict.fromkeys(TEN, "read")), P({}, faults={"blocked": 10})], dict.fromkeys(TEN, "open")),
    "pages not changed": (False, [P(dict.fromkeys("abc", "read")), P(dict.fromkeys("abc", "same")), P(dict.fromkeys("abc", "fresh"))], dict.fromkeys("abc", "open")),
    "sitemap gone": (False, [P(dict.fromkeys("abc", "read")), P({}, faults={"http": 1}, listing=1)], dict.fromkeys("abc", "open")),
    "gone in a visit cut short": (False, [P({"a": "read", "b": "read"}), P({"a": "gone"}, faults={"unreachable": 3})], {"a": "closed", "b": "open"}),
}  # fmt: skip


class Clock(datetime):
    """The time of the visits."""

    moment = datetime(2026, 3, 1, 6, tzinfo=UTC)

    @classmethod
    def now(cls, tz=None):
        return cls.moment


@pytest.fixture
def play(address, monkeypatch):
    """Return a function that plays visits into a fresh store and returns identifier → status."""
    for module in ("saving", "closing", "history"):
        monkeypatch.setattr(f"crawler.store.{module}.datetime", Clock)
    monkeypatch.setattr(Clock, "moment", datetime(2026, 3, 1, 6, tzinfo=UTC))
    store = open_store(address)

    def run(visits, *, authoritative):
        for visit in visits:
            monkeypatch.setattr(Clock, "moment", Clock.moment + timedelta(days=visit.days))
            run_id, past = store.start_run("s"), store.past("s")
            batch = list_batch(visit) if isinstance(visit, V) else site_batch(visit)
            seen = store.save_batch(run_id, "s", batch).sighted
            tally = Tally(
                seen,
                len(batch.pages),
                visit.faults,
                visit.listing,
                limited=getattr(visit, "limited", False),
                interrupted=getattr(visit, "interrupted", ""),
            )
            verdict = judge(tally, past.usual, past.smaller)
            complete = not tally.limited and not tally.interrupted
            failed = getattr(visit, "failed", ())
            store.finish_run(run_id, verdict.word, complete=complete, authoritative=authoritative, failed=failed)
        with store.engine.connect() as connection:
            return {row.identifier: row.status for row in connection.execute(select(ads))}

    run.store = store
    return run


def ad(slug, *, over=False, until=""):
    soon = (Clock.moment + timedelta(days=2)).date().isoformat() if until else None
    return Ad("s", f"https://s.test/{slug}", slug, f"Ad {slug}", "Text.", expired=over, valid_through=soon)


def list_batch(visit):
    found = [FoundAd(ad(slug, over=slug in visit.over, until=visit.until), visit.page) for slug in visit.shown]
    read = [ReadPage(visit.page, "same" if visit.same else "read", ads=len(found))]
    read = read if not visit.listing or visit.failed else []
    for page, slugs in visit.also:
        found += [FoundAd(ad(slug), page) for slug in slugs]
        read.append(ReadPage(page, ads=len(slugs)))
    return Batch(tuple(found), tuple(read))


def site_batch(visit):
    found = [FoundAd(ad(slug), f"https://s.test/{slug}") for slug, word in visit.words.items() if word == "read"]
    return Batch(tuple(found), tuple(ReadPage(f"https://s.test/{slug}", word) for slug, word in visit.words.items()))


@pytest.mark.parametrize("name", HISTORIES)
def test_history(play, name):
    """Nothing is closed by a visit that failed; what is truly gone is closed within two visits."""
    authoritative, visits, expected = HISTORIES[name]

    stands = play(visits, authoritative=authoritative)

    assert expected == {slug: stands[slug] for slug in expected}


def test_there_are_many_histories():
    """The promise is kept on at least forty."""
    assert len(HISTORIES) >= 40


def test_events_tell_the_story(play):
    """Each change of standing is kept with its reason."""
    play([V("abc"), V("ab"), V("abc")], authoritative=True)

    with play.store.engine.connect() as connection:
        told = [(row.status, row.reason) for row in connection.execute(select(events).order_by(events.c.id))]
    assert told == [("closed", "no longer listed"), ("open", "listed again")]
