"""The sample board: what it answers on the two visits, and that its ads are as varied as they must be."""

import json
import re
import urllib.error
import urllib.request
from collections import Counter
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

import pytest
from lxml import etree, html

from classifier.labels import LABELS
from crawler.board import HOST, MARKUP, VISITS, Board, load_rows, serve_board
from crawler.page import postings_on_page
from crawler.paths import data_path

FIRST, SECOND = VISITS
ROWS = load_rows()
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ROW = {
    "slug": "un-annuncio", "language": "it", "label": "genuine_freelance", "title": "Cerco <aiuto> & consigli",
    "description": 'Prima riga\nseconda riga\n\nServono:\n- pazienza\n- una "penna" </script>', "hiring_organization": "Ditta & Figli",
    "employment_type": "CONTRACTOR", "base_salary": {"currency": "EUR", "min": 12.5, "max": 20, "unit": "HOUR"}, "city": "Enna", "country": "IT",
    "remote": True, "date_posted": "2026-08-01", "valid_through": "2026-12-01", "edits": [], "gone_from": None, "notice": None,
    "repost_of": None, "near_duplicate_of": None, "markup": "whole", "pay": None, "skill_level": 1,
}  # fmt: skip


def page(day=SECOND, path="/annunci/un-annuncio.html", **changes):
    """Return the parsed page of one ad."""
    answer = Board(day, [ROW | changes]).answer(path)
    assert answer.status == 200
    return html.fromstring(answer.body.decode())


def scripts(tree):
    return tree.xpath("//script")


def test_the_visible_page_reads_as_the_ad_was_written():
    tree = page()
    assert tree.xpath("string(//h1)") == ROW["title"]
    assert [item.text_content() for item in tree.xpath("//main//li")] == ["pazienza", 'una "penna" </script>']
    text = " ".join(tree.xpath("//main")[0].text_content().split())
    for part in ("Ditta & Figli", "01/08/2026", "01/12/2026", "Enna, da remoto", "12.5–20 EUR l'ora"):
        assert part in text
    assert "Annunci inventati" in tree.xpath("string(//footer)")


def test_english_ads_have_english_words_around_them():
    assert "12.5–20 EUR an hour" in page(language="en").text_content()


def test_a_whole_posting_parses_and_says_what_the_row_says():
    posting = json.loads(scripts(page())[0].text)
    assert posting["title"] == ROW["title"]
    assert posting["hiringOrganization"]["name"] == "Ditta & Figli"
    assert posting["baseSalary"]["value"] == {
        "@type": "QuantitativeValue",
        "minValue": 12.5,
        "maxValue": 20,
        "unitText": "HOUR",
    }
    assert posting["jobLocation"]["address"]["addressLocality"] == "Enna"
    assert (posting["datePosted"], posting["validThrough"]) == ("2026-08-01", "2026-12-01")
    assert posting["description"].startswith(
        "<p>Prima riga<br>seconda riga</p>\n<p>Servono:</p>\n<ul><li>pazienza</li>"
    )


def test_what_a_row_leaves_out_is_left_out():
    posting = json.loads(
        scripts(page(base_salary=None, city="", country="", remote=False, valid_through=None, employment_type=None))[
            0
        ].text
    )
    assert not {"baseSalary", "jobLocation", "jobLocationType", "validThrough", "employmentType"} & set(posting)


@pytest.mark.parametrize(
    ("markup", "find"),
    [
        ("list", lambda value: value[0]),
        ("graph", lambda value: value["@graph"][1]),
        ("uppercase_type", lambda value: value),
    ],
)
def test_whole_kinds_parse(markup, find):
    script = scripts(page(markup=markup))[0]
    assert find(json.loads(script.text))["@type"] == "JobPosting"
    assert (script.get("type") == "application/ld+json") == (markup != "uppercase_type")


def test_two_scripts_hold_the_posting_in_the_second():
    assert [json.loads(script.text)["@type"] for script in scripts(page(markup="two_scripts"))] == [
        "BreadcrumbList",
        "JobPosting",
    ]


@pytest.mark.parametrize("markup", ["broken_comma", "broken_newline", "entities"])
def test_broken_kinds_are_broken(markup):
    with pytest.raises(json.JSONDecodeError):
        json.loads(scripts(page(markup=markup))[0].text)


