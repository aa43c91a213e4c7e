"""The why: exact contributions of cues and words to a verdict, as spans a person can read."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from types import MappingProxyType
from typing import Final

from classifier.cues import INDICATORS, Cue
from classifier.empty_words import EMPTY, SHORTEST
from classifier.scorer import Score, Scorer
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
LEAST: Final = 0.05
"""Contributions below it (in logits) are not worth a reader's attention."""
_GAP: Final = re.compile(r"[^\S\n]?[-–,/&+]?[^\S\n]?")
"""What may stand between two spans that are read as one."""
_FAR: Final = 4
"""Characters that are more than `_GAP` takes."""
_start: Final = attrgetter("start")
_CLAUSE: Final = 70
"""Characters before and after a denied phrase within which its denial stands (see `cue_scope`)."""
_CLAUSE_END: Final = re.compile(r"[.;:!?\n,()•…]")


@dataclass(frozen=True, slots=True)
class Evidence:
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


def explain(text: str, cues: Sequence[Cue], scorer: Scorer, score: Score, label: str) -> tuple[Evidence, ...]:
    """Return the spans that speak for `label`: its cues, context, words; of each the strongest first."""
    return explain_parts(text, cues, *scorer.contributions(score, label), label)


def explain_parts(
    text: str, cues: Sequence[Cue], word_parts: Mapping[str, float], cue_parts: Mapping[str, float], label: str
) -> tuple[Evidence, ...]:
    """Return the spans that speak for `label`, from what words and cues add to its logit (`Scorer.contributions`)."""
    shown = _choose(_joined(text, _cue_spans(text, cues, cue_parts, label)))
    most = BESIDE_CUES if len(shown) >= BESIDE_CUES else MAX_WORDS
    words = _joined(text, _word_spans(text, word_parts, label, shown, most))
    return (*shown, *sorted(words, key=lambda span: (-span.weight, span.start)))


def _cue_spans(text: str, cues: Sequence[Cue], parts: Mapping[str, float], label: str) -> list[Evidence]:
    """Return a span for each cue that speaks for `label`; of two at one place, the better one alone."""
    names = [f"{'not' if cue.negated else 'cue'}:{cue.indicator}" for cue in cues]
    places = Counter(names)
    spans = []
    for cue, name in zip(cues, names, strict=True):
        weight = parts.get(name, 0.0) / places[name]
        if weight * places[name] > LEAST and cue.text.strip() and _rank(cue.indicator, cue.negated, label) is not None:
            start, end = _clause(text, cue.start, cue.end) if cue.negated else (cue.start, cue.end)
            spans.append(Evidence(cue.indicator, text[start:end], start, end, label, weight, cue.negated))
    return _apart(sorted(spans, key=lambda span: (span.denied, *_order(span))))


def _rank(indicator: str, denied: bool, label: str) -> int | None:
    """Return 0 for a cue that is a reason for `label`, 1 for context, None for what a reader would not understand."""
    direction = INDICATORS[indicator].direction
    if direction == "C":
        return None if denied else 1
    return 0 if (direction in FITS[label]) != denied else None


def _order(span: Evidence) -> tuple[int, float, int]:
    return _rank(span.indicator, span.denied, span.direction) or 0, -span.weight, span.start


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


def _apart(spans: Iterable[Evidence]) -> list[Evidence]:
    """Return `spans` without those that overlap an earlier one."""
    kept: list[Evidence] = []
    for span in spans:
        if all(span.end <= other.start or span.start >= other.end for other in kept):
            kept.append(span)
    return kept


def _joined(text: str, spans: Iterable[Evidence]) -> list[Evidence]:
    """Return `spans` in the order of the text, those of one indicator made one where only a blank or a sign is between.

    Their weights are rounded to a thousandth.
    """
    found: list[tuple[Evidence, int, float]] = []
    for span in sorted(spans, key=_start):
        last, end, weight = found[-1] if found else (span, span.start - _FAR, 0.0)
        same = (last.indicator, last.denied) == (span.indicator, span.denied)
        if same and span.start - end < _FAR and _GAP.fullmatch(text, end, span.start):
            found[-1] = (last, span.end, weight + span.weight)
        else:
            found.append((span, span.end, span.weight))
    return [
        Evidence(
            first.indicator, text[first.start : end], first.start, end, first.direction, round(weight, 3), first.denied
        )
        for first, end, weight in found
    ]


def _choose(spans: Iterable[Evidence]) -> list[Evidence]:
    """Return at most `MAX_CUES`: the best span of every indicator, then second ones in other words."""
    seen: defaultdict[str, list[str]] = defaultdict(list)
    ranked = []
    for span in sorted(spans, key=_order):
        words = fold(span.text)
        if words not in seen[span.indicator] and len(seen[span.indicator]) < MAX_EACH:
            ranked.append((len(seen[span.indicator]), span))
            seen[span.indicator].append(words)
    chosen = [span for _, span in sorted(ranked, key=lambda pair: pair[0])][:MAX_CUES]
    return sorted(chosen, key=_order)


def _word_spans(
    text: str, parts: Mapping[str, float], label: str, taken: Sequence[Evidence], most: int
) -> list[Evidence]:
    """Return at most `most` spans of the words that speak most for `label`, outside the spans `taken`."""
    plain = masked(text)
    spans: list[Evidence] = []
    for name in sorted([name for name, part in parts.items() if part > LEAST], key=lambda name: (-parts[name], name)):
        place = find_term(plain, name) if says_something(name) else None
        if place and all(place[1] <= other.start or place[0] >= other.end for other in (*taken, *spans)):
            spans.append(Evidence(WORDS, text[place[0] : place[1]], *place, label, parts[name]))
            if len(spans) == most:
                break
    return spans


@lru_cache(maxsize=1 << 15)
def says_something(term: str) -> bool:
    """Return whether every word of `term` means something alone: no number, no function word, no stock word."""
    return all(len(word) >= SHORTEST and "0" not in word and word not in EMPTY for word in term.split())
