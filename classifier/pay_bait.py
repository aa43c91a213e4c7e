"""Sums that an ad names but does not pay: hoped-for earnings beside commission only, placeholders in the pay line."""

from __future__ import annotations

import re
from typing import Final

from classifier.pay_choice import HOPE, Found
from classifier.pay_silent import is_commission_only

_PLACEHOLDER: Final = "placeholder"
"""The word by which a client takes back the sum that a marketplace made him enter."""
_OTE: Final = re.compile(r"\bote\b[ :(of]{0,6}$")
_REACH: Final = 12


def without_bait(found: list[Found], folded: str) -> list[Found]:
    """Return `found` (at least one) without what the ad does not pay: on commission only what may be earned (`up to`,
    OTE), and a pay line that the ad calls a placeholder.
    """  # noqa: D205 - one sentence over two lines
    if found[0].pay.source == "pay_line" and _PLACEHOLDER in folded:
        found = [item for item in found if item.pay.source != "pay_line"]
    bait = [
        item
        for item in found
        if (item.pay.min is None and HOPE.fullmatch(item.cue)) or is_ote(folded, item.pay.start, item.pay.end)
    ]
    if bait and is_commission_only(folded):
        return [item for item in found if item not in bait]
    return found


def is_ote(folded: str, start: int, end: int) -> bool:
    """Return whether `OTE` (on-target earnings) stands right before or behind a sum.

    >>> is_ote("ote $8k - $15k/mo", 4, 17), is_ote("$60k ote", 0, 4), is_ote("note: $60k", 6, 10)
    (True, True, False)
    """
    if "ote" not in folded[start - _REACH if start > _REACH else 0 : end + 4]:
        return False
    return folded.startswith(" ote", end) or _OTE.search(folded[max(0, start - _REACH) : start]) is not None
