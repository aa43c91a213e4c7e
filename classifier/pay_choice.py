"""Which of an ad's statements of pay is the main one, and alternatives that belong to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from classifier.pay_record import Pay

SHORT: Final = 160
"""In a text of so few characters an amount without any other word is taken for pay."""
_GAP: Final = 80
_LINK: Final = re.compile(
    r"\b(?:poi|dopo|sale|salgono|until|once|then|after|up to|estero|notte|senior|expert|esperte|most places|elsewhere|dal|later|level|livello|"
    r"junior|weekends?|festivi|citta)\b|; $|, $"
)
_HOPE: Final = re.compile(r"\b(?:ote|earn|earning|earnings|guadagn[a-z]{1,6}|potential|potenzial[ei]|media)\b")


class Found(NamedTuple):
    """A statement and how sure it is."""

    pay: Pay
    """The statement."""
    strength: int
    """3 surely pay, 2 likely, 1 perhaps."""
    cue: str = ""
    """The word that told."""


def choose(found: Sequence[Found], folded: str) -> Pay | None:
    """Return the main one of `found`: what is said of time before pieces and projects, the body before the pay line
    where it is more exact, base pay before hoped-for totals; a range that holds the chosen amount stands for it.
    """  # noqa: D205 - one sentence over two lines
    if len(found) == 1:
        return found[0].pay if found[0].strength > 1 or len(folded) < SHORT else None
    sure = [item for item in found if item.strength > 1 or len(folded) < SHORT]
    if not sure:
        return None
    best = max(sure, key=lambda item: (_rank(item, folded), -item.pay.start)).pay
    if best.min == best.max:
        for pay, *_ in sure:
            same = pay.source != best.source and pay.currency == best.currency
            if same and pay.unit in {None, best.unit} and _holds(pay, best):
                return pay if pay.unit else pay._replace(unit=best.unit)
    return _joined(best, found, folded)


def _rank(item: Found, folded: str) -> float:
    pay, score = item.pay, float(item.strength)
    if pay.source == "pay_line":
        score += _line_rank(pay)
    elif pay.unit is None:
        score -= 1
    elif pay.kind in {"time", "piece"}:
        score += 1
    if pay.unit == "hour":
        score += 0.3
    if pay.unit == "year" and pay.basis == "gross":
        score += 1.2
    if pay.kind in {"commission", "expenses"}:
        score -= 2
    if _HOPE.search(item.cue or folded[max(0, pay.start - 24) : pay.start]):
        score -= 0.6
    return score


def _line_rank(pay: Pay) -> float:
    if pay.kind == "project":
        return -0.5
    if pay.unit is None:
        return 0.0 if pay.currency else -0.2
    return 0.95


def _holds(wide: Pay, narrow: Pay) -> bool:
    if wide.min is None or wide.max is None or narrow.min is None:
        return False
    return wide.min < wide.max and wide.min <= narrow.min <= wide.max


def _joined(best: Pay, found: Sequence[Found], folded: str) -> Pay:
    """Join amounts of the same sentence and unit that stand for later, other or better work: both ends are stated."""
    if best.min is None or best.max is None or best.kind not in {"time", "piece"}:
        return best
    for pay in sorted((item.pay for item in found), key=lambda pay: pay.start):
        gap = folded[best.end : pay.start]
        if pay.start < best.end or len(gap) > _GAP or "\n" in gap or ". " in gap:
            continue
        same = pay.unit in {None, best.unit} and pay.currency in {None, best.currency}
        if same and pay.max is not None and _LINK.search(gap):
            ends = [end for end in (best.min, best.max, pay.min, pay.max) if end is not None]
            best = best._replace(
                min=min(ends), max=max(ends), end=pay.end, raw="", reasons=(*best.reasons, "two amounts joined")
            )
    return best
