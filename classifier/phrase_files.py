"""The phrases that are looked for word by word, as their files have them: topics, skills and roles."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from typing import Any

from crawler.paths import data_path

Phrases = list[tuple[str, int]]
"""Phrases, each with the number of what it stands for."""


@cache
def topics() -> dict[str, dict[str, str]]:
    """Return name → scope and words of each topic of `data/lexicons/topics.toml`."""
    return tomllib.loads(data_path("lexicons", "topics.toml").read_text(encoding="utf-8"))


@cache
def skill_rows() -> list[dict[str, Any]]:
    """Return the rows of the taxonomy `data/skills/skills.json`."""
    rows: list[dict[str, Any]] = json.loads(data_path("skills", "skills.json").read_text(encoding="utf-8"))
    return rows


def topic_phrases() -> Phrases:
    """Return the words of the topics, which are numbered in the order of their file."""
    return [(word, number) for number, topic in enumerate(topics().values()) for word in topic["words"].split()]


def skill_phrases() -> Phrases:
    """Return the names and synonyms of the skills, which are numbered in the order of their file."""
    return [
        (phrase, number)
        for number, row in enumerate(skill_rows())
        for phrase in dict.fromkeys([row["label_it"], row["label_en"], *row["syn_it"], *row["syn_en"]])
    ]


def role_phrases() -> Phrases:
    """Return the roles of `data/skills/roles.toml`, each with its level in tenths, 0 to 30, the lowest first."""
    tables = tomllib.loads(data_path("skills", "roles.toml").read_text(encoding="utf-8"))
    return [
        (phrase, int(name.removeprefix("level_")))
        for name in sorted(tables)
        for phrases in tables[name].values()
        for phrase in phrases
    ]
