"""Every source, by name: a new one is tested before anyone writes a test."""

import json
import subprocess
import sys

import pytest

from crawler.ad import Ad
from crawler.base_spiders.base import Call
from crawler.config import Config, load_config
from crawler.errors import SourceError
from crawler.paths import data_path
from crawler.source_check import problems
from crawler.source_samples import FOLDER, brief, expected_path, read_sample, sample_ads, sample_path
from crawler.sources import card, cards, in_reports, make_source, source_classes

NAMES = tuple(source_classes())
KEYS = {key for each in cards() for key in each.key}
ON_BY_DEFAULT = {
    "remotive", "remoteok", "weworkremotely", "jobicy", "himalayas", "workingnomads", "arbeitnow", "themuse", "hackernews",
}  # fmt: skip
BOARDS = {
    "greenhouse", "lever", "ashby", "recruitee", "personio", "teamtailor", "smartrecruiters", "workable", "wpjobmanager",
    "wpjobfeed", "feed",
}  # fmt: skip


def made(name):
    """Return a source with the board of its sample."""
    return make_source(name, Config(boards={name: ("https://board.test/",)}))


def test_the_sources_there_are():
    """Nine are on by default, eleven take boards, three need a key."""
    assert {each.name for each in cards() if each.default_on} == ON_BY_DEFAULT
    assert {each.name for each in cards() if each.boards} == BOARDS
    assert {each.name for each in cards() if each.key} == {"adzuna", "freelancer", "jooble"}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_wrong(name):
    """Card, file, settings and sample hold together."""
    assert problems(name, load_config(data_path("verava.toml"))) == []


@pytest.mark.parametrize("name", NAMES)
def test_sample_gives_the_expected_ads(name):
    """Each field of the sample is mapped as expected."""
    expected = json.loads(expected_path(name).read_text(encoding="utf-8"))

    assert [brief(ad) for ad in sample_ads(name)] == expected


@pytest.mark.parametrize("name", NAMES)
def test_calls(name, monkeypatch):
    """A visit begins with addresses that are whole: keys and boards filled in."""
    for key in KEYS:
        monkeypatch.setenv(key, "k123")
    calls = made(name).calls()

    assert calls
    for call in calls:
        assert call.url.startswith("https://")
        assert "{" not in call.url


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "body", [b"", b"<!doctype html><p>Errore</p>", b'{"jobs": [', b'{"error": "no"}', b"null", b"\xff\xfe", b"[" * 5000]
)
def test_bad_answers(name, body):
    """An answer that is not what the source promises is an error that names the source, and nothing else."""
    with pytest.raises(SourceError, match=name):
        list(made(name).read(body, Call("https://board.test/", "board.test")))


