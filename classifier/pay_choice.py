"""Which of an ad's statements of pay is the main one, and alternatives that belong to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from classifier.pay_record import Pay

_ALONE: Final = 28
"""An amount beside which a text has so few characters is taken for pay without any word that says so."""
_FAR: Final = 3
"""An amount more than so many times another is no alternative to it."""
_GAP: Final = 80
_LINK: Final = re.compile(
    r"\b(?:poi|then|dopo|sale|salgono|until|once|first|up to|estero|notte|senior|expert|esperte|most places|elsewhere|"
    r"dal|later|level|livello|night|rush|urgent|urgenti|"
    r"junior|weekends?|festivi|citta)\b"
)
_OTHER_WORK: Final = re.compile(
    r"(?: (?:for|at|on|di|il|la|nel|nei|per) (?:(?:the|i|le) )?(?:rush|urgent|urgenti|nights?|notte|weekends?|festivi|"
    r"domenica|sundays?|saturdays?|those (?:with|that))\b)"
)
"""Right behind an amount that stands for other work: `$0.22 per minute, $0.28 for rush`."""
_THEN: Final = re.compile(r"\b(?:then|poi)\b")
HOPE: Final = re.compile(r"\b(?:ote|earn|earning|earnings|guadagn[a-z]{1,6}|potential|potenzial[ei]|media)\b")
"""Words of what may be earned."""


_BASE: Final = re.compile(r"\bfiss[oa]\b[a-z ]{0,18}:? ?$")
_BASE_REACH: Final = 28
"""Behind `fisso` stands the base of a pay whose total the pay line hopes for."""
_BAND: Final = "budget annuo"
"""A site's words for the band that a client ticked, before a sum in the pay line."""
_BAND_REACH: Final = 30
_BAND_RANK: Final = -0.25
_CLAUSE: Final = re.compile(r"[,;(|\n]")


class Found:
    """A statement and how sure it is."""

    __slots__ = ("cue", "pay", "strength")

    def __init__(self, pay: Pay, strength: int, cue: str = "") -> None:
        self.pay: Pay = pay
        """The statement."""
        self.strength: int = strength
        """3 surely pay, 2 likely, 1 perhaps."""
        self.cue: str = cue
        """The word that told."""


def is_sure(item: Found, folded: str) -> bool:
    """Return whether a statement counts by itself: words say that it is pay, or it is all that the text says."""
    return item.strength > 1 or len(folded) - (item.pay.end - item.pay.start) < _ALONE


def choose(found: Sequence[Found], folded: str) -> Pay | None:
    """Return the main one of `found`: what is said of time before pieces and projects, the body before the pay line
    where it is more exact, base pay before hoped-for totals; a range that holds the chosen amount stands for it.
    """  # noqa: D205 - one sentence over two lines
    if not found:
        return None
    if len(found) == 1:
        return found[0].pay if is_sure(found[0], folded) else None
    sure = [item for item in found if is_sure(item, folded)]
    if not sure:
        return None
    best = sure[0].pay if len(sure) == 1 else _first_of(sure, folded)
    if not _BASE.search(folded[max(0, best.start - _BASE_REACH) : best.start]):
        best = _confirmed(best, [item.pay for item in sure])
    return _joined(best, found, folded)


def _first_of(sure: Sequence[Found], folded: str) -> Pay:
    """Return the statement of the highest rank; of equal ones that which stands first."""
    best, highest = sure[0].pay, _rank(sure[0], folded)
    for item in sure[1:]:
        rank = _rank(item, folded)
        if rank > highest or (rank == highest and item.pay.start < best.start):
            best, highest = item.pay, rank
    return best


def _confirmed(best: Pay, sure: Sequence[Pay]) -> Pay:
    """Return `best`, or what the other of body and pay line says more exactly of the same: a range, an open end.

    Of two different sums for the same time the pay line's counts.
    """
    others = [pay for pay in sure if pay.source != best.source and pay.currency == best.currency]
    for pay in others:
        if best.unit is None and pay.unit and (pay.min, pay.max) == (best.min, best.max):
            return pay
        if pay.unit in {None, best.unit} and best.min == best.max and _holds(pay, best):
            return pay if pay.unit else pay._replace(unit=best.unit)
    for pay in others:
        same_unit = pay.unit == best.unit is not None and pay.kind == best.kind == "time"
        if same_unit and pay.source == "pay_line" and not _holds(best, pay):
            return best if best.min == pay.min and best.max is None else pay
        if same_unit and best.source == "pay_line" and pay.max is None and pay.min == best.min:
            return pay
    return best


def _rank(item: Found, folded: str) -> float:
    pay, score = item.pay, float(item.strength)
    if pay.source == "pay_line":
        score += _line_rank(pay, folded)
    elif pay.unit is None:
        score -= 1
    elif pay.kind == "time":
        score += 1
    elif pay.kind == "piece":
        score += 0.9
    else:
        score -= 0.5
    if pay.unit == "hour":
        score += 0.3
    if pay.unit == "year" and pay.basis == "gross":
        score += 1.2
    if pay.kind in {"commission", "expenses"}:
        score -= 2
    if item.cue == "ote" or folded.startswith((" ote", " fte"), pay.end):
        score -= 2
    if _is_hoped(item.cue, folded[max(0, pay.start - 24) : pay.start]):
        score -= 0.6
    return score


def _is_hoped(cue: str, before: str) -> bool:
    """Return whether the word that told of an amount, or one right before it, speaks of what may be earned."""
    around = f"{cue}|{before}"
    if not ("earn" in around or "guadagn" in around or "ote" in around or "poten" in around or "media" in around):
        return False
    return bool(HOPE.search(cue) or HOPE.search(_CLAUSE.split(before)[-1]))


def _line_rank(pay: Pay, folded: str) -> float:
    if _BAND in folded[max(0, pay.start - _BAND_REACH) : pay.start]:
        return _BAND_RANK
    if pay.kind == "project":
        return -0.5
    if pay.unit is None or any(reason.startswith("no period") for reason in pay.reasons):
        return 0.0 if pay.currency else -0.2
    return 0.95


def _holds(wide: Pay, narrow: Pay) -> bool:
    if wide.min is None or wide.max is None or narrow.min is None:
        return False
    return wide.min < wide.max and wide.min <= narrow.min <= wide.max


def _start_of(pay: Pay) -> int:
    return pay.start


def _joined(best: Pay, found: Sequence[Found], folded: str) -> Pay:
    """Join amounts of the same sentence and unit that stand for later, other or better work: both ends are stated."""
    if best.min is None or best.kind not in {"time", "piece"}:
        return best
    last = best.end
    if not any(last <= item.pay.start <= last + _GAP for item in found):
        return best
    for pay in sorted([item.pay for item in found], key=_start_of):
        gap = folded[best.end : pay.start]
        if pay.start < best.end or len(gap) > _GAP or "\n" in gap or ". " in gap:
            continue
        same = pay.unit in {None, best.unit} and pay.currency in {None, best.currency}
        near = pay.max is not None and best.min / _FAR <= pay.max <= (best.max or best.min) * _FAR
        linked = same and near and (_LINK if best.max is not None else _THEN).search(gap)
        if linked or (same and near and best.max is not None and _OTHER_WORK.match(folded, pay.end)):
            ends = [end for end in (best.min, best.max, pay.min, pay.max) if end is not None]
            best = best._replace(
                min=min(ends), max=max(ends), end=pay.end, raw="", reasons=(*best.reasons, "two amounts joined")
            )
    return best
