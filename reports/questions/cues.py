"""Which cues the ads hold most often, by label and by language, with short quotes."""

from __future__ import annotations

from typing import Final

import pandas as pd

from classifier.cues import INDICATORS
from reports.answer import SHARES, answer, counting, total
from reports.crosstabs import IN_SCOPE
from reports.lists import most_held
from reports.meta import Meta
from reports.quotes import quotes
from reports.table import Column, Table

MOST: Final = 12
"""Cues shown for each label or language."""
READ: Final = 40
"""Ads of each label and indicator whose words are looked at for quotes."""

_NOTES = ("counted_once", "several_each", "share_interval", "small_hidden")


def ask_cues(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return for each `label` the indicators that speak for it and are found most: `ads`, share and `quotes`."""
    rows = most_held(frame, "indicator", "label", MOST, _speaks_for)
    spans = _spans(frame)
    found = [quotes(spans.get(pair, [])) for pair in zip(rows["label"], rows["indicator"], strict=True)]
    rows["quotes"] = pd.Series(found, index=rows.index, dtype="object")
    columns = (Column("label", "key"), Column("indicator", "key"), *SHARES, Column("quotes", "quotes"))
    return answer("cues", meta, total(frame, "pay_stated"), rows, columns, (*_NOTES, "quotes"))


def ask_cues_by_language(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return for Italian and English ads in scope the indicators found most, those that speak for no label aside."""
    rows = most_held(frame, "indicator", "language", MOST, lambda cue, _language: bool(_label(cue)))
    columns = (Column("language", "key"), Column("indicator", "key"), *SHARES)
    return answer("cues_by_language", meta, total(frame, "pay_stated"), rows, columns, _NOTES)


def _speaks_for(cue: str, label: str) -> bool:
    """Return whether a cue speaks for the label by the codebook: what is common to all ads gives nothing away."""
    return _label(cue) == label


def _label(cue: str) -> str:
    found = INDICATORS.get(cue)
    return found.label if found else ""


def _spans(frame: pd.DataFrame) -> dict[tuple[str, str], list[tuple[str, str, str]]]:
    """Return (label, indicator) → words, poster and language, of the first ads that show them."""
    ads = counting(frame, "label", "evidence", "hiring_organization", "language")
    ads = ads[ads["label"].isin(IN_SCOPE)]
    found: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    columns = (ads[name] for name in ("label", "evidence", "hiring_organization", "language"))
    for label, evidence, poster, language in zip(*columns, strict=True):
        for span in evidence:
            kept = found.setdefault((label, span["indicator"]), [])
            if len(kept) < READ:
                kept.append((span["text"], poster or "", language))
    return found
