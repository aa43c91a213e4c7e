"""The labels, and what they mean.

The rule is CODEBOOK.md's: form of the contract × control over time, method and price.
"""

from typing import Final, Literal

Label = Literal["genuine_freelance", "disguised_employment", "open_employment", "out_of_scope"]
Verdict = Literal["genuine_freelance", "disguised_employment", "open_employment", "out_of_scope", "uncertain"]

LABELS: Final[tuple[Label, ...]] = (
    "genuine_freelance",
    "disguised_employment",
    "open_employment",
    "out_of_scope",
)
"""The four labels, in the order in which tables and charts show them."""

UNCERTAIN: Final = "uncertain"
"""A prediction only: the reader declines to decide."""

SUBTYPES: Final = ("control", "microwork", "scam", "course", "self_advert", "not_an_ad", "other_job")
"""Finer kinds of `disguised_employment` (the first two) and of `out_of_scope`; None where neither is shown."""
