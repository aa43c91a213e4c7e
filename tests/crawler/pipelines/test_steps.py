"""The way of findings into the store."""

import asyncio

import pytest

from crawler.ad import Ad
from crawler.config import Config
from crawler.found import FoundAd, ReadPage
from crawler.middlewares.reservation import ReservationBook
from crawler.middlewares.robots import RobotsBook
from crawler.pace import Pace
from crawler.pipelines import steps
from crawler.pipelines.steps import Steps
from crawler.visit import Job, Shared, Visit

PAGE = "https://s.test/1"


class Recorder:
    """Keeps the batches that a store would."""

    def __init__(self):
        self.batches = []

    def save(self, _source, batch, *, requests):
        """Keep a batch; return how many ads it holds."""
        self.batches.append((batch, requests))
        return len(batch.ads)


def ad(number, title="Assistente"):
    """Return an ad."""
    return FoundAd(Ad("s.test", f"{PAGE}/{number}", str(number), title, "Agenda."), PAGE)


def taken(*findings, limit=None):
    """Return what the store gets of findings, the visit, and how often it was ended."""
    recorder, ended = Recorder(), []

    async def take():
        shared = Shared(Config(), Pace(0), RobotsBook(), None, False, ReservationBook(), recorder)
        visit = Visit(Job.site(PAGE), shared, limit)
        way = Steps(visit, lambda: ended.append(1))
        for finding in findings:
            way.take(finding)
        visit.flush()
        return visit

    visit = asyncio.run(take())
    (batch, _), *_ = recorder.batches or [((), 0)]
    return batch, visit, len(ended)


def test_ads_and_their_page():
    """What is found is stored in one batch."""
    batch, visit, _ = taken(ad(1), ad(2), ReadPage(PAGE))

    assert ["1", "2"] == [each.ad.identifier for each in batch.ads]
    assert batch.pages == (ReadPage(PAGE),)
    assert visit.ads == 2


def test_contacts_are_masked():
    """Whatever the source did before."""
    batch, _, _ = taken(ad(1, "Scrivi a anna@studio.test"))

    assert batch.ads[0].ad.title == "Scrivi a [email]"


def test_what_is_no_ad_is_noted():
    """It is left out, the others are stored."""
    batch, visit, _ = taken(ad(" "), ad(2))

    assert ["2"] == [each.ad.identifier for each in batch.ads]
    assert visit.notes == ["an ad was left out: no identifier (https://s.test/1)"]


def test_a_step_that_fails_costs_one_ad(monkeypatch):
    """Its list is read on, and the failure is counted and noted."""

    def fails(found):
        if found.identifier == "1":
            raise ZeroDivisionError("oh")
        return found

    monkeypatch.setattr(steps, "masked", fails)
    batch, visit, _ = taken(ad(1), ad(2))

    assert ["2"] == [each.ad.identifier for each in batch.ads]
    assert (visit.dropped, visit.notes) == (1, ["an ad was left out: ZeroDivisionError: oh (https://s.test/1)"])


@pytest.mark.parametrize(("limit", "stored", "ends"), [(None, 3, 0), (4, 3, 0), (3, 3, 1), (2, 2, 1), (1, 1, 1)])
def test_limit(limit, stored, ends):
    """The visit is ended once, and a page of which not all was stored does not count as read."""
    batch, visit, ended = taken(ad(1), ad(2), ad(3), ReadPage(PAGE), limit=limit)

    assert stored == len(batch.ads)
    assert (ended, visit.limited) == (ends, bool(ends))
    assert len(batch.pages) == (not ends)
