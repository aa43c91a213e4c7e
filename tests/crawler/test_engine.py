"""The crawl, over HTTP."""

import itertools
import json
import time

import pytest
from sqlalchemy import select

from crawler.config import Config
from crawler.scrapy_settings import settings
from crawler.store.schema import ads, runs, versions


def rows(store, query):
    with store.engine.connect() as connection:
        return list(connection.execute(query))


def test_a_site_is_read_through_its_sitemap(web, crawl, store):
    """Every page of the sitemap is asked once, every posting is stored under its true address."""
    web.site("lavori.test", {"a": {}, "b": {}, "c": {}})

    outcome = crawl("https://lavori.test/")["lavori.test"]

    assert ("ok", 3) == (outcome.verdict, outcome.ads)
    assert {f"https://lavori.test/job/{slug}" for slug in "abc"} == {row.url for row in rows(store, select(ads.c.url))}
    assert len(web.asked("lavori.test/job/")) == 3


def test_a_second_crawl_changes_nothing(web, crawl, store):
    """The same site again: no ad twice, no new version, and nothing that can be answered 304 is sent again."""
    web.site("lavori.test", {"a": {}, "b": {}}, validators=True)
    crawl("https://lavori.test/")
    before = len(web.log)
    outcome = crawl("https://lavori.test/")["lavori.test"]

    assert ("ok", 2) == (outcome.verdict, outcome.ads)
    assert len(rows(store, select(versions))) == 2
    asked = [headers for address, _, headers in web.log[before:] if "/job/" in address]
    assert len(asked) == 2
    assert all("If-None-Match" in headers for headers in asked)
    assert [2, 2] == [row.ads_seen for row in rows(store, select(runs))]


def test_every_request_says_who_asks(web, crawl):
    """Name and contact stand in the User-Agent of every request, robots.txt and tdmrep.json included."""
    web.site("lavori.test", {"a": {}})
    crawl("https://lavori.test/")

    assert len(web.log) == 5
    assert all(headers["User-Agent"].startswith("VeraVA/") for _, _, headers in web.log)
    assert all("(+https://crawl.test/bot)" in headers["User-Agent"] for _, _, headers in web.log)


def test_a_start_page_without_sitemap_is_followed(web, crawl, page):
    """Without a sitemap the links of the start page are followed, those of other hosts are not."""
    web.pages["lavori.test/"] = (
        200,
        {},
        '<a href="/job/a">a</a><a href="https://altri.test/job/x">x</a><a href="/a.pdf">p</a>',
    )
    web.pages["lavori.test/job/a"] = (200, {}, page("a"))

    outcome = crawl("https://lavori.test/")["lavori.test"]

    assert ("ok", 1) == (outcome.verdict, outcome.ads)
    assert not web.asked("altri.test")
    assert "lavori.test/a.pdf" not in web.asked()


def test_one_page_alone(web, crawl, page):
    """An ad's own address brings that ad, without the rest of the site."""
    web.site("lavori.test", {"a": {}, "b": {}})

    outcome = crawl("https://lavori.test/job/a")["lavori.test"]

    assert ("ok", 1) == (outcome.verdict, outcome.ads)
    assert web.asked() == ["lavori.test/job/a"]


def test_a_named_source_and_its_terms(web, crawl, store):
    """A source is read whole, whatever its ads are about: search terms are applied when ads are read, not here."""
    jobs = [{"id": n, "url": f"https://remotive.com/remote-jobs/{n}", "title": title, "company_name": "Acme Test",
             "category": "x", "tags": [], "job_type": "contract", "publication_date": "2026-11-01T00:00:00",
             "candidate_required_location": "Worldwide", "salary": "", "description": "<p>Some text.</p>"}
            for n, title in enumerate(["Virtual Assistant", "Welder"], 1)]  # fmt: skip
    web.pages["remotive.com/api/remote-jobs"] = (200, {"Content-Type": "application/json"}, json.dumps({"jobs": jobs}))

    outcome = crawl("remotive")["remotive"]

    assert ("ok", 2) == (outcome.verdict, outcome.ads)
    assert {"Virtual Assistant", "Welder"} == {row.title for row in rows(store, select(versions.c.title))}


