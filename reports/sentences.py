"""How a finding becomes a sentence: its template and its figures in one language."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, NamedTuple

from crawler.paths import data_path
from reports.benchmarks import benchmarks
from reports.format import Format, formats
from reports.words import words


class Figure(NamedTuple):
    """A figure, or a code to be translated, that a sentence holds."""

    kind: str
    """`count`, `share`, `the_share` (with the Italian article), `eur`, `points`, or the family of a code."""
    value: Any
    """Its value in the table."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something worth saying, in no language yet."""

    key: str
    """Name of the sentence in data/words/findings_*.toml."""
    figures: Mapping[str, Figure]
    """Names in the sentence → figures."""


_WRITERS: Final[dict[str, Callable[[Format, Any], str]]] = {
    "count": lambda form, value: form.count(value),
    "share": lambda form, value: form.share(value),
    "the_share": lambda form, value: _with_article(form, form.share(value)),
    "eur": lambda form, value: form.eur(value),
    "number": lambda form, value: form.number(value),
    "points": lambda form, value: form.points(value),
    "level": lambda _form, value: str(int(value)),
}


def say(finding: Finding, language: str) -> str:
    """Return the sentence of `finding` in `language`."""
    figures = {name: _written(figure, language) for name, figure in finding.figures.items()}
    return _templates(language)[finding.key].format(**figures)


def templates() -> dict[str, dict[str, str]]:
    """Return language → key → template."""
    return {language: _templates(language) for language in ("it", "en")}


def _written(figure: Figure, language: str) -> str:
    if figure.kind in _WRITERS:
        return _WRITERS[figure.kind](formats(language), figure.value)
    if figure.kind == "benchmark":
        found = benchmarks()[figure.value]
        return found.label_it if language == "it" else found.label_en
    return words(language).value(figure.kind, figure.value)


def _with_article(form: Format, share: str) -> str:
    """Return a share with its Italian article (`il 34%`, `l’8%`, `lo 0%`); plain in other languages."""
    if form.language != "it":
        return share
    whole = share.rstrip("%\u00a0 ").partition(",")[0]
    if whole == "0":
        return f"lo {share}"
    return f"l’{share}" if whole.startswith("8") or whole in {"1", "11"} else f"il {share}"


@cache
def _templates(language: str) -> dict[str, str]:
    return tomllib.loads(data_path("words", f"findings_{language}.toml").read_text(encoding="utf-8"))
