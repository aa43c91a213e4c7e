"""The spider that visits any named source: requests of calls, and what an answer leads to."""

import asyncio
from types import SimpleNamespace

import pytest
from scrapy.http import Request, TextResponse

from crawler.ad import Ad
from crawler.base_spiders.base import Call
from crawler.base_spiders.source import SourceSpider
from crawler.config import Config
from crawler.errors import SourceError
from crawler.source_samples import sample_path
from crawler.sources import make_source


def spider(name, *boards):
    """Return a spider with a visit of its own."""
    made = SourceSpider(make_source(name, Config(boards={name: boards})))
    made.crawler = SimpleNamespace(visit=SimpleNamespace(dropped=0))
    return made


def answer(made, body, call, status=200):
    """Return what the spider finds in an answer."""
    request = made.request(call)
    return list(made.parse(TextResponse(call.url, status=status, body=body, request=request), call))


async def first(made):
    """Return the first requests."""
    return [request async for request in made.start()]


def test_start():
    """A visit begins with the source's calls, and bears its name and card."""
    made = spider("remotive")
    (request,) = asyncio.run(first(made))

    assert (made.name, made.card.name) == ("remotive", "remotive")
    assert (request.url, request.method) == ("https://remotive.com/api/remote-jobs", "GET")


def test_start_without_boards():
    """What is missing is told before any request."""
    with pytest.raises(SourceError, match="no boards are set"):
        asyncio.run(first(spider("lever")))


def test_posts_and_headers():
    """A call with a body is posted as JSON, and its headers go along."""
    request = spider("remotive").request(Call("https://e.test/", body='{"a": 1}', headers={"X-Key": "k"}))

    assert (request.method, request.body) == ("POST", b'{"a": 1}')
    assert (request.headers["Content-Type"], request.headers["X-Key"]) == (b"application/json", b"k")


def test_ads_and_further_requests():
    """An answer gives ads and requests, each with its call."""
    made = spider("arbeitnow")
    ad, request = answer(
        made, sample_path("arbeitnow").read_bytes(), Call("https://www.arbeitnow.com/api/job-board-api")
    )

    assert isinstance(ad, Ad)
    assert isinstance(request, Request)
    assert request.cb_kwargs["call"].page == 2


def test_dropped_items_are_counted():
    """A bad item is counted by source, and costs itself."""
    made = spider("remotive")
    body = b'{"jobs": [{"id": 1}, {"id": 2, "url": "https://e.test/2", "title": "Uno", "description": "x"}]}'

    assert len(answer(made, body, made.source.calls()[0])) == 1
    assert made.crawler.visit.dropped == 1


def test_bad_answer():
    """A bad answer is an error for the engine to note."""
    made = spider("remotive")
    with pytest.raises(SourceError, match="remotive: the answer is not whole JSON"):
        answer(made, b"<html>", made.source.calls()[0])


def test_page_beyond_the_last():
    """A 404 with a feed in it is read, and one without ends the pages."""
    made = spider("wpjobfeed", "https://bacheca.esempio.test/")
    call = Call(
        "https://bacheca.esempio.test/?feed=job_feed&paged=2", "https://bacheca.esempio.test/", 2, missing_ends=True
    )

    assert made.request(call).meta["handle_httpstatus_list"] == [400, 404]
    assert len(answer(made, sample_path("wpjobfeed").read_bytes(), call, 404)) == 2
    assert answer(made, b"<html>404</html>", call, 404) == []


def test_detail_that_cannot_be_had():
    """An item whose detail fails is kept as its list has it, and the failure is noted."""
    noted, taken = [], []
    made = spider("smartrecruiters", "LowTide")
    made.crawler.visit = SimpleNamespace(
        fault=lambda fault, url, *, listing: noted.append((fault.kind, url, listing)), take=taken.append
    )
    item = {"id": "1", "name": "Assistente", "company": {"name": "Low Tide"}}
    request = made.request(
        Call("https://api.smartrecruiters.com/v1/companies/LowTide/postings/1", "LowTide", item=item)
    )
    failure = SimpleNamespace(request=request, value=OSError("broken"))
    request.errback(failure)
    (found,) = taken

    assert (found.ad.title, found.ad.identifier, found.page) == ("Assistente", "LowTide/1", request.url)
    assert [(url, listing) for _, url, listing in noted] == [(request.url, False)]