@pytest.mark.parametrize("name", NAMES)
def test_cut_off_answers(name):
    """An answer that breaks off is an error, wherever it does; it never passes for a shorter list."""
    whole = sample_path(name).read_bytes().rstrip()
    for size in range(1, len(whole) - 1, max(1, len(whole) // 40)):
        with pytest.raises(SourceError, match=name):
            list(made(name).read(whole[:size], Call("https://board.test/", "board.test", item={})))


LISTS = [name for name in NAMES if sample_path(name).suffix == ".json" and name not in {"smartrecruiters", "workable"}]


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("bad", ["boh", {"x": 1}, None, {"url": 3, "title": []}])
def test_one_bad_item_costs_one_item(name, bad):
    """An item of another shape is dropped, or is no ad; the others are read."""
    payload = json.loads(sample_path(name).read_text(encoding="utf-8"))
    items = payload
    for key in source_classes()[name].path:
        items = items[key]
    items.append(bad)
    asked = Call("https://board.test/", "61000")
    found = list(made(name).read(json.dumps(payload).encode(), asked))

    assert [item for item in found if isinstance(item, Ad)] == [
        item for item in made(name).read(sample_path(name).read_bytes(), asked) if isinstance(item, Ad)
    ]


def test_all_bad_items_are_an_error():
    """When none of the items can be read, the source has changed, and the error says so."""
    with pytest.raises(SourceError, match="none of 2 items could be read"):
        list(make_source("remotive").read(b'{"jobs": [{"x": 1}, {"x": 2}]}', Call("https://remotive.com/")))


def test_unknown_name():
    """An unknown name is answered with the known ones."""
    with pytest.raises(SourceError, match="no source is called 'linkedin'; there are: adzuna, arbeitnow"):
        card("linkedin")


def test_missing_key_and_boards():
    """A source that needs a key or boards says what to set."""
    with pytest.raises(SourceError, match="set ADZUNA_APP_ID"):
        make_source("adzuna").calls()
    with pytest.raises(SourceError, match=r"no boards are set.*\[boards\] greenhouse"):
        make_source("greenhouse").calls()


def test_reports():
    """What forbids published figures stays out of them, unless the user states a licence."""
    assert in_reports("remotive")
    assert in_reports("annunci.esempio.test")
    assert not in_reports("adzuna")
    assert in_reports("adzuna", ["adzuna"])


def test_licences_of_the_settings(tmp_path, monkeypatch):
    """A licence stated in the settings counts."""
    (tmp_path / "verava.toml").write_text('licences = ["adzuna"]')
    monkeypatch.chdir(tmp_path)

    assert in_reports("adzuna")
    assert not in_reports("jooble")


def test_cards_are_quick():
    """Listing cards imports neither Scrapy nor the HTML of it."""
    code = "import sys; from crawler.sources import cards; cards(); print([m for m in ('scrapy', 'twisted', 'ftfy', 'pandas') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_no_personal_data():
    """Nothing of the people, mailboxes and addresses in the samples is in the ads."""
    text = json.dumps([brief(ad) for name in NAMES for ad in sample_ads(name)], ensure_ascii=False)

    for private in (
        "Persona Vera",
        "@studio",
        "@bakery",
        "@bottega",
        "192.0.2",
        "MTkyLjAuMi",
        "mention the word",
        "owner",
        "candidature",
        "hirer",
    ):
        assert private not in text, private


def test_samples_are_whole():
    """No sample is left without a source."""
    stems = {path.name.split(".")[0] for path in FOLDER.iterdir()} - {"boards"}

    assert stems == set(NAMES)


MIRROR = {
    "remotive": ("remotive.json", 4), "remoteok": ("remoteok.json", 4), "weworkremotely": ("weworkremotely.rss", 4),
    "jobicy": ("jobicy.json", 20), "himalayas": ("himalayas.json", 3), "workingnomads": ("workingnomads.json", 4),
    "arbeitnow": ("arbeitnow.json", 3), "themuse": ("themuse.json", 4), "adzuna": ("adzuna_it.json", 2),
    "freelancer": ("freelancer.json", 1), "greenhouse": ("greenhouse.json", 2), "lever": ("lever.json", 2),
    "ashby": ("ashby.json", 2), "recruitee": ("recruitee.json", 2), "personio": ("personio.xml", 1),
    "teamtailor": ("teamtailor.json", 2), "workable": ("workable.json", 1), "wpjobmanager": ("wpjm_rest.json", 2),
    "wpjobfeed": ("wpjm_feed.rss", 5), "feed": ("wpjm_feed.rss", 5),
}  # fmt: skip
"""Source → an answer that a source really gave, and how many ads it holds (Workable: one job in two places)."""


@pytest.mark.parametrize("name", MIRROR)
def test_real_answers(name, shared):
    """Real answers are read whole: no item is dropped, no text is spoilt, no contact is left."""
    file, count = MIRROR[name]
    body = (shared / "mirror" / "payloads" / file).read_bytes()
    found = list(made(name).read(body, Call("https://board.test/", "https://board.test/")))
    ads = [item for item in found if isinstance(item, Ad)]

    assert len(ads) == count
    for ad in ads:
        assert ad.title
        assert ad.date_posted
        assert "Ã" not in ad.description
        assert "â\x80" not in ad.description
        assert "mention the word" not in ad.description
        assert "<p>" not in ad.description


def test_sample_reads(tmp_path):
    """A sample that is missing says what to write."""
    with pytest.raises(SourceError, match=r"no sample; write .*remotive\.json"):
        read_sample("remotive", tmp_path)
