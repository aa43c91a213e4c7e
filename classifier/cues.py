"""The codebook's indicators in a text: which are stated, which denied, and by which words.

>>> [(cue.indicator, cue.text) for cue in find_cues("Nessuna esclusiva: inviami il tuo preventivo.")]
[('multiple_clients_ok', 'Nessuna esclusiva'), ('sets_own_rate', 'inviami il tuo preventivo')]
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from classifier.cue import Cue, Source
from classifier.cue_composites import find_composites
from classifier.cue_lexicon import Indicator, load_indicators
from classifier.cue_matcher import find_hits
from classifier.cue_notation import to_bytes
from classifier.cue_numbers import find_loads, find_rates
from classifier.cue_questions import questions
from classifier.cue_scope import Scope, exceptions_of
from classifier.text import fold

__all__ = ["INDICATORS", "Cue", "Indicator", "find_cues", "indicator", "questions"]

INDICATORS: Final[Mapping[str, Indicator]] = MappingProxyType(load_indicators())
"""Id → indicator, in the codebook's order, additions last."""

NUMERIC: Final = 1 << 20
"""Stands for the order of numbers, behind all phrases."""


def indicator(name: str) -> Indicator:
    """Return the indicator called `name`; raises KeyError when there is none."""
    return INDICATORS[name]


def find_cues(text: str, *, hourly_eur: float | None = None, pay_span: tuple[int, int] | None = None) -> list[Cue]:
    """Return the cues that stand in `text`, in its order; both languages are always tried.

    `hourly_eur` is the ad's pay in EUR per hour, when it is known, and `pay_span` the place where it stands.
    Takes time linear in the text.
    """
    data = to_bytes(fold(text))
    hits, places = find_hits(data)
    numbers = [*find_loads(data), *find_rates(data, hourly_eur, pay_span)]
    found = [(start, -_end(text, start, wide), order, name) for order, name, start, wide in hits]
    found += [
        (start, -_end(text, start, wide), NUMERIC + order, name) for order, (name, start, wide) in enumerate(numbers)
    ]
    found.sort()
    cues = _stated(text, found, Scope(data, places))
    cues += find_composites(cues)
    cues.sort(key=_place)
    return cues


def _end(text: str, start: int, end: int) -> int:
    """Return the end of a hit without the blanks behind it."""
    return start + len(text[start:end].rstrip()) if text[end - 1 : end].isspace() else end


def _stated(text: str, found: list[tuple[int, int, int, str]], scope: Scope) -> list[Cue]:
    """Return the cues of hits in the order of their places, of those of one indicator that overlap the first, longest.

    What a denial states (`denied_means`) is a cue of its own, even where the denied one overlaps another.
    """
    cues: list[Cue] = []
    last: dict[str, int] = {}
    for start, negative_end, order, name in found:
        end = -negative_end
        opposite = _opposites()[name]
        free = start >= last.get(name, -1)
        if not (free or opposite):
            continue
        exceptions = exceptions_of(name)
        if exceptions is not None and scope.undone(exceptions, start, end):
            continue
        denied = scope.denied(start, end)
        source: Source = "pattern" if order < NUMERIC else "numeric"
        if free:
            cues.append(Cue(name, start, end, text[start:end], denied, source))
            last[name] = max(end, last.get(name, -1))
        if denied and opposite and start >= last.get(opposite, -1):
            cues.append(Cue(opposite, start, end, text[start:end], negated=False, source=source))
            last[opposite] = max(end, last.get(opposite, -1))
    return cues


@cache
def _opposites() -> dict[str, str]:
    """Return indicator → what its denial states; empty when nothing."""
    return {name: entry.denied_means for name, entry in INDICATORS.items()}


def _place(cue: Cue) -> tuple[int, int, str]:
    return cue.start, cue.end, cue.indicator
