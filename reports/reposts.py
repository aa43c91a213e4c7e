"""Reposts: ads of the same poster with the same title and text; the earliest stands for the others."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Final

import numpy as np
import pandas as pd
from sqlalchemy import Connection, select

from crawler.store.schema import ads, versions

CHUNK: Final = 5_000
"""Texts fetched at a time."""


def find_reposts(connection: Connection, frame: pd.DataFrame) -> pd.Series:
    """Return for each ad the number of the ad of which it is a repost; NA where it is none.

    `frame` has the columns `ad_id`, `date`, `hiring_organization` and `title`. Only texts of ads whose poster and
    title stand more than once are fetched and compared.
    """
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
    query = select(ads.c.id, versions.c.description).join(versions, versions.c.id == ads.c.version_id)
    for start in range(0, len(ad_ids), CHUNK):
        chosen = query.where(ads.c.id.in_(ad_ids[start : start + CHUNK]))
        for ad_id, text in connection.execute(chosen):
            folded = " ".join(text.casefold().split())
            yield ad_id, hashlib.blake2b(folded.encode(errors="surrogatepass"), digest_size=16).digest()


def _folded(values: pd.Series) -> pd.Series:
    memory: dict[str, str] = {}
    return values.map(lambda text: memory.setdefault(text, " ".join(text.casefold().split()))).astype(object)
