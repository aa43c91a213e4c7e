"""Questions about lists: which items (skills, areas, cues, sectors) the ads of a group hold most."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

from reports.answer import label_sizes, tidy, with_shares
from reports.crosstabs import IN_SCOPE, LANGUAGES, crosstabs
from reports.suppression import TOTAL
from reports.table import HIDDEN


def most_held(
    frame: pd.DataFrame,
    kind: str,
    axis: str,
    most: int,
    telling: Callable[[str, str], bool] = lambda _item, _group: True,
) -> pd.DataFrame:
    """Return for each member of `axis` the `most` items held by most ads, with shares; hidden cells are left out.

    `telling` chooses the items (item, member of `axis`) that may be shown at all.
    """
    rows = with_shares(tidy(crosstabs(frame)[f"{kind}_by_{axis}"], kind, axis, _sizes(frame, axis)))
    rows = rows[~rows[f"ads{HIDDEN}"] & ~rows[f"of{HIDDEN}"] & rows["ads"].gt(0)]
    chosen = [telling(item, group) for item, group in zip(rows[kind], rows[axis], strict=True)]
    rows = rows[np.array(chosen, dtype=bool)]
    rows = rows.assign(_place=rows[axis].map(_PLACES)).sort_values(
        ["_place", "ads", kind], ascending=[True, False, True], kind="stable"
    )
    return rows.groupby("_place", sort=False).head(most).drop(columns="_place")


_PLACES = {name: place for place, name in enumerate([*IN_SCOPE, *LANGUAGES])}


def _sizes(frame: pd.DataFrame, axis: str) -> tuple[pd.Series, pd.Series]:
    if axis == "label":
        return label_sizes(frame)
    cells = crosstabs(frame)["pay_stated_by_language"]
    return cells.counts.sum(axis=1), cells.hidden[TOTAL].drop(TOTAL)
