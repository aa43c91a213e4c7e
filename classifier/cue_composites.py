"""Indicators that follow from others found in the same text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from classifier.cue import Cue
from classifier.cue_lexicon import load_indicators
from classifier.text import fold

_CONTROL_FAMILIES: Final = frozenset("ABCD")
_CONTROL_TOO: Final = frozenset({"full_time_load", "fixed_workplace"})
"""A full-time load leaves no room for other clients; a fixed desk was one of the three signs of art. 69-bis."""
_OCCASIONAL: Final = ("occasional", "ritenuta")
"""Words by which a self-employed form is the occasional one (art. 2222 c.c.): not habitual by law."""
_REGULAR: Final = frozenset({"fixed_hours", "shift_work", "full_time_load"})


def find_composites(cues: Iterable[Cue]) -> list[Cue]:
    """Return the indicators that a form of contract and the way of working make together.

    `vat_plus_control` (codebook, family F): a self-employed form demanded with at least one strong E indicator of
    families A to D (Cass. 1663/2020), or what counts as control too.
    `occasional_for_continuous`: the occasional form with hours, shifts or a load that make the work habitual.
    """
    stated = [cue for cue in cues if not cue.negated]
    names = {cue.indicator for cue in stated}
    if "self_employed_form" not in names or "declared_employment" in names:
        return []
    forms = [cue for cue in stated if cue.indicator == "self_employed_form"]
    made = []
    if not names.isdisjoint(_controlling()):
        made.append(_at(forms[0], "vat_plus_control"))
    form = _occasional_form(forms)
    if form and not names.isdisjoint(_REGULAR) and "occasional_for_continuous" not in names:
        made.append(_at(form, "occasional_for_continuous"))
    return made


def _occasional_form(forms: Sequence[Cue]) -> Cue | None:
    for form in forms:
        words = fold(form.text)
        for word in _OCCASIONAL:
            if word in words:
                return form
    return None


def _at(form: Cue, indicator: str) -> Cue:
    return Cue(indicator, form.start, form.end, form.text, negated=False, source="composite")


@cache
def _controlling() -> frozenset[str]:
    """Return the ids of the indicators that are control."""
    strong = {
        entry.id
        for entry in load_indicators().values()
        if entry.direction == "E" and entry.strength == "strong" and entry.family in _CONTROL_FAMILIES
    }
    return _CONTROL_TOO | strong