def test_a_payload_that_is_none(web, crawl):
    """HTML in place of JSON, or JSON cut short, is a failure of the source, said so."""
    for body in ("<html>maintenance</html>", '{"jobs": [{"id": 1, "tit'):
        web.pages["remotive.com/api/remote-jobs"] = (200, {"Content-Type": "application/json"}, body)

        outcome = crawl("remotive")["remotive"]

        assert outcome.verdict == "failed"
        assert "remotive" in outcome.errors[0]


def test_the_fault_of_one_source_is_not_the_others(web, crawl):
    """One is blocked, one fails, one is empty: each is told apart, and the good one is read."""
    web.site("lavori.test", {"a": {}})
    web.site("vuoto.test", {})
    web.pages["remotive.com/api/remote-jobs"] = (403, {}, "no")
    web.pages["jobicy.com/api/v2/remote-jobs"] = (404, {}, "no")

    found = crawl("https://lavori.test/", "https://vuoto.test/", "remotive", "jobicy")

    assert {"lavori.test": "ok", "vuoto.test": "empty", "remotive": "blocked", "jobicy": "failed"} == {
        name: outcome.verdict for name, outcome in found.items()
    }
    assert "403" in found["remotive"].errors[0]


def test_many_failed_pages_make_it_partial(web, crawl):
    """When more than a tenth of the pages fail, what was found is stored and the visit is called partial."""
    web.site("lavori.test", {slug: {} for slug in "abcdefgh"})
    for slug in "ab":
        web.pages[f"lavori.test/job/{slug}"] = (418, {}, "")

    outcome = crawl("https://lavori.test/")["lavori.test"]

    assert ("partial", 6) == (outcome.verdict, outcome.ads)


def test_limit(web, crawl, store):
    """`limit` ends a visit early; that is no fault, and nobody takes it for a complete visit."""
    web.site("lavori.test", {slug: {} for slug in "abcdefgh"})

    outcome = crawl("https://lavori.test/", limit=3)["lavori.test"]

    assert ("ok", 3, False) == (outcome.verdict, outcome.ads, outcome.complete)
    assert not rows(store, select(runs))[0].complete


def test_redirects_are_accounted_for(web, crawl, store):
    """A redirect is followed; one that leads to a page visited anyway, to itself or round and round is not lost."""
    web.site("lavori.test", {slug: {} for slug in ("a", "b", "self", "loop", "off")})
    web.pages["lavori.test/job/b"] = (302, {"Location": "/job/a"}, "")
    web.pages["lavori.test/job/self"] = (302, {"Location": "/job/self"}, "")
    for n in range(8):
        web.pages[f"lavori.test/job/loop{n}"] = (302, {"Location": f"/job/loop{n + 1}"}, "")
    web.pages["lavori.test/job/loop"] = (302, {"Location": "/job/loop0"}, "")
    web.pages["lavori.test/job/off"] = (302, {"Location": "https://altri.test/x"}, "")
    web.pages["altri.test/x"] = (200, {}, "<p>Nothing</p>")

    crawl("https://lavori.test/")
    words = {url.rpartition("/")[2]: state.word for url, state in crawl.recorder.pages("lavori.test").items()}

    assert words["a"] == "read"
    assert {words["b"], words["self"], words["off"]} == {"elsewhere"}
    assert words["loop"] == "known"
    assert len(web.asked("lavori.test/job/loop")) == 6


def test_reserved_pages_are_left_alone(web, crawl, page):
    """A page whose publisher reserves text and data mining is not stored."""
    web.site("lavori.test", {slug: {} for slug in "abc"})
    web.pages["lavori.test/job/a"] = (200, {"tdm-reservation": "1"}, page("a"))
    web.pages["lavori.test/job/b"] = (200, {}, '<meta name="tdm-reservation" content="1">' + page("b"))

    outcome = crawl("https://lavori.test/")["lavori.test"]

    assert ("partial", 1) == (outcome.verdict, outcome.ads)
    assert any("tdm-reservation" in error for error in outcome.errors)


