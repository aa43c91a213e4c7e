"""`report.toml`: what a person would otherwise type at every report, read as defaults of the options."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Final

import click

from crawler.errors import ReportError

FILE: Final = "report.toml"
"""Looked for in the current folder; the command line wins over it."""

OPTIONS: Final = {
    "lang": "languages",
    "from": "first",
    "to": "last",
    "period": "period",
    "compare": "compare",
    "format": "forms",
    "out": "out",
    "title": "title",
    "author": "author",
    "theme": "theme",
}
"""Key of the file, called as the option is → parameter of the command."""


def read_settings(ctx: click.Context, _param: click.Parameter, value: Path | None) -> None:
    """Take the defaults from the file `value`, or from `./report.toml` when there is one (a callback of click's)."""
    file = value or Path(FILE)
    if value is None and not file.is_file():
        return
    ctx.default_map = dict(ctx.default_map or {}) | load_settings(file)


def load_settings(file: Path) -> dict[str, Any]:
    """Return parameter → value as the command line would give it; the theme is found beside the file.

    Raises ReportError naming the file and the key when it cannot be read or a key is not known.
    """
    try:
        entries = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ReportError(f"{file}: not a file of settings that can be read: {error}") from error
    strange = sorted(set(entries) - set(OPTIONS))
    if strange:
        raise ReportError(f"{file}: {strange[0]!r} is no setting of a report; known are {', '.join(OPTIONS)}")
    values = {OPTIONS[key]: _plain(value) for key, value in entries.items()}
    if "theme" in values:
        values["theme"] = str(file.parent / values["theme"])
    return values


def _plain(value: Any) -> Any:
    """Return a value of TOML as the command line would give it: lists joined by commas, dates as text."""
    if isinstance(value, list):
        return ",".join(map(str, value))
    return value if isinstance(value, bool) else str(value)
