"""`verava classify`: one ad for a person, or many for a program."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from classifier.inputs import Item
    from classifier.reader import Reader

PARTIAL = 3
"""Exit code when some lines of a file could not be read."""


@click.command(short_help="Read one ad, or many: label, why, pay, skills.")
@click.argument("inputs", metavar="[FILE…|-|URL]", nargs=-1)
@click.option("--format", "form", type=click.Choice(["text", "json"]), help="text for people, json for programs.")
@click.option("--model", type=click.Path(path_type=Path), help="A model written by `verava train --out`.")
@click.option("--jobs", type=click.IntRange(1), default=1, help="Processes for many ads.", show_default=True)
@click.option("--allow-private", is_flag=True, help="Allow addresses of this machine or network in a URL.")
@click.option("--config", type=click.Path(path_type=Path), help="Settings file (default: ./verava.toml).")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def classify(
    inputs: tuple[str, ...],
    form: str | None,
    model: Path | None,
    jobs: int,
    allow_private: bool,
    config: Path | None,
    quiet: bool,
) -> None:
    """Say what an ad is: freelance work, a job in disguise, an honest job, or none of these; and why.

    FILE is a text or an HTML page; `-`, or nothing, reads standard input; a URL reads that page.
    A .jsonl or .csv file holds many ads (`text`, or `title`, `description`, … a row) and gives JSON Lines
    in the same order; bad lines are named on standard error, and the exit code is then 3.

    \b
    Example:
        verava classify annuncio.txt
        pbpaste | verava classify -
        verava classify --format json ads.jsonl > readings.jsonl
    """
    from classifier.reader import Reader

    # what is no ad is refused before a model is loaded, or even built
    given = _read_inputs(inputs or ("-",), allow_private, config)
    reader = Reader.load(model, progress=_progress(quiet))
    bad = 0
    for items in given:
        if isinstance(items, Path):
            bad += _classify_many(reader, items, jobs, quiet)
        else:
            _print_items(reader, items, form or "text")
    sys.exit(PARTIAL if bad else 0)


def _read_inputs(names: Iterable[str], allow_private: bool, config: Path | None) -> list[list[Item] | Path]:
    """Return the ads of each name, or the path of a file of many; raise InputError for one that cannot be read."""
    from classifier.inputs import check_many, is_many, read_single

    contact = ""
    if any(name.startswith("http") for name in names):
        from crawler.config import load_config

        contact = load_config(config).contact
    return [
        check_many(Path(name)) if is_many(name) else read_single(name, allow_private=allow_private, contact=contact)
        for name in names
    ]


def _print_items(reader: Reader, items: list[Item], form: str) -> None:
    from classifier.show import show

    for item in items:
        reading = reader.read(item.text, base_salary=item.base_salary, date=item.date)
        if form == "json":
            click.echo(_line(item, reading.to_dict()))
        else:
            click.echo(show(reading, colour=sys.stdout.isatty() and "NO_COLOR" not in os.environ))


def _classify_many(reader: Reader, path: Path, jobs: int, quiet: bool) -> int:
    """Read every ad of `path` onto standard output; return the number of bad lines."""
    from classifier.batch import read_batch
    from classifier.inputs import BadLine, read_many

    bad = 0
    with click.open_file("-", "w", encoding="utf-8") as out:
        for item, values in read_batch(reader, _announced(read_many(path), quiet), jobs):
            if isinstance(item, BadLine):
                bad += 1
                click.echo(f"verava: {item.where}: {item.reason}; skipped", err=True)
            else:
                out.write(_line(item, values) + "\n")
    if bad:
        click.echo(f"verava: {path}: {bad} bad line{'s' * (bad != 1)} skipped", err=True)
    return bad


def _line(item: Item, values: dict[str, Any]) -> str:
    echo = {} if item.plain else {"text": item.text}
    return json.dumps({"id": item.id, **values, **echo}, ensure_ascii=False)


def _announced(rows: Iterator[Any], quiet: bool) -> Iterator[Any]:
    """Count rows on a terminal's standard error as they go by."""
    show = not quiet and sys.stderr.isatty()
    for number, row in enumerate(rows, 1):
        if show and number % 500 == 0:
            click.echo(f"\r{number} ads", nl=False, err=True)
        yield row
    if show:
        click.echo("\r", nl=False, err=True)


def _progress(quiet: bool) -> Any:
    return (lambda _line: None) if quiet else (lambda line: click.echo(f"verava: {line}", err=True))
