"""The table of skill examples: areas, ambiguous words, welcome and required, the company's own words."""

import tomllib
from pathlib import Path

import pytest

from classifier.skills import find_skills

_ROWS = tomllib.loads((Path(__file__).parent / "skills_examples.toml").read_text(encoding="utf-8"))


def _cases():
    for group, table in _ROWS.items():
        for language in ("it", "en"):
            for text, expected in table[language]:
                yield pytest.param(text, expected, id=f"{group}-{text[:40]}")


@pytest.mark.parametrize(("text", "expected"), list(_cases()))
def test_example(text, expected):
    """What the table says is asked, and nothing else."""
    assert {f"{'~' * hit.nice}{hit.id}" for hit in find_skills(text)} == set(expected.split())
