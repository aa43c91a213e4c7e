"""A host that asks for patience gets it."""

import itertools
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from crawler import patience
from crawler.middlewares import backoff


def first(*answers):
    """Return an answer that is each of `answers` once, then the last for ever."""
    left = list(answers)
    return lambda _handler: left.pop(0) if len(left) > 1 else left[0]


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("form", ["seconds", "date"])
def test_no_request_before_it_may(web, crawl, page, status, form):
    """Nothing of the host is asked before the time that Retry-After names; another host goes on meanwhile."""
    web.site("lavori.test", {"a": {}, "b": {}})
    web.site("altri.test", {f"n{number}": {} for number in range(12)})

    def wait(_handler):
        until = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=2)
        return status, {"Retry-After": "1" if form == "seconds" else format_datetime(until, usegmt=True)}, ""

    web.pages["lavori.test/sitemap.xml"] = first(wait(None), web.pages["lavori.test/sitemap.xml"])
    found = crawl("https://lavori.test/", "https://altri.test/")

    assert {"ok"} == {outcome.verdict for outcome in found.values()}
    times = [moment for address, moment, _ in web.log if address.startswith("lavori.test")]
    gaps = [later - earlier for earlier, later in itertools.pairwise(times)]
    assert max(gaps) >= (0.95 if form == "seconds" else 0.9)
    rest = gaps.index(max(gaps))
    meanwhile = [address for address, moment, _ in web.log if times[rest] < moment < times[rest + 1]]
    assert any(address.startswith("altri.test") for address in meanwhile)


def test_a_long_rest_outlasts_the_crawl(web, crawl, store):
    """A host that asks for an hour is left alone in this crawl and the next ones, and the visit says blocked."""
    web.site("lavori.test", {"a": {}})
    web.pages["lavori.test/sitemap.xml"] = (429, {"Retry-After": "3600"}, "")

    first_visit = crawl("https://lavori.test/")["lavori.test"]
    asked = len(web.log)
    second_visit = crawl("https://lavori.test/")["lavori.test"]

    assert ("blocked", "blocked") == (first_visit.verdict, second_visit.verdict)
    assert "3600 s of rest" in first_visit.errors[0] + second_visit.errors[0]
    assert asked == len(web.log) == 3
    assert "lavori.test" in store.resting_hosts()


def test_a_rest_ends(web, crawl, store):
    """When the time has come the host is asked again."""
    web.site("lavori.test", {"a": {}})
    store.rest_host("lavori.test", -1, "asked for a rest")

    assert crawl("https://lavori.test/")["lavori.test"].verdict == "ok"


def test_waits_grow_without_retry_after(web, crawl, monkeypatch):
    """Without a time named, each further try waits twice as long; after the last the request has failed."""
    monkeypatch.setattr(patience, "FIRST_WAIT", 0.2)
    web.pages["remotive.com/api/remote-jobs"] = (503, {}, "")

    outcome = crawl("remotive")["remotive"]
    times = [moment for _, moment, _ in web.log]

    assert ("failed", 3) == (outcome.verdict, len(times))
    assert times[1] - times[0] >= 0.19
    assert times[2] - times[1] >= 0.38


def test_a_silent_host_is_left_alone(web, crawl, monkeypatch):
    """Slow-loris and hanging pages cost a few timeouts, then the host is left; the other host is read to the end."""
    monkeypatch.setitem(__import__("crawler.scrapy_settings", fromlist=["FIXED"]).FIXED, "DOWNLOAD_TIMEOUT", 0.4)
    monkeypatch.setattr(backoff, "FIRST_WAIT", 0.01)
    web.site("lento.test", {str(n): {} for n in range(30)})
    web.site("altri.test", {slug: {} for slug in "abcd"})
    for n in range(30):
        web.pages[f"lento.test/job/{n}"] = drip if n % 2 else hang

    began = time.monotonic()
    found = crawl("https://lento.test/", "https://altri.test/")

    assert ("failed", "ok") == (found["lento.test"].verdict, found["altri.test"].verdict)
    assert len(web.asked("lento.test/job/")) <= backoff.SILENCES + 1
    assert time.monotonic() - began < 30


def hang(_handler):
    time.sleep(1.5)


def drip(handler):
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    for _ in range(8):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.15)
    handler.close_connection = True
