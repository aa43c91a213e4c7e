"""The why: exact contributions of cues and words to a verdict, as spans a person can read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from classifier.cues import INDICATORS, Cue
from classifier.empty_words import LEAST
from classifier.text import fold
from classifier.words import find_term, masked

WORDS: Final = "words"
"""Stands in the place of an indicator where single words, not a cue, speak."""
MAX_CUES: Final = 8
"""Spans of cues shown, at most: more is not read."""
MAX_EACH: Final = 2
"""Spans of one indicator, at most; the first of each comes before the second of any."""
MAX_WORDS: Final = 4
BESIDE_CUES: Final = 2
"""Words shown beside so many cues or more, and the number of cues from which on this holds."""
FITS: Final[Mapping[str, str]] = MappingProxyType(
    {"genuine_freelance": "G", "disguised_employment": "EDS", "open_employment": "OE", "out_of_scope": "XS"}
)
"""Label → directions of the codebook whose cues a reader takes as a reason for it. Context (`C`) comes after them; a
cue of another direction may add to the verdict by its company in the corpus, but is no reason to show."""
_GAP: Final = re.compile(r"[^\S\n]?[-–,/&+]?[^\S\n]?")
"""What may stand between two spans that are read as one."""
_FAR: Final = 4
"""Characters that are more than `_GAP` takes."""
_CLAUSE: Final = 70
"""Characters before and after a denied phrase within which its denial stands (see `cue_scope`)."""
_CLAUSE_END: Final = re.compile(r"[.;:!?\n,()•…]")


class Evidence(NamedTuple):
    """A span of the ad and what it adds to the verdict."""

    indicator: str
    """Id of the codebook's indicator, or `words`."""
    text: str
    """The ad's own words."""
    start: int
    """Offset of the first character in the text that was read."""
    end: int
    """Offset behind the last character."""
    direction: str
    """The label for which it speaks."""
    weight: float
    """What it adds to the logit of that label; spans of one indicator share what that adds."""
    denied: bool = False
    """True where the ad denies the indicator, and the denial speaks."""


def explain(
    text: str, cues: Sequence[Cue], words: Mapping[str, float], counted: Mapping[str, float], label: str
) -> tuple[Evidence, ...]:
    """Return the spans that speak for `label`: its cues, context, words; of each the strongest first.

    `words` and `counted` tell what words and cue features add to its logit (see `scorer.Judged`).
    """
    shown = _choose(text, _joined(text, _apart(_cue_spans(text, cues, counted, label))))
    most = BESIDE_CUES if len(shown) >= BESIDE_CUES else MAX_WORDS
    found = _ordered(_joined(text, _word_spans(text, words, shown, most)))
    return tuple([span.evidence(text, label) for span in shown + found])


class _Span:
    """A place in the text that speaks for the verdict."""

    def __init__(self, indicator: str, start: int, end: int, weight: float, rank: int, denied: bool) -> None:
        self.indicator = indicator
        self.start = start
        self.end = end
        self.weight = weight
        self.rank = rank
        """0 for a reason, 1 for context."""
        self.denied = denied

    def evidence(self, text: str, label: str) -> Evidence:
        """Return the span as it is shown."""
        words = text[self.start : self.end]
        return Evidence(self.indicator, words, self.start, self.end, label, self.weight, self.denied)


def _cue_spans(text: str, cues: Sequence[Cue], counted: Mapping[str, float], label: str) -> list[_Span]:
    """Return a span for each cue that speaks for `label`; the places of one feature share what it adds."""
    places: dict[str, int] = {}
    named: list[tuple[str, _Span]] = []
    for cue in cues:
        denied = cue.negated
        name = f"not:{cue.indicator}" if denied else f"cue:{cue.indicator}"
        weight = counted.get(name, 0.0)
        if weight <= LEAST:
            continue
        places[name] = places.get(name, 0) + 1
        rank = _rank(cue.indicator, denied, label)
        if rank is not None and cue.text.strip():
            start, end = _clause(text, cue.start, cue.end) if denied else (cue.start, cue.end)
            named.append((name, _Span(cue.indicator, start, end, weight, rank, denied)))
    for name, span in named:
        span.weight /= places[name]
    return [span for _, span in named]


