"""The finer kind of a verdict, told from the indicators found (CODEBOOK.md §2, sub-types)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from classifier.cues import INDICATORS, Cue

_OUT_OF_SCOPE: Final = (
    ("fee_to_start", "scam"),
    ("mlm_task_scam", "scam"),
    ("course_promo", "course"),
    ("self_advert", "self_advert"),
    ("not_an_ad", "not_an_ad"),
)
"""The first gate that stands in the text decides."""


def find_subtype(label: str, cues: Sequence[Cue]) -> str | None:
    """Return the sub-type of `label`, or None where the cues show none.

    `disguised_employment` is `microwork` when low-skill content outweighs control, else `control`;
    `out_of_scope` follows its gates, else it is another trade's job.
    """
    stated = {cue.indicator for cue in cues if not cue.negated}
    if label == "disguised_employment":
        directions = Counter(INDICATORS[name].direction for name in stated)
        if not directions["D"] and not directions["E"]:
            return None
        return "microwork" if directions["D"] > directions["E"] else "control"
    if label == "out_of_scope":
        return next((subtype for gate, subtype in _OUT_OF_SCOPE if gate in stated), "other_job")
    return None
