"""From a store to a report, and the facts that stand in it."""

import json
from datetime import UTC, date, datetime

import pytest

from crawler.errors import ReportError
from crawler.store import open_store
from reports.evidence import with_evidence
from reports.load import count_stages, load_frame
from reports.make import Order, labelled, report_on, split
from reports.meta import make_meta
from tests.reports.made import fill_mixed, fill_store

CARD = {
    "key": "0123456789abcdef",
    "corpus": {"ads.jsonl": "00"},
    "validation": {"all": {"confusion": [[9, 1, 0, 0], [1, 9, 0, 0], [0, 0, 9, 1], [0, 0, 1, 9]]}},
}


@pytest.fixture
def store(tmp_path):
    """Forty ads of October and twenty of September, a repost, and three with dates that cannot be."""
    return fill_store(tmp_path / "ads.sqlite", "r")


def test_the_frame_of_a_store(store):
    """One row an ad; dates that cannot be are the day the ad was first seen; reposts stand behind the first."""
    frame = load_frame(store, "r").set_index("title")
    first_seen = datetime.now(UTC).date()

    assert 64 == len(frame)
    assert {"stored": 64, "in_search": 64} == count_stages(store, "r")
    for title in ("Assistente virtuale b", "Assistente virtuale c", "Assistente virtuale d"):
        assert abs((frame.loc[title, "date"].date() - first_seen).days) <= 1
    assert 1 == frame["duplicate_of"].notna().sum()
    assert [["adm.email"], []] == [frame["skills"].iloc[0], frame["sectors"].iloc[0]]
    assert frame["in_reports"].all()


def test_an_empty_store_has_an_empty_frame(tmp_path):
    """And no report: the error says what to do."""
    store = open_store(str(tmp_path / "empty.sqlite"))

    assert 0 == len(load_frame(store, "r"))
    with pytest.raises(ReportError, match=r"no ad to count .0 stored.; crawl first"):
        report_on(store, "r", CARD, Order(tmp_path / "out"), lambda _line: None)


def test_evidence_is_fetched_for_quotes(store):
    """It is empty until it is asked for."""
    frame = load_frame(store, "r")

    assert [] == frame["evidence"].iloc[0]
    assert "dal lunedì al venerdì 9-18" == with_evidence(store, frame)["evidence"].iloc[0][0]["text"]


def test_the_window_and_the_period_before(store, tmp_path):
    """October against September; without `compare`, or for all days, no period before."""
    frame = load_frame(store, "r")
    order = Order(tmp_path, first=date(2026, 10, 1), last=date(2026, 10, 31))
    window, previous = split(frame, order)

    assert (41, 20) == (len(window), len(previous))
    assert split(frame, Order(tmp_path, first=order.first, last=order.last, compare=False))[1] is None
    assert split(frame, Order(tmp_path))[1] is None
    meta = make_meta(window, CARD, count_stages(store, "r"), order, previous)
    assert (order.first, order.last, CARD["key"]) == (meta.first, meta.last, meta.model)
    assert (9, 1, 0, 0) == meta.confusion[0]


def test_decisions_are_taken_before_the_confusion(store, tmp_path):
    """A card that tells how many ads were left undecided is believed; a damaged one is not."""
    decisions = [[8, 1, 0, 0, 1]] * 4
    frame = load_frame(store, "r")
    for figures, first in (({"decisions": decisions}, (8, 1, 0, 0, 1)), ({"confusion": [[1, 2]]}, None), ({}, None)):
        meta = make_meta(frame, {"validation": {"all": figures}}, {}, Order(tmp_path))
        assert first == (meta.confusion[0] if meta.confusion else None)


def test_ads_drawn_and_labelled_correct_the_shares(tmp_path):
    """From a hundred of them on; before that, and in the tables of parts, the card's errors do."""
    store = fill_mixed(tmp_path / "mixed.sqlite", "r")
    queue = store.to_label("r", "anna", drawn=True)
    for drawn, note in ((queue[:99], "corrected"), (queue[99:120], "corrected_by_sample")):
        for version in drawn:
            store.give_label(version, "out_of_scope", "anna", drawn=True)
        report_on(store, "r", CARD, Order(tmp_path / "out", formats=("csv",)), lambda _line: None)
        tables = json.loads((tmp_path / "out" / "data" / "tables.json").read_text(encoding="utf-8"))
        notes = {table["name"]: table["notes"] for table in tables["tables"]}
        assert note in notes["labels"]
        assert "corrected" in notes["labels_by_source"]
    (rows,) = (table["rows"] for table in tables["tables"] if table["name"] == "labels")
    corrected = {row["label"]: row["corrected"] for row in rows}
    assert 1 == corrected["out_of_scope"]


def test_only_ads_that_count_and_were_drawn_are_a_sample(store):
    """Not a repost, not an ad of other days, not one that doubt chose."""
    frame = load_frame(store, "r")
    for version in store.to_label("r", "anna"):
        store.give_label(version, "out_of_scope", "anna")
    assert labelled(store, frame) is None

    for version in store.to_label("r", "anna", drawn=True):
        store.give_label(version, "open_employment", "anna", drawn=True)
    october = split(frame, Order(None, first=date(2026, 10, 1), last=date(2026, 10, 31)))[0]
    sample = labelled(store, october)
    assert (41, 40) == (len(october), len(sample))
    assert {("disguised_employment", "open_employment")} == set(sample.itertuples(index=False, name=None))


def test_a_whole_report(store, tmp_path):
    """Tables as data, in both languages; a line of progress."""
    said = []
    files = report_on(store, "r", CARD, Order(tmp_path / "out", formats=("csv",), first=date(2026, 10, 1)), said.append)
    tables = json.loads((tmp_path / "out" / "data" / "tables.json").read_text(encoding="utf-8"))

    assert said[0].startswith("counting 4")
    assert files
    assert "labels" in json.dumps(tables)
