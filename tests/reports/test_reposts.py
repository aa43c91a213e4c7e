"""Which ads of a store stand for others: nearly alike up to a limit, alike to the letter beyond."""

import pandas as pd
import pytest
from sqlalchemy import select

from crawler.ad import Ad
from crawler.board import load_rows
from crawler.store import open_store
from crawler.store.schema import ads
from reports import reposts


@pytest.fixture(scope="module")
def stored(tmp_path_factory):
    """Return a store with the sample board's ads as they were first published, and the frame that speaks of them."""
    store = open_store(str(tmp_path_factory.mktemp("store") / "ads.sqlite"))
    rows = load_rows()
    url = "https://bacheca.esempio.test/{}".format
    store.save(
        store.start_run("board"),
        [
            Ad("board", url(row["slug"]), row["slug"], row["title"], row["description"], row["hiring_organization"])
            for row in rows
        ],
    )
    with store.engine.connect() as connection:
        number = dict(connection.execute(select(ads.c.url, ads.c.id)).all())
    frame = pd.DataFrame(
        {
            "ad_id": [number[url(row["slug"])] for row in rows],
            "date": pd.to_datetime([row["date_posted"] for row in rows]),
            "hiring_organization": [row["hiring_organization"] for row in rows],
            "title": [row["title"] for row in rows],
            "url": [url(row["slug"]) for row in rows],
        }
    )
    return store, frame, {number[url(row["slug"])]: row for row in rows}, number


def found(stored, frame):
    with stored[0].engine.connect() as connection:
        result = reposts.find_reposts(connection, frame)
    assert result.dtype == "Int64"
    return {ad: first for ad, first in zip(frame["ad_id"], result, strict=True) if first is not pd.NA}


def truth(stored, *keys):
    _, _, rows, number = stored
    origin = {ad: next((row[key] for key in keys if row[key]), None) for ad, row in rows.items()}
    return {ad: number[f"https://bacheca.esempio.test/{slug}"] for ad, slug in origin.items() if slug}


def test_reposts_and_near_duplicates_stand_behind_the_earliest(stored):
    assert found(stored, stored[1]) == truth(stored, "repost_of", "near_duplicate_of")


def test_beyond_the_limit_older_ads_must_be_alike_to_the_letter(stored, monkeypatch):
    monkeypatch.setattr(reposts, "NEAR", 0)
    assert found(stored, stored[1]) == truth(stored, "repost_of")


def test_the_newest_ads_are_compared_however_many_there_are(stored, monkeypatch):
    """All but the oldest ad: what is found is what is found in all, the oldest one's own near-duplicates aside."""
    frame = stored[1]
    monkeypatch.setattr(reposts, "NEAR", len(frame) - 1)
    oldest = frame.sort_values(["date", "ad_id"])["ad_id"].iloc[0]
    wanted = truth(stored, "repost_of", "near_duplicate_of")

    assert oldest not in wanted.values()
    assert found(stored, frame) == wanted


def test_a_chain_of_copies_is_one_cluster():
    """1 and 2 are alike to the letter, 2 and 3 nearly: all three stand behind the oldest, whichever number it has."""
    frame = pd.DataFrame(
        {"ad_id": [1, 2, 3, 4], "date": pd.to_datetime(["2026-03-01", "2026-02-01", "2026-01-01", "2026-01-01"])}
    )
    exact = pd.Series([2, pd.NA, pd.NA, pd.NA], dtype="Int64")
    near = pd.Series([pd.NA, 3, pd.NA, pd.NA], dtype="Int64")

    assert [3, 3, pd.NA, pd.NA] == reposts._joined(frame, exact, near).tolist()


@pytest.mark.parametrize("limit", [0, 10])
def test_without_ads_nothing_is_found(stored, monkeypatch, limit):
    monkeypatch.setattr(reposts, "NEAR", limit)
    assert found(stored, stored[1].iloc[:0]) == {}


def test_an_ad_without_a_date_comes_last(stored):
    frame = stored[1].copy()
    ad, first = next(iter(truth(stored, "repost_of").items()))
    frame.loc[frame["ad_id"] == first, "date"] = pd.NaT
    assert found(stored, frame[frame["ad_id"].isin([ad, first])]) == {first: ad}