@pytest.mark.parametrize(
    ("file", "left", "verdict"),
    [
        ((200, {}, '[{"location": "/job/", "tdm-reservation": 1}]'), "", "blocked"),
        (
            (200, {}, '[{"location": "/job/a", "tdm-reservation": 0}, {"location": "*", "tdm-reservation": 1}]'),
            "",
            "blocked",
        ),
        ((200, {}, '[{"location": "/job/b$", "tdm-reservation": 1}]'), "ac", "partial"),
        ((200, {}, '[{"location": "/*", "tdm-reservation": 0}]'), "abc", "ok"),
        ((200, {}, "<html>Lavori</html>"), "abc", "ok"),
        ((404, {}, ""), "abc", "ok"),
        ((500, {"Retry-After": "0"}, ""), "abc", "ok"),
    ],
)
def test_the_file_of_reservations(web, crawl, file, left, verdict):
    """What /.well-known/tdmrep.json reserves is not asked; the file is asked once a run, and says nothing when it is none."""
    web.site("lavori.test", dict.fromkeys("abc"))
    web.pages["lavori.test/.well-known/tdmrep.json"] = file

    outcome = crawl("https://lavori.test/")["lavori.test"]

    assert {f"lavori.test/job/{slug}" for slug in left} == set(web.asked("lavori.test/job/"))
    assert (verdict, len(left)) == (outcome.verdict, outcome.ads)
    assert [each[0] for each in web.log].count("lavori.test/.well-known/tdmrep.json") == 1
    assert ("tdmrep.json" in " ".join(outcome.errors)) == (len(left) < 3)


def test_contacts_never_reach_the_store(web, crawl, store):
    """E-mail addresses and telephone numbers are masked, in every field."""
    web.site(
        "lavori.test",
        {"a": {"title": "Scrivi a anna@studio.test", "description": "<p>Tel. 333 1234567, anna@studio.test</p>"}},
    )
    crawl("https://lavori.test/")

    row = rows(store, select(versions))[0]
    assert "anna@" not in f"{row.title} {row.description}"
    assert "1234567" not in row.description


def test_two_sources_on_one_host_share_its_pace(web, crawl):
    """A host is asked one request at a time, the pause in between, whoever asks."""
    web.site("lavori.test", {"a": {}, "b": {}})

    crawl("https://lavori.test/job/a", "https://lavori.test/job/b", config=Config(delay=0.2))
    times = [moment for _, moment, _ in web.log]

    assert len(times) == 4
    assert all(later - earlier >= 0.19 for earlier, later in itertools.pairwise(times))


def test_a_page_that_is_gone_closes_its_ad(web, crawl, store):
    """A page that the sitemap no longer lists is looked at once more; what answers 404 is closed, what is there is not."""
    web.site("lavori.test", {"a": {}, "b": {}, "c": {}})
    crawl("https://lavori.test/")
    kept = web.pages["lavori.test/job/b"]
    web.site("lavori.test", {"a": {}})
    web.pages["lavori.test/job/b"] = kept
    del web.pages["lavori.test/job/c"]

    outcome = crawl("https://lavori.test/")["lavori.test"]

    assert ("ok", 2) == (outcome.verdict, outcome.ads)
    stands = {row.url.rpartition("/")[2]: row.status for row in rows(store, select(ads))}
    assert stands == {"a": "open", "b": "open", "c": "closed"}


def test_one_page_again(web, crawl, store, page):
    """An ad given by its own address is asked conditionally, and closed when it is gone."""
    web.site("lavori.test", {"a": {}}, validators=True)
    crawl("https://lavori.test/job/a")
    again = crawl("https://lavori.test/job/a")["lavori.test"]
    del web.pages["lavori.test/job/a"]
    crawl("https://lavori.test/job/a")

    assert ("ok", 1) == (again.verdict, again.ads)
    assert ["closed"] == [row.status for row in rows(store, select(ads))]


