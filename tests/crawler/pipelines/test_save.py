"""Batches: full ones are written at once, others after a moment."""

import asyncio

import pytest

from crawler.ad import Ad
from crawler.found import FoundAd, KnownPage, ReadPage
from crawler.pipelines import save
from crawler.pipelines.save import ASKED, FINDINGS, Saver


class Visit:
    """Keeps the batches that it is to save."""

    def __init__(self):
        self.saved = []

    def save(self, batch):
        """Keep how many ads, pages and addresses a batch holds."""
        self.saved.append(tuple(map(len, batch)))


def url(number):
    """Return an address."""
    return f"https://s.test/{number}"


def saved(make, count, wait=0.0):
    """Return the batches written after `count` findings, before the end and after it."""

    async def put():
        visit = Visit()
        saver = Saver(visit)
        for number in range(count):
            saver.put(make(number))
        await asyncio.sleep(wait)
        before = list(visit.saved)
        saver.flush()
        saver.flush()
        return before, visit.saved

    return asyncio.run(put())


@pytest.mark.parametrize(
    ("make", "full"),
    [
        (lambda number: ReadPage(url(number)), (0, ASKED, 0)),
        (lambda number: ReadPage(url(number), "fresh"), (0, FINDINGS, 0)),
        (lambda number: KnownPage(url(number)), (0, 0, FINDINGS)),
        (lambda number: FoundAd(Ad("s", url(number), str(number), "t", "d"), url(0)), (FINDINGS, 0, 0)),
    ],
)
def test_full_batches(make, full):
    """A few pages that were asked fill one; what costs no request when it is lost may be many. The rest comes last."""
    size = sum(full)
    before, after = saved(make, 2 * size + 3)

    assert before == [full, full]
    assert [sum(each) for each in after] == [size, size, 3]


def test_what_waits_is_written_after_a_moment(monkeypatch):
    """Also when no more comes."""
    monkeypatch.setattr(save, "PATIENCE", 0.01)
    before, after = saved(lambda number: ReadPage(url(number)), 1, wait=0.2)

    assert before == [(0, 1, 0)] == after
