"""The finer kind of a verdict, told from the indicators found (CODEBOOK.md §2, sub-types)."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from classifier.cues import INDICATORS

_OUT_OF_SCOPE: Final = (
    ("fee_to_start", "scam"),
    ("mlm_task_scam", "scam"),
    ("course_promo", "course"),
    ("self_advert", "self_advert"),
    ("not_an_ad", "not_an_ad"),
)
"""The first gate that stands in the text decides."""


def find_subtype(label: str, stated: Collection[str]) -> str | None:
    """Return the sub-type of `label`, or None where the indicators `stated` in the ad, each once, show none.

    `disguised_employment` is `microwork` when low-skill content outweighs control, else `control`;
    `out_of_scope` follows its gates, else it is another trade's job.
    """
    if label == "disguised_employment":
        directions = [INDICATORS[name].direction for name in stated]
        menial, control = directions.count("D"), directions.count("E")
        if not menial and not control:
            return None
        return "microwork" if menial > control else "control"
    if label == "out_of_scope":
        return next((subtype for gate, subtype in _OUT_OF_SCOPE if gate in stated), "other_job")
    return None