def test_microdata_carries_every_field_and_no_script():
    tree = page(markup="microdata")
    assert scripts(tree) == []
    assert tree.xpath("//main/@itemtype") == ["https://schema.org/JobPosting"]
    names = set(tree.xpath("//@itemprop"))
    assert names >= {
        "title",
        "hiringOrganization",
        "datePosted",
        "validThrough",
        "jobLocation",
        "employmentType",
        "description",
    }
    assert page().xpath("//@itemprop") == []


def test_an_ad_is_edited_between_the_visits():
    edit = {"from": "2026-10-01", "title": "Nuovo titolo", "notice": "Questa posizione è stata coperta"}
    before, after = page(FIRST, edits=[edit]), page(SECOND, edits=[edit])
    assert (before.xpath("string(//h1)"), after.xpath("string(//h1)")) == (ROW["title"], "Nuovo titolo")
    assert (before.xpath("//*[@role='status']"), after.xpath("string(//*[@role='status'])")) == ([], edit["notice"])


def test_an_ad_is_listed_from_its_day_until_it_is_taken_down():
    row = ROW | {"gone_from": "2026-09-10"}
    statuses = [Board(date.fromisoformat(day), [row]).answer("/annunci/un-annuncio.html").status
                for day in ("2026-07-31", "2026-08-01", "2026-09-09", "2026-09-10")]  # fmt: skip
    assert statuses == [404, 200, 200, 404]


@pytest.mark.parametrize(
    "path", ["/annunci/mai-visto.html", "/annunci/../ads.jsonl", "/annunci/", "/ads.jsonl", "/style.css", ""]
)
def test_unknown_paths_are_404(path):
    assert Board(SECOND, [ROW]).answer(path).status == 404


@pytest.mark.parametrize("day", VISITS)
def test_index_and_sitemap_list_every_standing_ad(day):
    board = Board(day)
    links = html.fromstring(board.answer("/").body.decode()).xpath("//li/a/@href")
    assert sorted(links) == sorted(f"/annunci/{slug}.html" for slug in board.ads)
    tree = etree.fromstring(board.answer("/sitemap.xml").body)
    assert [loc.text for loc in tree.iter(f"{SITEMAP}loc")] == [
        f"https://{HOST}/annunci/{slug}.html" for slug in board.ads
    ]
    assert all(date.fromisoformat(mod.text) <= day for mod in tree.iter(f"{SITEMAP}lastmod"))


def test_lastmod_follows_edits():
    board = Board(
        SECOND, [ROW | {"edits": [{"from": "2026-10-01", "title": "x"}, {"from": "2026-12-01", "title": "y"}]}]
    )
    assert etree.fromstring(board.answer("/sitemap.xml").body).findtext(f".//{SITEMAP}lastmod") == "2026-10-01"


def test_the_feed_is_rss_2_with_the_newest_fifty():
    channel = etree.fromstring(Board(SECOND).answer("/feed.xml").body).find("channel")
    assert all(channel.findtext(tag) for tag in ("title", "link", "description"))
    items = channel.findall("item")
    dates = [parsedate_to_datetime(item.findtext("pubDate")) for item in items]
    assert len(items) == 50
    assert dates == sorted(dates, reverse=True)
    assert len({item.findtext("guid") for item in items}) == 50


def test_robots_names_the_sitemap():
    answer = Board(SECOND).answer("/robots.txt")
    assert (answer.status, answer.content_type) == (200, "text/plain")
    assert f"Sitemap: https://{HOST}/sitemap.xml" in answer.body.decode()


def test_it_is_served_over_http_under_its_host_only():
    with serve_board(Board(SECOND, [ROW])) as address:
        with urllib.request.urlopen(f"{address}/{HOST}/annunci/un-annuncio.html?utm=x") as response:
            assert response.headers["Content-Type"] == "text/html; charset=utf-8"
            assert "Ditta &amp; Figli" in response.read().decode()
        for path in (f"/{HOST}/nothing", "/altro.esempio.test/"):
            with pytest.raises(urllib.error.HTTPError, match="404"):
                urllib.request.urlopen(address + path)
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(address)


# What the shipped ads promise