def _rank(indicator: str, denied: bool, label: str) -> int | None:
    """Return 0 for a cue that is a reason for `label`, 1 for context, None for what a reader would not understand."""
    direction = INDICATORS[indicator].direction
    if direction == "C":
        return None if denied else 1
    return 0 if (direction in FITS[label]) != denied else None


def _ordered(spans: list[_Span]) -> list[_Span]:
    """Return `spans`, reasons before context, of each the strongest first."""
    keys = [(span.rank, -span.weight, span.start, at) for at, span in enumerate(spans)]
    return [spans[key[3]] for key in sorted(keys)]


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the clause around a phrase, in which the word that denies it stands."""
    low = max(0, start - _CLAUSE)
    for found in _CLAUSE_END.finditer(text, low, start):
        low = found.end()
    found_end = _CLAUSE_END.search(text, end, end + _CLAUSE)
    high = found_end.start() if found_end else min(len(text), end + _CLAUSE)
    return _whole_words(text, low, start, end, high)


def _whole_words(text: str, low: int, start: int, end: int, high: int) -> tuple[int, int]:
    """Return `low` and `high` moved towards the phrase to the next edge of a word."""
    while low < start and (text[low].isspace() or (low and text[low - 1].isalnum() and text[low].isalnum())):
        low += 1
    while high > end and (text[high - 1].isspace() or (text[high - 1 : high + 1].isalnum() and high < len(text))):
        high -= 1
    return low, high


def _apart(spans: list[_Span]) -> list[_Span]:
    """Return `spans` without those that overlap a better one; what is stated is better than what is denied."""
    kept: list[_Span] = []
    ordered = _ordered(spans)
    for denied in (False, True):
        for span in ordered:
            if span.denied == denied and _free(span.start, span.end, kept):
                kept.append(span)
    return kept


def _free(start: int, end: int, taken: list[_Span]) -> bool:
    """Tell whether no span of `taken` overlaps the place from `start` to `end`."""
    for span in taken:  # noqa: SIM110 - a generator is slow when compiled
        if end > span.start and start < span.end:
            return False
    return True


def _joined(text: str, spans: list[_Span]) -> list[_Span]:
    """Return `spans` in the order of the text, those of one indicator made one where only a blank or a sign is between.

    Their weights are rounded to a thousandth.
    """
    found: list[_Span] = []
    for _, at in sorted([(span.start, at) for at, span in enumerate(spans)]):
        span = spans[at]
        if found and _touch(text, found[-1], span):
            found[-1].end = span.end
            found[-1].weight += span.weight
        else:
            found.append(span)
    for span in found:
        span.weight = round(span.weight, 3)
    return found


def _touch(text: str, left: _Span, right: _Span) -> bool:
    if left.indicator != right.indicator or left.denied != right.denied or right.start - left.end >= _FAR:
        return False
    return _GAP.fullmatch(text, left.end, right.start) is not None


def _choose(text: str, spans: list[_Span]) -> list[_Span]:
    """Return at most `MAX_CUES`: the best span of every indicator, then second ones in other words."""
    folded = fold(text)
    seen: dict[str, list[str]] = {}
    firsts: list[_Span] = []
    others: list[_Span] = []
    for span in _ordered(spans):
        words = folded[span.start : span.end]
        known = seen.get(span.indicator)
        if known is None:
            seen[span.indicator] = [words]
            firsts.append(span)
        elif len(known) < MAX_EACH and words not in known:
            known.append(words)
            others.append(span)
    return _ordered((firsts + others)[:MAX_CUES])


def _word_spans(text: str, words: Mapping[str, float], taken: list[_Span], most: int) -> list[_Span]:
    """Return at most `most` spans of the words that add most, outside the spans `taken`."""
    spans: list[_Span] = []
    if not words:
        return spans
    plain = masked(text)
    for less, name in sorted([(-added, name) for name, added in words.items()]):
        place = find_term(plain, name)
        if place is not None and _free(place[0], place[1], taken) and _free(place[0], place[1], spans):
            spans.append(_Span(WORDS, place[0], place[1], -less, 0, denied=False))
            if len(spans) == most:
                break
    return spans
