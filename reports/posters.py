"""Groups of ads that are mostly one poster's: their figures would be that poster's, not those of the ads seen."""

from __future__ import annotations

from typing import Final

import pandas as pd

MOST: Final = 0.5
"""Where a named poster has more than this share of a group's ads, no amount of the group is told."""


def mostly_one(posters: pd.Series) -> bool:
    """Tell whether one named poster has more than half of the ads; `posters` are names, empty where unknown.

    Capitals and blanks around a name do not make it another. Unknown posters are taken for different ones.
    """
    counts = posters.astype(str).value_counts()
    names = counts.index.str.strip().str.casefold()
    named = counts[names != ""].groupby(names[names != ""]).sum()
    return bool(len(named)) and bool(named.max() > MOST * len(posters))
