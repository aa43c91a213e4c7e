"""`verava train`: fit the model and write it with its card."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(short_help="Fit the model on the corpus and write it with its card.")
@click.option("--corpus", "corpus", multiple=True, type=click.Path(path_type=Path), help="JSON Lines of labelled ads, "
              "in place of the shipped corpus; may be given again.")  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path), help="Where to write NAME.joblib, NAME.weights.json and "
              "NAME.card.json (default: the user's cache folder).")  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def train(corpus: tuple[Path, ...], out: Path | None, quiet: bool) -> None:
    """Fit on labelled ads, validate on groups never seen together, write model, weights and card.

    \b
    Example:
        verava train
        verava train --corpus data/corpus/ads.jsonl --corpus mine.jsonl --out mine.joblib
        verava classify --model mine.joblib annuncio.txt
    """
    from classifier.cache import build_model, cached_path, model_key

    files = list(corpus) or None
    path = out or cached_path(model_key(files))
    say = (lambda _line: None) if quiet else (lambda line: click.echo(f"verava: {line}", err=True))
    validation = build_model(path, files, say)
    click.echo(f"wrote {path}")
    for name, table in validation.items():
        click.echo(
            f"{name:>4}: n {table['n']}, accuracy {table['accuracy']:.3f}, macro-F1 {table['macro_f1']:.3f}, "
            f"ECE {table['ece']:.3f} (grouped 5-fold cross-validation)"
        )
