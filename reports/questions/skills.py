"""Which skills, areas of work and sectors of clients the ads hold most; with the change since the period before."""

from __future__ import annotations

from typing import Final

import pandas as pd

from reports.answer import SHARES, answer, total
from reports.comparison import CHANGES, with_changes
from reports.lists import most_held
from reports.meta import Meta
from reports.table import Column, Table

MOST: Final = 15
"""Items shown for each label or language."""

_NOTES = ("counted_once", "several_each", "share_interval", "small_hidden")


def ask_skills(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return for each `label` the skills asked most: `ads`, of how many, share with interval, and change."""
    return _changing("skills", "skill", frame, meta)


def ask_skills_by_language(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return for Italian and English ads in scope the skills asked most."""
    rows = most_held(frame, "skill", "language", MOST)
    columns = (Column("language", "key"), Column("skill", "key"), *SHARES)
    return answer("skills_by_language", meta, total(frame, "pay_stated"), rows, columns, _NOTES)


def ask_services(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return for each `label` the areas of work asked most: what there is to offer."""
    return _changing("services", "area", frame, meta)


def ask_sectors(frame: pd.DataFrame, meta: Meta) -> Table:
    """Return for each `label` the sectors of the clients seen most: to whom to offer it."""
    return _changing("sectors", "sector", frame, meta, "sectors")


def _changing(name: str, kind: str, frame: pd.DataFrame, meta: Meta, *notes: str) -> Table:
    rows, note = with_changes(most_held(frame, kind, "label", MOST), kind, frame, meta)
    columns = (Column("label", "key"), Column(kind, "key"), *SHARES, *CHANGES)
    return answer(name, meta, total(frame, "pay_stated"), rows, columns, (*notes, *_NOTES, note))
