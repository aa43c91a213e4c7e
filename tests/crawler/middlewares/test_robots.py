"""robots.txt is obeyed, and what cannot be read is a no."""

import itertools
import socket

import pytest

from crawler.config import Config
from crawler.middlewares.robots import Rules, rules_from


def hang_up(handler):
    handler.connection.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize(
    ("answer", "verdict", "pages"),
    [
        ((200, {}, "User-agent: *\nAllow: /"), "ok", 3),
        ((200, {}, ""), "ok", 3),
        ((200, {}, "<html><body>Not a robots.txt at all</body></html>"), "ok", 3),
        ((404, {}, ""), "ok", 3),
        ((410, {}, ""), "ok", 3),
        ((418, {}, ""), "ok", 3),
        ((200, {}, "User-agent: *\nDisallow: /"), "blocked", 0),
        ((200, {}, "User-agent: VeraVA\nDisallow: /\n\nUser-agent: *\nAllow: /"), "blocked", 0),
        ((200, {}, "User-agent: *\nDisallow: /sitemap.xml"), "ok", 2),
        ((200, {}, "User-agent: *\nDisallow: /job/"), "blocked", 2),
        ((401, {}, ""), "blocked", 0),
        ((403, {}, ""), "blocked", 0),
        ((429, {"Retry-After": "0"}, ""), "failed", 0),
        ((500, {"Retry-After": "0"}, ""), "failed", 0),
        ((503, {"Retry-After": "0"}, ""), "failed", 0),
        ((301, {"Location": "/robots.txt"}, ""), "failed", 0),
        ((200, {}, "User-agent: *\nAllow: /\n" + "# filler\n" * 1_400_000), "failed", 0),
    ],
    ids=lambda value: str(value[:2] if isinstance(value, tuple) else value)[:40],
)
def test_robots_table(web, crawl, answer, verdict, pages):
    """What an answer to robots.txt allows: pages asked, and what the visit is called."""
    web.site("lavori.test", {"a": {}})
    web.pages["lavori.test/"] = (200, {}, '<a href="/job/a">a</a>')
    web.pages["lavori.test/robots.txt"] = answer

    outcome = crawl("https://lavori.test/")["lavori.test"]

    assert pages == len(web.asked())
    assert verdict == outcome.verdict
    if verdict in {"blocked", "failed"} and pages == 0:
        assert "robots.txt" in outcome.errors[0]


def test_no_answer_to_robots(web, crawl, monkeypatch):
    """A connection that is cut, or an answer that does not come, closes the host for this run."""
    monkeypatch.setattr("crawler.middlewares.backoff.FIRST_WAIT", 0.01)
    web.site("lavori.test", {"a": {}})
    web.pages["lavori.test/robots.txt"] = hang_up

    outcome = crawl("https://lavori.test/")["lavori.test"]

    assert (0, "failed") == (len(web.asked()), outcome.verdict)
    assert "not crawled in this run" in outcome.errors[0]


def test_the_next_run_asks_again(web, crawl):
    """A host that was closed to us for a run is asked again in the next."""
    web.site("lavori.test", {"a": {}})
    good = web.pages["lavori.test/robots.txt"]
    web.pages["lavori.test/robots.txt"] = (503, {"Retry-After": "0"}, "")
    crawl("https://lavori.test/")
    web.pages["lavori.test/robots.txt"] = good

    assert crawl("https://lavori.test/")["lavori.test"].verdict == "ok"


def test_crawl_delay(web, crawl):
    """The site's own pause is kept, between robots.txt and the first page too, and holds over ours when longer."""
    web.site("lavori.test", {"a": {}})
    web.pages["lavori.test/robots.txt"] = (
        200,
        {},
        "User-agent: *\nCrawl-delay: 0.3\nSitemap: https://lavori.test/sitemap.xml",
    )
    crawl("https://lavori.test/", config=Config(delay=0.05))
    times = [moment for _, moment, _ in web.log]

    assert len(times) == 5
    assert all(later - earlier >= 0.29 for earlier, later in itertools.pairwise(times))


def test_a_grant_goes_before_robots(web, crawl):
    """Remotive's documentation invites use of its API although robots.txt forbids it: its card says so, and only its."""
    forbidden = (200, {}, "User-agent: *\nDisallow: /")
    web.pages["remotive.com/robots.txt"] = web.pages["jobicy.com/robots.txt"] = forbidden
    web.pages["remotive.com/api/remote-jobs"] = (200, {"Content-Type": "application/json"}, '{"jobs": []}')

    found = crawl("remotive", "jobicy")

    assert ("empty", "blocked") == (found["remotive"].verdict, found["jobicy"].verdict)


def test_rules_delay_and_sitemaps():
    """Crawl-delay, Request-rate and Sitemap lines are read; a byte order mark does no harm."""
    rules = rules_from(
        200, "\ufeffUser-agent: *\nCrawl-delay: 2\nRequest-rate: 1/5s\nSitemap: https://e.test/s.xml".encode()
    )

    assert (5.0, ("https://e.test/s.xml",)) == (rules.delay, rules.sitemaps)
    assert (0.0, ()) == (Rules().delay, Rules().sitemaps)
