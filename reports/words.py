"""The words of the reports in both languages: `data/words/`, the codebook's and the taxonomy's names."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any, Final

from pandas import isna

from classifier.cue_lexicon import load_indicators
from classifier.sectors import sectors
from classifier.skills import taxonomy
from crawler.paths import data_path
from reports.benchmarks import benchmarks
from reports.clean import clean
from reports.format import formats

_PERIODS: Final = frozenset({"month", "quarter", "year", "period"})


class Words:
    """What one language calls things; a key that is not there raises KeyError, so that a test finds it."""

    def __init__(self, language: str) -> None:
        self.language = language
        """`it` or `en`."""
        text = data_path("words", f"{language}.toml").read_text(encoding="utf-8")
        self._entries: dict[str, Any] = tomllib.loads(text)

    def text(self, key: str, **figures: object) -> str:
        """Return the text called `key` (dotted: `page.sample`), its {names} filled with `figures`."""
        value: Any = self._entries
        for part in key.split("."):
            value = value[part]
        if not isinstance(value, str):
            raise KeyError(key)
        return value.format(**figures) if figures else value

    def has(self, key: str) -> bool:
        """Tell whether there is a text called `key`."""
        try:
            self.text(key)
        except (KeyError, TypeError):
            return False
        return True

    def title(self, table: str) -> str:
        """Return the heading of a table; its name when the words hold none."""
        return self._either(f"tables.{table}.title", _spaced(table))

    def lead(self, table: str, *, corrected: bool = False) -> str:
        """Return the sentence under the heading, another one where shares are corrected; may be empty."""
        usual = self._either(f"tables.{table}.lead", "")
        return self._either(f"tables.{table}.lead_corrected", usual) if corrected else usual

    def column(self, name: str, table: str = "") -> str:
        """Return the heading of a column; a table may have its own, a strange column is called by its name."""
        return self._either(f"tables.{table}.columns.{name}", self._either(f"columns.{name}", _spaced(name)))

    def meaning(self, name: str, table: str = "") -> str:
        """Return one line on what a column holds, for the data dictionary."""
        return self._either(f"tables.{table}.meanings.{name}", self._either(f"meanings.{name}", _spaced(name)))

    def _either(self, key: str, otherwise: str) -> str:
        return self.text(key) if self.has(key) else otherwise

    def value(self, column: str, code: object) -> str:
        """Return the name of a code in a column; a strange one is shown as it is, cleaned."""
        key = "none" if isna(code) else str(code)  # type: ignore[call-overload]
        if column in _PERIODS and key[:4].isdigit():
            return formats(self.language).period(key)
        names = _names(self.language).get(column) or self._entries["values"].get(column, {})
        common: dict[str, str] = self._entries["values"]["any"]
        return str(names.get(key) or common.get(key) or clean(key))


def _spaced(name: str) -> str:
    return clean(name.replace("_", " "))


@cache
def words(language: str) -> Words:
    """Return the words of `it` or `en`, read once."""
    return Words(language)


@cache
def _names(language: str) -> dict[str, dict[str, str]]:
    italian = language == "it"
    return {
        "skill": {one.id: one.label_it if italian else one.label_en for one in taxonomy().values()},
        "indicator": {one.id: one.name[language] for one in load_indicators().values()},
        "sector": {one.id: one.label_it if italian else one.label_en for one in sectors().values()},
        "benchmark": {one.id: one.label_it if italian else one.label_en for one in benchmarks().values()},
    }
