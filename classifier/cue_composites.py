"""Indicators that follow from others found in the same text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from classifier.cue import Cue
from classifier.cue_lexicon import load_indicators

_CONTROL_FAMILIES: Final = frozenset("ABCD")


def find_composites(cues: Iterable[Cue]) -> Iterator[Cue]:
    """Yield `vat_plus_control` where a self-employed form stands with a strong sign of control.

    Codebook, family F: form demanded + at least one strong E indicator of families A to D (Cass. 1663/2020).
    A full-time load of the self-employed counts as control too: it leaves no room for other clients.
    """
    stated = [cue for cue in cues if not cue.negated]
    form = next((cue for cue in stated if cue.indicator == "self_employed_form"), None)
    if form is None or any(cue.indicator == "declared_employment" for cue in stated):
        return
    if any(_controls(cue.indicator) for cue in stated):
        yield Cue("vat_plus_control", form.start, form.end, form.text, negated=False, source="composite")


def _controls(name: str) -> bool:
    entry = load_indicators()[name]
    strong = entry.direction == "E" and entry.strength == "strong" and entry.family in _CONTROL_FAMILIES
    return strong or name == "full_time_load"
