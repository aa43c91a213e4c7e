"""The one door to the templates: autoescaped, nothing undefined passes, Markdown has its own filters."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from reports.clean import markdown
from reports.grid import Grid

FOLDER: Final = Path(__file__).parents[1] / "templates"
"""Where the templates are."""


def render(template: str, **values: Any) -> str:
    """Return `template` filled with `values`; HTML is escaped, Markdown is by its filter `md`."""
    return _environment().get_template(template).render(**values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=select_autoescape(["html", "svg"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"md": markdown, "pipes": pipes}
    return environment


def pipes(grid: Grid) -> str:
    """Return a table of pipes, its caption above, every cell escaped."""
    heads = " | ".join(markdown(head.text) for head in grid.heads)
    sides = " | ".join("---:" if head.numeric else "---" for head in grid.heads)
    rows = "\n".join("| " + " | ".join(" · ".join(map(markdown, cell)) for cell in row) + " |" for row in grid.rows)
    return f"| {heads} |\n| {sides} |\n{rows}"
