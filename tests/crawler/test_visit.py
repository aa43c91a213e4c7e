"""A visit's notes."""

from typing import ClassVar

import pytest

from crawler.errors import SourceError, StoreError
from crawler.faults import Fault
from crawler.visit import MAX_NOTES, Job, Shared, Visit, host_of


@pytest.mark.parametrize(
    ("url", "host"),
    [("https://A.test/x", "a.test"), ("http://a.test:80", "a.test"), ("https://a.test:8443/", "a.test:8443"), ("http://[::1]:8/", "::1:8"), ("", "")],
)  # fmt: skip
def test_host_of(url, host):
    """Lower case; the port only where it is not the scheme's own."""
    assert host == host_of(url)


def test_job_site():
    """An address without a scheme is https; the source is the host."""
    assert Job.site("lavori.test/a") == Job("lavori.test", "https://lavori.test/a")


def test_notes_are_distinct_and_bounded():
    """Each error once, the first ones; all are counted; what is harmless is counted only."""
    visit = Visit(Job("s"), None)
    for number in range(100):
        visit.fault(Fault("http", "500"), f"https://s.test/{number % 50}", listing=False)
        visit.fault(Fault("gone", "404"), f"https://s.test/{number}", listing=False)

    assert len(visit.notes) == MAX_NOTES
    assert visit.faults == {"http": 100, "gone": 100}
    assert not any("404" in note for note in visit.notes)


def test_keys_are_left_out():
    """A key is cut out, plain and as it stands in an address."""
    visit = Visit(Job("s"), None, secrets=("a+b/c",))
    visit.note("failed: https://s.test/?key=a%2Bb%2Fc and a+b/c")

    assert visit.notes == ["failed: https://s.test/?key=*** and ***"]


@pytest.mark.parametrize(
    "url", ["", "   ", "https://", "http://[::1", "https://a b/", "https:///x", "http://e.test:port/"]
)
def test_what_is_no_address(url):
    """An address that is none is named."""
    with pytest.raises(SourceError, match="is no address"):
        Job.site(url)


def test_after_a_store_that_failed_nothing_more_is_stored():
    """Else a page of a later batch would count as read though its ad stood in the batch that was lost."""

    class Recorder:
        batches: ClassVar[list] = []

        def save(self, _source, batch, *, requests):
            self.batches.append((batch, requests))
            raise StoreError("database or disk is full")

    stopped = []
    shared = Shared(
        None, None, None, None, allow_private=False, reservations=None, recorder=Recorder(), stop=stopped.append
    )
    visit = Visit(Job("s"), shared)
    visit.save("ads")
    visit.save("their pages")

    assert [("ads", 0)] == Recorder.batches
    assert stopped == [visit.interrupted] == ["the store cannot be written"]
    assert visit.faults == {"store": 1}
