"""`verava train`: fit the model and write it with its card."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from classifier.corpus import Example


@click.command(short_help="Fit the model on the corpus and write it with its card.")
@click.option("--corpus", "corpus", multiple=True, type=click.Path(path_type=Path), help="JSON Lines of labelled ads, "
              "in place of the shipped corpus; may be given again.")  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path), help="Where to write NAME.joblib, NAME.weights.json and "
              "NAME.card.json (default: the user's cache folder).")  # fmt: skip
@click.option(
    "--store",
    "store_url",
    envvar="VERAVA_STORE",
    help="Store whose labels count too: a database URL or SQLite file (default: the user's data folder).",
)
@click.option("--no-labels", is_flag=True, help="Leave the labels of `verava label` out.")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def train(corpus: tuple[Path, ...], out: Path | None, store_url: str | None, no_labels: bool, quiet: bool) -> None:
    """Fit on labelled ads, validate on groups never seen together, write model, weights and card.

    The labels that `verava label` stored count beside the corpus; the model then reads your ads from now on.
    Those of `verava label --random` are left out: they measure it.

    \b
    Example:
        verava train
        verava train --corpus data/corpus/ads.jsonl --corpus mine.jsonl --out mine.joblib
        verava classify --model mine.joblib annuncio.txt
    """
    from classifier.cache import build_model, cached_path, model_key, put_in_force
    from classifier.labelling import labels_key

    say = (lambda _line: None) if quiet else (lambda line: click.echo(f"verava: {line}", err=True))
    files = list(corpus) or None
    own = [] if no_labels else _labels(store_url, say)
    key = model_key(files, labels_key(own))
    path = out or cached_path(key)
    validation = build_model(path, files, say, own, labels_key(own))
    if out is None and files is None:
        put_in_force(key if own else None)
    click.echo(f"wrote {path}")
    for name, table in validation.items():
        click.echo(
            f"{name:>4}: n {table['n']}, accuracy {table['accuracy']:.3f}, macro-F1 {table['macro_f1']:.3f}, "
            f"ECE {table['ece']:.3f} (grouped 5-fold cross-validation)"
        )


def _labels(store_url: str | None, say: Callable[[str], None]) -> list[Example]:
    """Return the labelled ads of the store; none where there is no store yet."""
    from classifier.labelling import labelled_examples
    from crawler.store import default_url, open_store

    if store_url is None and not Path(default_url().removeprefix("sqlite:///")).is_file():
        return []
    rows = open_store(store_url).labelled()
    found = labelled_examples(rows)
    if rows:
        say(f"{len(rows)} labels in the store: {len(found)} ads to learn from")
    if drawn := sum(row.drawn for row in rows):
        say(f"{drawn} labels of ads drawn at random are left out: reports measure by them")
    return found
