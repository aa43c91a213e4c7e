"""Hours of work that an ad states: a day, week, month or shift."""

from __future__ import annotations

from dataclasses import dataclass

import re2

from classifier.text import fold


@dataclass(frozen=True, slots=True)
class Hours:
    """Stated hours of work."""

    min: float
    """Least hours a period."""
    max: float
    """Most hours a period."""
    period: str
    """`day`, `week`, `month` or `shift`."""
    start: int = 0
    """Offset of the first character."""
    end: int = 0
    """Offset behind the last character."""
    full_time: bool = False
    """True when full time is stated without a number."""


_STATED = re2.compile(
    r"\b(\d{1,3})(?:\s?(?:-|to|a|o|or)\s?(\d{1,3}))?\+?\s?-?(?:hours?|hrs?|ore|h)\b\.?\s?"
    r"(?:per|a|al|alla|/|each|every)?\s?(day|giorno|giornalier[ei]|week|wk|weekly|settiman[ae]|settimanal[ei]|"
    r"month|mese|mensil[ei])\b"
)


def find_hours(text: str) -> Hours | None:
    """Return the hours of work stated in `text`, or None."""
    match = _STATED.search(fold(text))
    if match is None:
        return None
    low = float(match.group(1))
    word = match.group(3)
    period = "day" if word[0] in "dg" else "month" if word[0] == "m" else "week"
    return Hours(low, float(match.group(2) or low), period, match.start(), match.end())
