"""Reposts, copies and city lists: the earliest stands for the others.

In the `NEAR` newest ads, texts that differ a little are compared (`crawler.duplicates`). In older ones only ads of the
same poster with the same title and text are found: so a report of a million ads costs the comparison of the newest and
a little for each of the others, and an ad more never makes it another report.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Final

import numpy as np
import pandas as pd
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from sqlalchemy import Connection, select

from crawler.duplicates import DuplicateRow, find_duplicates
from crawler.store.schema import ads, versions

CHUNK: Final = 5_000
"""Texts fetched at a time."""
NEAR: Final = 100_000
"""The newest ads, in which near-duplicates are looked for: about 0.3 ms each (benchmarks/report.py)."""


def find_reposts(connection: Connection, frame: pd.DataFrame) -> pd.Series:
    """Return for each ad the number of the ad of which it is a repost; NA where it is none.

    `frame` has the columns `ad_id`, `date`, `hiring_organization`, `title` and `url`.
    """
    newest = frame[["date", "ad_id"]].sort_values(["date", "ad_id"]).tail(NEAR).index
    near = _near(connection, frame.loc[newest.sort_values()])
    return near if len(frame) <= NEAR else _joined(frame, _exact(connection, frame), near)


def _near(connection: Connection, frame: pd.DataFrame) -> pd.Series:
    """Return reposts whose words may differ a little."""
    texts = dict(_texts(connection, frame["ad_id"].tolist()))
    days = frame["date"].dt.strftime("%Y-%m-%d").fillna("")
    columns = (frame["ad_id"], frame["title"], frame["hiring_organization"], frame["url"], days)
    found = find_duplicates(
        DuplicateRow(int(ad_id), title, organization, texts.get(ad_id, ""), url, day)
        for ad_id, title, organization, url, day in zip(*columns, strict=True)
    )
    stands = frame["ad_id"].map(found)
    return stands.where(stands != frame["ad_id"]).astype("Int64")


def _joined(frame: pd.DataFrame, *found: pd.Series) -> pd.Series:
    """Return the reposts of all kinds together: ads that a chain of them ties are one cluster."""
    ordered = frame[["ad_id", "date"]].sort_values(["date", "ad_id"], kind="stable")
    links = pd.concat([each.dropna() for each in found])
    ids = pd.Index(ordered["ad_id"])
    ends = ids.get_indexer(frame.loc[links.index, "ad_id"]), ids.get_indexer(links.astype("int64"))
    graph = coo_matrix((np.ones(len(links), dtype=np.int8), ends), shape=(len(ids), len(ids)))
    _, part = connected_components(graph, directed=False)
    first = ordered["ad_id"].groupby(part, sort=False).transform("first")
    return first.where(first != ordered["ad_id"]).astype("Int64").reindex(frame.index)


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
