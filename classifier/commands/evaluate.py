"""`verava evaluate`: score the reader against labelled ads."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command(short_help="Score the reader against labelled ads.")
@click.argument("files", metavar="FILE.jsonl…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--model", type=click.Path(path_type=Path), help="A model written by `verava train --out`.")
@click.option("--out", type=click.Path(path_type=Path), help="Write the tables as JSON to this file too.")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def evaluate(files: tuple[Path, ...], form: str, model: Path | None, out: Path | None, quiet: bool) -> None:
    """Score against rows of {"text" or Ad fields, "label", "language"}: all, by language and by data set.

    A row may name its `dataset`, and its `group` when it is akin to others: intervals are drawn over groups.

    \b
    Example:
        verava evaluate mine.jsonl
        verava evaluate --out scores.json mine.jsonl
        verava evaluate --format json mine.jsonl > scores.json
    """
    from classifier.corpus import load_examples
    from classifier.evaluate import evaluate as score
    from classifier.reader import Reader
    from classifier.scores_text import scores_text
    from crawler.errors import InputError

    say = (lambda _line: None) if quiet else (lambda line: click.echo(f"verava: {line}", err=True))
    examples = load_examples(files)
    if not examples:
        raise InputError(f"{files[0]}: no labelled ads; give JSON Lines with `text` and `label`")
    tables = score(Reader.load(model, progress=say), examples)
    written = json.dumps(tables, indent=1, ensure_ascii=False)
    if out:
        _write(out, written + "\n")
    click.echo(written if form == "json" else scores_text(tables))


def _write(file: Path, text: str) -> None:
    from classifier.persist import write_text
    from crawler.errors import InputError

    try:
        write_text(file, text)
    except OSError as error:
        raise InputError(f"{file}: {error.strerror}; name another --out") from None
