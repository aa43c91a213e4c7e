"""The words that told: fetched only for the ads from which quotes may be taken."""

from __future__ import annotations

import json
from itertools import chain
from typing import Any, Final

import numpy as np
import pandas as pd
from sqlalchemy import Text, cast, select

from crawler.store import Store
from crawler.store.schema import ads, readings

NEWEST: Final = 120
"""Newest ads of each label and indicator whose evidence is fetched."""
CHUNK: Final = 500
"""Ads fetched at a time."""


def with_evidence(store: Store, frame: pd.DataFrame) -> pd.DataFrame:
    """Return `frame` with `evidence` filled in for the `NEWEST` ads of each label and indicator."""
    ids = newest(frame)["ad_id"].tolist()
    query = select(ads.c.id, cast(readings.c.evidence, Text)).join(readings, readings.c.version_id == ads.c.version_id)
    found: dict[int, list[dict[str, Any]]] = {}
    with store.engine.connect() as connection:
        for start in range(0, len(ids), CHUNK):
            rows = connection.execute(query.where(ads.c.id.in_(ids[start : start + CHUNK])))
            found |= {ad_id: json.loads(text) if text else [] for ad_id, text in rows}
    evidence = [found.get(ad_id, old) for ad_id, old in zip(frame["ad_id"], frame["evidence"], strict=True)]
    return frame.assign(evidence=pd.Series(evidence, index=frame.index, dtype="object"))


def newest(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that are among the `NEWEST` of their label and one of their indicators."""
    ordered = frame[["ad_id", "date", "label", "indicators"]].sort_values(["date", "ad_id"], ascending=[False, True])
    lengths = ordered["indicators"].map(len).to_numpy(dtype=np.int64)
    flat = np.fromiter(chain.from_iterable(ordered["indicators"]), dtype=object, count=int(lengths.sum()))
    row = np.repeat(np.arange(len(ordered)), lengths)
    label = np.repeat(pd.factorize(ordered["label"])[0], lengths)
    pairs = pd.DataFrame({"label": label, "indicator": pd.factorize(flat)[0]})
    rank = pairs.groupby(["label", "indicator"], sort=False).cumcount().to_numpy()
    return ordered.iloc[np.unique(row[rank < NEWEST])]