def test_a_filled_page(web, crawl, store):
    """A page that says it is filled, without a posting, makes its ad expire."""
    web.site("lavori.test", {"a": {}})
    crawl("https://lavori.test/")
    web.pages["lavori.test/job/a"] = (200, {}, "<h1>Assistente</h1><p>Questa posizione è stata chiusa.</p>")
    crawl("https://lavori.test/")

    assert ["expired"] == [row.status for row in rows(store, select(ads))]


def test_an_edited_ad_gets_a_version(web, crawl, store):
    """A change is kept beside what stood before, with the fields that changed."""
    web.site("lavori.test", {"a": {}})
    crawl("https://lavori.test/")
    web.site("lavori.test", {"a": {"title": "Segretaria virtuale"}})
    crawl("https://lavori.test/")

    assert [None, ["title"]] == [row.changed for row in rows(store, select(versions).order_by(versions.c.id))]


def test_the_budget_of_a_day(web, crawl, store, monkeypatch):
    """When the requests of a day are used up, no more is asked, and the visit says so."""
    web.pages["jobicy.com/api/v2/remote-jobs"] = (500, {"Retry-After": "0"}, "")
    for _ in range(12):
        run = store.start_run("jobicy")
        store.finish_run(run, "ok", requests=2)
    monkeypatch.setattr(
        "crawler.engine._Crawl._budget", lambda self, card, past: card.max_calls_per_day - past.calls_today
    )

    outcome = crawl("jobicy")["jobicy"]

    assert (0, "partial") == (outcome.requests, outcome.verdict)
    assert web.log == []


def test_one_page_says_nothing_of_the_site(web, crawl, store):
    """After a visit to the whole site, one of its pages alone is neither suspiciously small nor a reason to ask the rest."""
    web.site("lavori.test", {str(number): {} for number in range(20)})
    crawl("https://lavori.test/")
    asked = len(web.log)
    outcome = crawl("https://lavori.test/job/1")["lavori.test"]

    assert ("ok", 1, False) == (outcome.verdict, outcome.ads, outcome.complete)
    assert len(web.log) == asked + 3
    assert store.past("lavori.test").usual == (20,)


def test_two_pages_of_one_site_are_one_run(web, crawl, store):
    """Both are stored; the run tells the worse of the two."""
    web.site("lavori.test", {"a": {}, "b": {}})
    crawl("https://lavori.test/job/a", "https://lavori.test/job/b", "https://lavori.test/job/nosuch")

    run = rows(store, select(runs))
    assert [("failed", 2)] == [(row.verdict, row.ads_seen) for row in run]
    assert run[0].finished_at is not None


def test_what_is_known_but_no_longer_listed_counts_when_taken_up(web, crawl, store):
    """A page read before the visit was cut short, and listed no more, still shows its ad in the visit that goes on."""
    web.site("lavori.test", {"a": {}, "b": {}})
    crawl("https://lavori.test/")
    run = store.start_run("lavori.test")
    store.finish_run(run, "partial", complete=False)
    with store.engine.begin() as connection:
        connection.execute(runs.update().values(verdict="partial", complete=False))
    page = web.pages["lavori.test/job/b"]
    web.site("lavori.test", {"a": {}})
    web.pages["lavori.test/job/b"] = page
    web.log.clear()

    outcome = crawl("https://lavori.test/")["lavori.test"]

    assert ("ok", 2) == (outcome.verdict, outcome.ads)
    assert not web.asked("lavori.test/job/")


