"""`verava evaluate`: score the reader against labelled ads."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click


@click.command(short_help="Score the reader against labelled ads.")
@click.argument("files", metavar="FILE.jsonl…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--model", type=click.Path(path_type=Path), help="A model written by `verava train --out`.")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def evaluate(files: tuple[Path, ...], form: str, model: Path | None, quiet: bool) -> None:
    """Score against rows of {"text" or Ad fields, "label", "language"}: all, by language and by data set.

    \b
    Example:
        verava evaluate mine.jsonl
        verava evaluate --format json mine.jsonl > scores.json
    """
    from classifier.corpus import load_examples
    from classifier.evaluate import evaluate as score
    from classifier.reader import Reader

    say = (lambda _line: None) if quiet else (lambda line: click.echo(f"verava: {line}", err=True))
    examples = load_examples(files)
    tables = score(Reader.load(model, progress=say), examples)
    click.echo(json.dumps(tables, indent=1) if form == "json" else _text(tables))


def _text(tables: dict[str, dict[str, Any]]) -> str:
    head = f"{'':34}{'n':>6}{'accuracy':>10}{'macro-F1':>10}{'gen/dis':>9}{'ECE':>7}{'Brier':>7}"
    lines = [head, *(_line(name, table) for name, table in tables.items())]
    whole = tables["all"]
    lines += ["", "label                      precision   recall      n", *_labels(whole)]
    point = whole["operating_point"]
    lines += [
        "",
        f"verdicts given: {point['coverage']:.1%} of ads; right among them: {_share(point['accuracy_where_decided'])}",
        f"disguised_employment as verdict: precision {_share(point['disguised_precision'])}, "
        f"{_share(point['disguised_recall'])} of the true ones found",
        "accuracy by coverage: " + ", ".join(f"{key} {value:.3f}" for key, value in whole["coverage_accuracy"].items()),
        "",
        "confusion (rows: true; columns: read)",
        *_confusion(whole),
    ]
    return "\n".join(lines)


def _line(name: str, table: dict[str, Any]) -> str:
    pair = table["genuine_vs_disguised"]
    shown = "–" if pair is None else f"{pair:.3f}"
    return (
        f"{name:34}{table['n']:>6}{table['accuracy']:>10.3f}{table['macro_f1']:>10.3f}{shown:>9}"
        f"{table['ece']:>7.3f}{table['brier']:>7.3f}"
    )


def _labels(table: dict[str, Any]) -> list[str]:
    return [
        f"{label:24}{row['precision']:>12.3f}{row['recall']:>9.3f}{row['n']:>7}"
        for label, row in table["labels"].items()
    ]


def _confusion(table: dict[str, Any]) -> list[str]:
    names = list(table["labels"])
    head = " " * 24 + "".join(f"{name[:9]:>11}" for name in names)
    rows = [
        f"{name:24}" + "".join(f"{n:>11}" for n in row) for name, row in zip(names, table["confusion"], strict=True)
    ]
    return [head, *rows]


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.1%}"
