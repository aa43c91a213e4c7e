"""Which ads count: allowed in figures, each once, and no poster more often than the others' voices bear."""

from __future__ import annotations

from typing import Final

import numpy as np
import pandas as pd

EMPLOYER_CAP: Final = 3
"""Most ads of one poster that count in a month and label, so that no single voice makes the figure."""

COUNTED: Final = "counted"
"""Column that `prepare` adds: True for ads that count."""


def allowed(frame: pd.DataFrame) -> pd.Series:
    """Return which ads come from sources whose terms allow published figures."""
    return frame["in_reports"].astype(bool)


def unique(frame: pd.DataFrame) -> pd.Series:
    """Return which ads are allowed and no repost of an allowed one that `frame` holds; the earliest one counts."""
    ok = allowed(frame)
    stands_for = frame["duplicate_of"].fillna(frame["ad_id"]).where(ok)
    several = ok & stands_for.duplicated(keep=False)
    alike = frame.loc[several, ["date", "ad_id"]].assign(key=stands_for[several]).sort_values(["date", "ad_id"])
    reposts = alike.index[alike["key"].duplicated().to_numpy()]
    result = ok.to_numpy(copy=True)
    result[frame.index.get_indexer(reposts)] = False
    return pd.Series(result, index=frame.index)


def counted(frame: pd.DataFrame) -> pd.Series:
    """Return which ads count in every table: allowed, unique, at most `EMPLOYER_CAP` a poster, month and label."""
    if COUNTED in frame:
        return frame[COUNTED]
    kept = unique(frame)
    named = kept & (frame["hiring_organization"].fillna("").astype(str).str.strip() != "")
    few = frame.loc[named, ["ad_id", "date", "label", "hiring_organization"]]
    few = few.sort_values(["date", "ad_id"], kind="stable")
    poster = pd.factorize(few["hiring_organization"].astype(str).str.strip().str.casefold())[0]
    codes = pd.factorize(few["label"])[0]
    rank = few.assign(poster=poster, month=month_number(few["date"]), code=codes).groupby(
        ["poster", "month", "code"], sort=False
    ).cumcount()  # fmt: skip
    beyond = rank.index[rank.to_numpy() >= EMPLOYER_CAP]
    result = kept.to_numpy(copy=True)
    result[frame.index.get_indexer(beyond)] = False
    return pd.Series(result, index=frame.index, name=COUNTED)


def prepare(frame: pd.DataFrame) -> pd.DataFrame:
    """Return `frame` with the column `counted`, so that questions need not work it out again."""
    return frame if COUNTED in frame else frame.assign(**{COUNTED: counted(frame)})


def month_number(days: pd.Series) -> np.ndarray:
    """Return months since January 1970 as whole numbers."""
    return days.to_numpy().astype("datetime64[M]").astype(np.int64)
