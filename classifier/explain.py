"""The why: exact contributions of cues and words to a verdict, as spans a person can read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from classifier.cues import Cue
from classifier.scorer import Score, Scorer
from classifier.words import word_spans

WORDS: Final = "words"
"""Stands in the place of an indicator where single words, not a cue, speak."""
MAX_SPANS: Final = 12
_MAX_WORD_SPANS: Final = 4
_LEAST: Final = 0.05
"""Contributions below it (in logits) are not worth a reader's attention."""


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
    """What it adds to the logit of that label; indicators found in several places share theirs."""


def explain(text: str, cues: Sequence[Cue], scorer: Scorer, score: Score, label: str) -> tuple[Evidence, ...]:
    """Return the spans that speak for `label`, strongest first, at most `MAX_SPANS`."""
    word_parts, cue_parts = scorer.contributions(score, label)
    found = [*_cue_spans(cues, cue_parts, label), *_word_spans(text, word_parts, label)]
    chosen: list[Evidence] = []
    for span in sorted(found, key=lambda item: (item.indicator == WORDS, -item.weight, item.start)):
        if all(span.end <= other.start or span.start >= other.end for other in chosen):
            chosen.append(span)
    return tuple(sorted(chosen, key=lambda item: (-item.weight, item.start))[:MAX_SPANS])


def _cue_spans(cues: Sequence[Cue], parts: dict[str, float], label: str) -> list[Evidence]:
    spans = []
    for cue in cues:
        name = f"{'not' if cue.negated else 'cue'}:{cue.indicator}"
        same = sum(1 for other in cues if (other.indicator, other.negated) == (cue.indicator, cue.negated))
        weight = parts.get(name, 0.0) / same
        if weight > _LEAST and cue.text.strip():
            spans.append(Evidence(cue.indicator, cue.text, cue.start, cue.end, label, round(weight, 3)))
    return spans


def _word_spans(text: str, parts: dict[str, float], label: str) -> list[Evidence]:
    strongest = sorted((name for name in parts if parts[name] > _LEAST), key=lambda name: -parts[name])
    wanted = dict.fromkeys(strongest[:_MAX_WORD_SPANS])
    spans = []
    tokens = word_spans(text)
    for index, (word, start, end) in enumerate(tokens):
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        for term, stop in ((f"{word} {following[0]}", following[2]) if following else ("", end), (word, end)):
            if term in wanted:
                del wanted[term]
                spans.append(Evidence(WORDS, text[start:stop], start, stop, label, round(parts[term], 3)))
    return spans
