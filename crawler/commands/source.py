"""`verava source`: write a new source, check them all, make their page of the docs."""

from __future__ import annotations

import sys

import click


@click.group(short_help="Write a new source, check all, make their docs.")
def source() -> None:
    """Work on sources, in a checkout of VeraVA.

    \b
    Example:
        verava source new mioannunci
        verava source check
    """


@source.command(short_help="Write the files of a new source.")
@click.argument("name")
def new(name: str) -> None:
    """Write spider, sample and expected ads of the source NAME, to be filled in.

    \b
    Example:
        verava source new mioannunci
    """
    from datetime import UTC, datetime

    from crawler.source_scaffold import scaffold

    for path in scaffold(name, datetime.now(UTC).date()):
        click.echo(path)
    click.echo(f"Fill them in, then: verava source check {name}")


@source.command(short_help="Check the cards, files and samples of sources.")
@click.argument("names", nargs=-1)
def check(names: tuple[str, ...]) -> None:
    """Check sources (all by default): card, file, settings, and that the sample gives the expected ads.

    Exit code 1 when something is wrong.

    \b
    Example:
        verava source check
        verava source check remotive
    """
    from crawler.config import load_config
    from crawler.paths import data_path
    from crawler.source_check import problems
    from crawler.sources import cards

    config = load_config(data_path("verava.toml"))
    chosen = names or tuple(each.name for each in cards())
    found = [f"{name}: {problem}" for name in chosen for problem in problems(name, config)]
    for line in found:
        click.echo(line, err=True)
    click.echo(f"{len(chosen)} sources checked, {len(found)} problems")
    sys.exit(1 if found else 0)


@source.command(short_help="Write docs/sources.md from the cards.")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit code 1 when the page is out of date.")
def docs(only_check: bool) -> None:
    """Write docs/sources.md: every card, the table of fields, and what is not crawled.

    \b
    Example:
        verava source docs
    """
    from crawler.source_docs import PATH, render
    from crawler.source_samples import sample_ads
    from crawler.sources import cards

    page = render(cards(), {each.name: sample_ads(each.name) for each in cards()})
    current = PATH.is_file() and PATH.read_text(encoding="utf-8") == page
    if only_check:
        click.echo("current" if current else f"{PATH} is out of date: run `verava source docs`")
        sys.exit(0 if current else 1)
    PATH.parent.mkdir(exist_ok=True)
    PATH.write_text(page, encoding="utf-8")
    click.echo(PATH)
