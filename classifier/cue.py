"""The record of a cue: an indicator that stands in a text, and where."""

from __future__ import annotations

from typing import Literal, NamedTuple

Source = Literal["pattern", "numeric", "composite"]


class Cue(NamedTuple):
    """An indicator found in a text."""

    indicator: str
    """Id of the indicator, a key of `INDICATORS`."""
    start: int
    """Offset of the first character in the original text."""
    end: int
    """Offset behind the last character; equal to `start` when no words carry the cue."""
    text: str
    """The text's own words from `start` to `end`."""
    negated: bool
    """True when the text denies it ("non chiediamo orari fissi")."""
    source: Source
    """`pattern`: words; `numeric`: an amount or a number of hours; `composite`: follows from other cues."""
