"""Groups into which the ads are put: periods, sources, series of pay, bands of hours, areas of skill."""

from __future__ import annotations

import json
from functools import cache
from typing import Final

import numpy as np
import pandas as pd

from crawler.paths import data_path

MOST_PERIODS: Final = 24
"""More months than this are shown as quarters; more quarters as years."""
MOST_SOURCES: Final = 15
"""Sources shown by name; the smaller ones are put together as `OTHER`."""
LEAST_POSTERS: Final = 3
"""Fewer named posters than this would be named by naming their source."""
OTHER: Final = "other"
"""Name of the sources put together."""

HOURS: Final = ("full", "some", "few", "not_told")
"""Bands of hours a week: 30 and more, more than 20 and fewer than 30, at most 20, not told."""
FULL_HOURS: Final = 30
"""From this many hours a week on, most of a working week is asked."""
FEW_HOURS: Final = 20
"""Up to this many hours a week, few are asked."""
PAY_STATED: Final = ("stated", "not_stated")
"""Whether an ad says what it pays."""
FEE_ASKED: Final = ("asked", "not_asked")
"""Whether an ad asks money from the worker."""
NO_SUM: Final = "none"
"""Stands for the currency of money asked of which no sum is stated."""
LEVELS: Final = ("0", "1", "2", "3", "none")
"""Levels of skill, as text; `none` where the ad tells none."""
SEPARATOR: Final = "|"
"""Stands between the parts of a compound key, such as `label|basis`."""


def periods(days: pd.Series) -> pd.Series:
    """Return the period of each day as an ordered category: `YYYY-MM`, or `YYYY-Qn`, or `YYYY` for long windows."""
    months = days.to_numpy().astype("datetime64[M]").astype(np.int64)
    for size in (1, 3, 12):
        numbers = months // size
        low, high = (int(numbers.min()), int(numbers.max())) if len(numbers) else (0, -1)
        if high - low < MOST_PERIODS or size == 12:  # noqa: PLR2004 - a year is the longest period
            names = [_period(number, size) for number in range(low, high + 1)]
            codes = pd.Categorical.from_codes((numbers - low).tolist(), pd.Index(names), ordered=True)
            return pd.Series(codes, index=days.index)
    raise AssertionError("unreachable")


def _period(number: int, size: int) -> str:
    month = number * size
    year = 1970 + month // 12
    return {1: f"{year}-{month % 12 + 1:02d}", 3: f"{year}-Q{month % 12 // 3 + 1}", 12: f"{year}"}[size]


def main_sources(sources: pd.Series, posters: pd.Series) -> pd.Series:
    """Return the sources; those beyond the `MOST_SOURCES` with most ads, and those of hardly any poster, as `OTHER`.

    A source with fewer than `LEAST_POSTERS` named posters is likely a company's own site: its name would name them.
    """
    names, told = sources.astype(str), posters.astype(str).str.strip().str.casefold()
    different = told[told != ""].groupby(names[told != ""]).nunique()
    own = set(different.index[different < LEAST_POSTERS])
    counts = names[~names.isin(own)].value_counts()
    order = sorted(counts.index, key=lambda name: (-counts[name], name))
    return names.where(names.isin(order[:MOST_SOURCES]), OTHER)


def hours_band(hours: pd.Series, indicators: pd.Series) -> pd.Series:
    """Return the band of hours an ad asks: by its hours a week, else by the codebook's cues, of which a full load wins.

    The cues tell of ads that say `poche ore` or `tempo pieno` without a number.
    """
    week = hours.to_numpy(dtype=float)
    told = ~np.isnan(week)
    full = indicators.map(lambda found: "full_time_load" in found).to_numpy(dtype=bool)
    few = indicators.map(lambda found: "part_time_few_hours" in found).to_numpy(dtype=bool)
    by_cues = np.where(full, 0, np.where(few, 2, 3))
    by_hours = np.where(week >= FULL_HOURS, 0, np.where(week > FEW_HOURS, 1, 2))
    codes = np.where(told, by_hours, by_cues)
    return pd.Series(pd.Categorical.from_codes(codes.tolist(), pd.Index(HOURS)), index=indicators.index)


def states_pay(ads: pd.DataFrame) -> pd.Series:
    """Return whether an ad states an amount of pay, in whatever unit."""
    return ads["pay_min"].notna() | ads["pay_max"].notna()


def fees_read(ads: pd.DataFrame) -> bool:
    """Return whether it is known of all ads if they ask money: readings of an older VeraVA do not tell."""
    return bool((ads["fee_kind"] != "").all())


def fee_currency(ads: pd.DataFrame) -> pd.Series:
    """Return the currency of the money asked, `NO_SUM` where no sum is stated or its currency is unknown."""
    stated = (ads["fee_min"].notna() | ads["fee_max"].notna()) & (ads["fee_currency"] != "")
    return ads["fee_currency"].astype(str).where(stated, NO_SUM)


def level_text(levels: pd.Series) -> pd.Series:
    """Return levels of skill as members of `LEVELS`."""
    codes = levels.fillna(4).to_numpy(dtype=np.int64)
    return pd.Series(pd.Categorical.from_codes(codes.tolist(), pd.Index(LEVELS)), index=levels.index)


def joined(*parts: pd.Series) -> pd.Series:
    """Return compound keys, parts apart by `SEPARATOR`."""
    first, *rest = (part.astype(str) for part in parts)
    for part in rest:
        first = first + SEPARATOR + part
    return first


def areas(skills: pd.Series) -> pd.Series:
    """Return the areas of each list of skills, each once, sorted."""
    known = _areas()
    memory: dict[tuple[str, ...], tuple[str, ...]] = {}

    def found(ids: list[str]) -> tuple[str, ...]:
        key = tuple(ids)
        if key not in memory:
            memory[key] = tuple(sorted({known[name] for name in key if name in known}))
        return memory[key]

    return skills.map(found)


@cache
def _areas() -> dict[str, str]:
    entries = json.loads(data_path("skills", "skills.json").read_text(encoding="utf-8"))
    return {entry["id"]: entry["area"] for entry in entries}
