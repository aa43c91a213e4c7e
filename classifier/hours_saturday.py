"""A shorter Saturday: `lunedì-venerdì 9-13 e 14-18, sabato 9-13`, `half day on Saturdays`."""

from __future__ import annotations

import re
from typing import Final

from classifier.hours_clock import clock_spans
from classifier.hours_patterns import HALF_SATURDAY, SPAN
from classifier.searched import Searched

WEEKDAYS: Final = 5
"""Days with the usual hours, where Saturday has its own."""
_SATURDAY: Final = re.compile(
    r"(?P<to>(?:[-/]|\b(?:al|a|to|through|thru|till|until)) ?)?\b(?:sab(?:ato)?|sat(?:urday)?s?)"
    r"(?: mattina| mattino| morning)?[ :,(]{0,3}(?:solo |only )?$"
)
"""Right before the hours of Saturday; as the end of a range of days it has none of its own."""
_SOME: Final = re.compile(
    r"[^.;\n]{0,16}\b(?:a turn[oi]|a rotazione|altern|in rotation|rotating|every other|occasional|saltuari|event)"
)
"""Right behind them: not every Saturday is worked, and how many are is not told."""
_REACH: Final = 32


def saturday_hours(text: Searched, day: float) -> float | None:
    """Return the hours of a Saturday that differs from the other days, each of `day` hours; None where none does.

    >>> saturday_hours(Searched("lun-ven 9-18, sabato 9-13"), 8), saturday_hours(Searched("lun-sab 9-13"), 4)
    (4.0, None)
    """
    if HALF_SATURDAY in text.standing:
        return day / 2
    if SPAN not in text.standing or "sa" not in text.folded:
        return None
    for span in clock_spans(text):
        named = _SATURDAY.search(text.folded[max(0, span.start - _REACH) : span.start])
        if named and not named["to"] and span.hours < day:
            return None if _SOME.match(text.folded, span.end) else float(span.hours)
    return None
