"""The indicators and their phrases, read from `data/lexicons/*.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from crawler.paths import data_path

LANGUAGES: Final = ("it", "en")


@dataclass(frozen=True, slots=True)
class Indicator:
    """One entry of the codebook, or one of VeraVA's additions to it."""

    id: str
    """Name in the codebook, e.g. `fixed_hours`."""
    family: str
    """`A` time, `B` supervision, `C` integration, `D` dependence, `E` price, `F` form, `G` content,
    `H` scam and context, `gate` text type, `added` VeraVA's own."""
    direction: str
    """`E` employee-like, `G` genuine, `D` low-skill, `O` open employment, `S` scam, `C` context, `X` out of scope."""
    strength: str
    """`strong`, `medium`, `weak` or `decisive`."""
    label: str
    """Label it speaks for; empty for context that decides nothing."""
    name: dict[str, str]
    """Short name for readers, by language."""
    why: dict[str, str]
    """One line that explains it, by language."""
    question: dict[str, str]
    """A question worth asking the client, by language; empty when none."""
    phrases: tuple[str, ...]
    """Phrases of both languages in the notation of `cue_notation`."""
    unless_before: tuple[str, ...]
    """Phrases that undo the cue when they stand just before it."""
    unless_after: tuple[str, ...]
    """Phrases that undo the cue when they stand just behind it."""
    unless_title: tuple[str, ...]
    """Phrases that undo the cue when they stand anywhere in the first line."""
    denied_means: str
    """Id of the indicator that a denial states (`no fixed hours` → `own_schedule`); empty when none."""
    added: bool
    """True when it is an addition to the codebook."""
    title_only: bool
    """True when it counts only where it begins in the first line (`where = "title"`)."""


@cache
def load_indicators() -> dict[str, Indicator]:
    """Return id → indicator in the order of the files; raises KeyError when an entry lacks a field."""
    entries: dict[str, Indicator] = {}
    for path in sorted(data_path("lexicons").glob("cues_*.toml")):
        for name, values in tomllib.loads(path.read_text(encoding="utf-8")).items():
            entries[name] = _indicator(name, values)
    return entries


def _indicator(name: str, values: dict[str, Any]) -> Indicator:
    return Indicator(
        id=name,
        family=values["family"],
        direction=values["direction"],
        strength=values["strength"],
        label=values.get("label", ""),
        name={language: values[f"name_{language}"] for language in LANGUAGES},
        why={language: values[f"why_{language}"] for language in LANGUAGES},
        question={language: values.get(f"ask_{language}", "") for language in LANGUAGES},
        phrases=tuple(dict.fromkeys(phrase for language in LANGUAGES for phrase in lines(values.get(language, "")))),
        unless_before=lines(values.get("unless_before", "")),
        unless_after=lines(values.get("unless_after", "")),
        unless_title=lines(values.get("unless_title", "")),
        denied_means=values.get("denied_means", ""),
        added=values.get("added", False),
        title_only=values.get("where") == "title",
    )


def lines(block: str) -> tuple[str, ...]:
    """Return the phrases of a block: one a line, without blank lines and `#` comments."""
    stripped = (line.strip() for line in block.splitlines())
    return tuple(line for line in stripped if line and not line.startswith("#"))
