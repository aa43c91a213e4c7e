"""Reposts, copies and city lists: the earliest stands for the others.

Up to `NEAR` ads, texts that differ a little are compared (`crawler.duplicates`); beyond, only ads of the same poster
with the same title and text are found, for which a report of a million ads can wait.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Final

import numpy as np
import pandas as pd
from sqlalchemy import Connection, select

from crawler.duplicates import DuplicateRow, find_duplicates
from crawler.store.schema import ads, versions

CHUNK: Final = 5_000
"""Texts fetched at a time."""
NEAR: Final = 100_000
"""Ads up to which near-duplicates are looked for: about 0.2 ms of processor each (benchmarks/duplicates.py)."""


def find_reposts(connection: Connection, frame: pd.DataFrame) -> pd.Series:
    """Return for each ad the number of the ad of which it is a repost; NA where it is none.

    `frame` has the columns `ad_id`, `date`, `hiring_organization`, `title` and `url`.
    """
    if len(frame) > NEAR:
        return _exact(connection, frame)
    texts = dict(_texts(connection, frame["ad_id"].tolist()))
    days = frame["date"].dt.strftime("%Y-%m-%d").fillna("")
    columns = (frame["ad_id"], frame["title"], frame["hiring_organization"], frame["url"], days)
    found = find_duplicates(
        DuplicateRow(int(ad_id), title, organization, texts.get(ad_id, ""), url, day)
        for ad_id, title, organization, url, day in zip(*columns, strict=True)
    )
    stands = frame["ad_id"].map(found)
    return stands.where(stands != frame["ad_id"]).astype("Int64")


def _exact(connection: Connection, frame: pd.DataFrame) -> pd.Series:
    """Return reposts alike to the letter; only texts whose poster and title stand more than once are fetched."""
    head = _folded(frame["hiring_organization"]) + "\0" + _folded(frame["title"])
    codes, _ = pd.factorize(head)
    several = np.bincount(codes)[codes] > 1 if len(codes) else np.zeros(0, dtype=bool)
    result = pd.Series(pd.NA, index=frame.index, dtype="Int64")
    if not several.any():
        return result
    alike = frame.loc[several, ["ad_id", "date"]].assign(head=codes[several])
    texts = dict(text_hashes(connection, alike["ad_id"].tolist()))
    alike["text"] = alike["ad_id"].map(texts)
    ordered = alike.sort_values(["date", "ad_id"], kind="stable")
    first = ordered.groupby(["head", "text"], sort=False)["ad_id"].transform("first")
    reposts = first[first != ordered["ad_id"]]
    result.loc[reposts.index] = reposts
    return result


def text_hashes(connection: Connection, ad_ids: list[int]) -> Iterator[tuple[int, bytes]]:
    """Yield (number of the ad, hash of its text, case and white space aside) of the current versions."""
    for ad_id, text in _texts(connection, ad_ids):
        folded = " ".join(text.casefold().split())
        yield ad_id, hashlib.blake2b(folded.encode(errors="surrogatepass"), digest_size=16).digest()


def _texts(connection: Connection, ad_ids: list[int]) -> Iterator[tuple[int, str]]:
    query = select(ads.c.id, versions.c.description).join(versions, versions.c.id == ads.c.version_id)
    for start in range(0, len(ad_ids), CHUNK):
        chosen = query.where(ads.c.id.in_(ad_ids[start : start + CHUNK]))
        yield from ((ad_id, text) for ad_id, text in connection.execute(chosen))


def _folded(values: pd.Series) -> pd.Series:
    memory: dict[str, str] = {}
    return values.map(lambda text: memory.setdefault(text, " ".join(text.casefold().split()))).astype(object)
