"""The codebook's indicators in a text: which are stated, which denied, and by which words.

>>> [(cue.indicator, cue.text) for cue in find_cues("Nessuna esclusiva: inviami il tuo preventivo.")]
[('multiple_clients_ok', 'Nessuna esclusiva'), ('sets_own_rate', 'inviami il tuo preventivo')]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from classifier.cue import Cue, Source
from classifier.cue_composites import find_composites
from classifier.cue_lexicon import Indicator, load_indicators
from classifier.cue_matcher import Hit, find_hits
from classifier.cue_notation import to_bytes
from classifier.cue_numbers import find_loads, find_rates
from classifier.cue_questions import questions
from classifier.cue_scope import Scope
from classifier.text import fold

__all__ = ["INDICATORS", "Cue", "Indicator", "find_cues", "indicator", "questions"]

INDICATORS: Final[Mapping[str, Indicator]] = MappingProxyType(load_indicators())
"""Id → indicator, in the codebook's order, additions last."""


def indicator(name: str) -> Indicator:
    """Return the indicator called `name`; raises KeyError when there is none."""
    return INDICATORS[name]


def find_cues(text: str, *, hourly_eur: float | None = None, pay_span: tuple[int, int] | None = None) -> list[Cue]:
    """Return the cues that stand in `text`, in its order; both languages are always tried.

    `hourly_eur` is the ad's pay in EUR per hour, when it is known, and `pay_span` the place where it stands.
    Takes time linear in the text.
    """
    data = to_bytes(fold(text))
    scope = Scope(data)
    cues = [
        *_cues(text, find_hits(data), scope, "pattern"),
        *_cues(text, find_loads(data), scope, "numeric"),
        *_cues(text, find_rates(data, hourly_eur, pay_span), scope, "numeric"),
    ]
    cues = _merged(cues)
    cues.extend(find_composites(cues))
    return sorted(cues, key=lambda cue: (cue.start, cue.end, cue.indicator))


def _cues(text: str, hits: Iterable[Hit], scope: Scope, source: Source) -> Iterator[Cue]:
    for name, start, wide in hits:
        end = start + len(text[start:wide].rstrip())
        if scope.undone(name, start, end):
            continue
        denied = scope.denied(start, end)
        yield Cue(name, start, end, text[start:end], denied, source)
        opposite = INDICATORS[name].denied_means
        if denied and opposite:
            yield Cue(opposite, start, end, text[start:end], negated=False, source=source)


def _merged(cues: list[Cue]) -> list[Cue]:
    """Return `cues` with overlapping spans of one indicator reduced to the first and longest."""
    kept: list[Cue] = []
    last: dict[str, int] = {}
    for cue in sorted(cues, key=lambda cue: (cue.start, -cue.end)):
        if cue.start >= last.get(cue.indicator, -1):
            kept.append(cue)
            last[cue.indicator] = max(cue.end, last.get(cue.indicator, -1))
    return kept