def board(*numbers):
    found = [
        {"id": n, "absolute_url": f"https://boards.greenhouse.io/x/jobs/{n}", "title": f"Assistant {n}", "content": "&lt;p&gt;Text.&lt;/p&gt;",
         "location": {"name": "Remote"}, "updated_at": "2026-11-01T00:00:00-05:00"} for n in numbers
    ]  # fmt: skip
    return 200, {"Content-Type": "application/json"}, json.dumps({"jobs": found, "meta": {"total": len(found)}})


def test_boards_speak_for_themselves(web, crawl, store):
    """Two boards of one source: what leaves a board that was read is closed, whatever happens to the other."""
    config = Config(delay=0, boards={"greenhouse": ("acme", "beta")})
    api = "boards-api.greenhouse.io/v1/boards/{}/jobs"
    web.pages |= {api.format("acme"): board(1, 2, 3), api.format("beta"): board(4, 5)}
    crawl("greenhouse", config=config)
    web.pages |= {api.format("acme"): board(1, 2), api.format("beta"): (404, {}, "")}
    gone = crawl("greenhouse", config=config)["greenhouse"]
    web.pages |= {api.format("acme"): (403, {}, ""), api.format("beta"): board(4)}
    crawl("greenhouse", config=config)

    stands = {row.identifier: row.status for row in rows(store, select(ads))}
    assert stands == {"acme/1": "open", "acme/2": "open", "acme/3": "closed", "beta/4": "open", "beta/5": "closed"}
    assert gone.verdict == "partial"
    assert "/beta/" in gone.errors[0]


def test_items_that_cannot_be_read_are_told(web, crawl):
    """A list whose items changed their form is no success, whether some or all of them are lost."""
    good = board(1, 2, 3)[2]
    web.pages["boards-api.greenhouse.io/v1/boards/acme/jobs"] = (
        200,
        {"Content-Type": "application/json"},
        good.replace('"title": "Assistant 3"', '"name": 3'),
    )
    config = Config(delay=0, boards={"greenhouse": ("acme",)})
    some = crawl("greenhouse", config=config)["greenhouse"]
    web.pages["boards-api.greenhouse.io/v1/boards/acme/jobs"] = (
        200,
        {"Content-Type": "application/json"},
        good.replace('"title"', '"name"'),
    )
    none = crawl("greenhouse", config=config)["greenhouse"]

    assert ("partial", "failed") == (some.verdict, none.verdict)
    assert "1 of 3 items" in some.errors[0]


def test_a_visit_ends_when_its_time_is_up(web, crawl, monkeypatch):
    """The time limit ends a visit; what it found is stored, and the next one goes on from there."""
    web.site("lavori.test", {str(number): {} for number in range(30)})
    for number in range(30):
        answer = web.pages[f"lavori.test/job/{number}"]
        web.pages[f"lavori.test/job/{number}"] = lambda _handler, answer=answer: time.sleep(0.1) or answer
    with monkeypatch.context() as patch:
        patch.setattr("crawler.engine.settings", lambda config: settings(config) | {"CLOSESPIDER_TIMEOUT": 1})
        first = crawl("https://lavori.test/")["lavori.test"]
    second = crawl("https://lavori.test/")["lavori.test"]

    assert ("partial", False) == (first.verdict, first.complete)
    assert 0 < first.ads < 30
    assert ("ok", 30) == (second.verdict, second.ads)
    assert len(web.asked("lavori.test/job/")) <= 32


def test_a_field_that_empties_is_told_once(web, crawl):
    """A source that stops naming the company is partial in that visit; the next one takes it for the way it is."""
    web.site("lavori.test", {str(number): {} for number in range(8)})
    verdicts = [crawl("https://lavori.test/")["lavori.test"].verdict]
    web.site("lavori.test", {str(number): {"hiringOrganization": None} for number in range(8)})
    verdicts += [(changed := crawl("https://lavori.test/")["lavori.test"]).verdict]
    verdicts += [crawl("https://lavori.test/")["lavori.test"].verdict]

    assert verdicts == ["ok", "partial", "ok"]
    assert "hiring_organization is there in 0% of the ads, in 100% the time before" in changed.errors[0]