def test_rows_are_whole_and_consistent():
    slugs = {row["slug"]: row for row in ROWS}
    assert len(slugs) == len(ROWS)
    for row in ROWS:
        assert set(row) == set(ROW)
        assert re.fullmatch(r"[a-z0-9-]+", row["slug"])
        assert row["label"] in LABELS
        assert row["markup"] in MARKUP
        assert row["skill_level"] in {0, 1, 2, 3}
        for key in ("repost_of", "near_duplicate_of"):
            if row[key]:
                assert slugs[row[key]]["date_posted"] < row["date_posted"]
                assert slugs[row[key]]["label"] == row["label"]
        if row["pay"]:
            assert row["pay"]["raw"].casefold() in f"{row['title']} {row['description']}".casefold()


def test_there_are_enough_of_each_kind():
    own = [row for row in ROWS if not row["repost_of"] and not row["near_duplicate_of"]]
    assert len(own) >= 140
    assert Counter(row["language"] for row in own)["it"] >= 85
    assert min(Counter(row["label"] for row in own).values()) >= 20
    months = Counter(row["date_posted"][:7] for row in ROWS)
    assert sorted(months) == [f"2026-{month:02}" for month in range(5, 12)]
    assert min(months.values()) >= 12
    assert set(MARKUP) == {row["markup"] for row in ROWS}
    assert sum(bool(row["repost_of"]) for row in ROWS) >= 5
    assert sum(bool(row["near_duplicate_of"]) for row in ROWS) >= 5


def test_the_board_changes_between_the_visits():
    first, second = Board(FIRST), Board(SECOND)
    assert len(set(first.ads) - set(second.ads)) >= 5
    assert len(set(second.ads) - set(first.ads)) >= 50
    changed = [
        slug for slug in set(first.ads) & set(second.ads) if first.ads[slug]["changed"] != second.ads[slug]["changed"]
    ]
    assert len(changed) >= 6
    assert sum(bool(ad["notice"]) for ad in second.ads.values()) >= 5
    assert any(ad["valid_through"] and ad["valid_through"] < SECOND.isoformat() for ad in second.ads.values())


@pytest.mark.parametrize("markup", MARKUP)
def test_the_crawler_reads_every_kind_of_page(markup):
    row = ROW | {
        "markup": markup,
        "title": "Cerco aiuto & consigli",
        "description": 'Una riga\nun\'altra\n\nServe:\n- una "penna"',
    }
    url = f"https://{HOST}/annunci/un-annuncio.html"
    (ad,) = postings_on_page(Board(SECOND, [row]).answer("/annunci/un-annuncio.html").body.decode(), url)
    assert (ad.title, ad.hiring_organization, ad.language) == (row["title"], "Ditta & Figli", "it")
    assert ad.description.split() == row["description"].split()
    assert (ad.date_posted, ad.valid_through, ad.job_location_type) == ("2026-08-01", "2026-12-01", "TELECOMMUTE")


@pytest.mark.parametrize("day", VISITS)
def test_the_crawler_reads_every_page_and_sees_who_is_over(day):
    board = Board(day)
    for slug, row in board.ads.items():
        url = f"https://{HOST}/annunci/{slug}.html"
        (ad,) = postings_on_page(board.answer(f"/annunci/{slug}.html").body.decode(), url)
        assert (ad.title, ad.url) == (row["title"], url)
        over = bool(row["notice"]) or (row["valid_through"] or "9999") < datetime.now(UTC).date().isoformat()
        assert (slug, ad.expired) == (slug, over)


def test_no_page_shows_the_label():
    board = Board(SECOND)
    for slug in board.ads:
        body = board.answer(f"/annunci/{slug}.html").body.decode()
        assert not any(label in body for label in LABELS)


def test_no_ad_shares_ten_words_in_a_row_with_the_corpus():
    known = {
        words
        for path in data_path("corpus").glob("*.jsonl")
        for line in path.open(encoding="utf-8")
        for words in _tens(json.loads(line))
    }
    assert known
    assert [row["slug"] for row in ROWS if not known.isdisjoint(_tens(row))] == []


def _tens(row):
    words = re.findall(r"\w+", f"{row['title']} {row['description']}".casefold())
    return [tuple(words[at : at + 10]) for at in range(len(words) - 9)]
