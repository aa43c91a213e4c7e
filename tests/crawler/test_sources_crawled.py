"""Every named source, crawled over HTTP with our samples for answers."""

import json

import pytest
from sqlalchemy import select

from crawler.config import Config
from crawler.source_samples import expected_path, sample_path
from crawler.sources import cards
from crawler.store.schema import ads, versions

BOARDS = {
    "greenhouse": ("lowtide",), "lever": ("lowtide",), "ashby": ("lowtide",), "recruitee": ("studioquercia",),
    "personio": ("zweihuete",), "teamtailor": ("career.lowtide.test",), "smartrecruiters": ("LowTide",),
    "workable": ("lowtide",), "wpjobmanager": ("https://bacheca.esempio.test/",), "wpjobfeed": ("https://bacheca.esempio.test/",),
    "feed": ("https://annunci.esempio.test/feed.xml",),
}  # fmt: skip
ADDRESSES = {
    "adzuna": "api.adzuna.com/v1/api/jobs/it/search/1", "arbeitnow": "www.arbeitnow.com/api/job-board-api",
    "ashby": "api.ashbyhq.com/posting-api/job-board/lowtide", "feed": "annunci.esempio.test/feed.xml",
    "freelancer": "www.freelancer.com/api/projects/0.1/projects/active/", "greenhouse": "boards-api.greenhouse.io/v1/boards/lowtide/jobs",
    "hackernews": "hn.algolia.com/api/v1/search", "himalayas": "himalayas.app/jobs/api/search", "jobicy": "jobicy.com/api/v2/remote-jobs",
    "jooble": "jooble.org/api/SECRETKEY", "lever": "api.lever.co/v0/postings/lowtide", "personio": "zweihuete.jobs.personio.de/xml",
    "recruitee": "studioquercia.recruitee.com/api/offers/", "remoteok": "remoteok.com/api", "remotive": "remotive.com/api/remote-jobs",
    "smartrecruiters": "api.smartrecruiters.com/v1/companies/LowTide/postings/7001", "teamtailor": "career.lowtide.test/jobs.json",
    "themuse": "www.themuse.com/api/public/jobs", "weworkremotely": "weworkremotely.com/remote-jobs.rss",
    "workable": "apply.workable.com/api/v1/widget/accounts/lowtide", "workingnomads": "www.workingnomads.com/api/exposed_jobs/",
    "wpjobfeed": "bacheca.esempio.test/?feed=job_feed", "wpjobmanager": "bacheca.esempio.test/wp-json/wp/v2/job-listings",
}  # fmt: skip
NAMES = tuple(each.name for each in cards())
JSON = {"Content-Type": "application/json"}
THREADS = {
    "hits": [
        {"objectID": "61000", "title": "Ask HN: Freelancer? Seeking freelancer? (November 2026)"},
        {"objectID": "1", "title": "Who is hiring?"},
    ]
}
POSTINGS = {"content": [{"id": "7001", "name": "Assistente amministrativa"}], "totalFound": 1}


@pytest.fixture
def sites(web, monkeypatch):
    """All sources' sites, answering with our samples; keys that must not be seen anywhere."""
    for key in {key for each in cards() for key in each.key}:
        monkeypatch.setenv(key, "SECRETKEY")
    for name, address in ADDRESSES.items():
        kind = JSON if sample_path(name).suffix == ".json" else {"Content-Type": "application/xml"}
        web.pages[address] = (200, kind, sample_path(name).read_bytes())
    web.pages["hn.algolia.com/api/v1/search_by_date"] = (200, JSON, json.dumps(THREADS))
    web.pages["api.smartrecruiters.com/v1/companies/LowTide/postings"] = (200, JSON, json.dumps(POSTINGS))
    web.pages["bacheca.esempio.test/?feed=job_feed&paged=2"] = (
        404,
        {"Content-Type": "application/rss+xml"},
        sample_path("wpjobfeed").read_bytes(),
    )
    return web


def stored(store, columns):
    """Return rows of the ads and their current versions."""
    joined = select(*columns).select_from(ads.join(versions, versions.c.id == ads.c.version_id)).order_by(ads.c.id)
    with store.engine.connect() as connection:
        return list(connection.execute(joined))


def test_all_sources(sites, crawl, store):
    """Each source's visit is ok and stores what its sample holds; a second one changes nothing; no key is kept."""
    config = Config(delay=0, boards=BOARDS, contact="https://crawl.test/bot")
    outcomes = crawl(*NAMES, config=config)
    wrong = {name: (each.verdict, each.errors) for name, each in outcomes.items() if each.verdict != "ok"}
    expected = {(name, ad["identifier"]) for name in NAMES for ad in json.loads(expected_path(name).read_text())}
    rows = stored(store, [ads.c.source, ads.c.identifier, ads.c.attribution, versions.c.description])

    assert wrong == {}
    assert {(row.source, row.identifier) for row in rows} == expected
    assert {row.attribution for row in rows if row.source == "adzuna"} == {"Jobs by Adzuna (adzuna.it)"}

    again = crawl(*NAMES, config=config)

    assert {each.verdict for each in again.values()} == {"ok"}
    assert len(stored(store, [versions.c.id])) == len(rows)
    assert "SECRETKEY" not in str(outcomes) + str(again) + str(rows)


def test_an_answer_that_breaks_off_is_no_empty_list(sites, crawl, store):
    """A source that answers with half of its list has failed: nothing of it is taken for gone."""
    whole = sample_path("lever").read_bytes()
    config = Config(delay=0, boards=BOARDS)
    crawl("lever", config=config)
    sites.pages[ADDRESSES["lever"]] = (200, JSON, whole[: len(whole) // 2])
    outcome = crawl("lever", config=config)["lever"]

    assert outcome.verdict != "ok"
    assert [row.status for row in stored(store, [ads.c.status])] == ["open"]
