"""`verava report`: the market report from the store."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

FORMS = ("html", "markdown", "csv")
LANGUAGES = ("it", "en")


class Listed(click.ParamType[tuple[str, ...]]):
    """A comma-separated list of known words."""

    name = "LIST"

    def __init__(self, known: tuple[str, ...]) -> None:
        self.known = known
        """The words that may stand in the list."""

    def convert(
        self, value: str | tuple[str, ...], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Return the words of `value`, each once; fail on one that is not known."""
        if isinstance(value, tuple):
            return value
        words = tuple(dict.fromkeys(word.strip() for word in value.split(",") if word.strip()))
        for word in words:
            if word not in self.known:
                self.fail(f"{word!r} is none of {', '.join(self.known)}", param, ctx)
        return words or self.known


DAY = click.DateTime(["%Y-%m-%d"])


@click.command(short_help="Write the market report from the store.")
@click.option("--lang", "languages", type=Listed(LANGUAGES), default=LANGUAGES, help="it, en, or both (default).")
@click.option("--from", "first", type=DAY, help="First day of publication to count, YYYY-MM-DD.")
@click.option("--to", "last", type=DAY, help="Last day of publication to count, YYYY-MM-DD.")
@click.option("--format", "forms", type=Listed(FORMS), default=FORMS, help="html,markdown,csv (default: all).")
@click.option("--out", type=click.Path(path_type=Path), default=Path("report"), show_default=True, help="Folder.")
@click.option("--title", default="", help="Title of the report.")
@click.option("--author", default="", help="Who publishes it.")
@click.option(
    "--store",
    "store_url",
    envvar="VERAVA_STORE",
    help="Database URL or SQLite file (default: the user's data folder).",
)
@click.option("--config", type=click.Path(path_type=Path), help="Settings file (default: ./verava.toml).")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def report(
    languages: tuple[str, ...],
    first: datetime | None,
    last: datetime | None,
    forms: tuple[str, ...],
    out: Path,
    title: str,
    author: str,
    store_url: str | None,
    config: Path | None,
    quiet: bool,
) -> None:
    r"""Read what is unread in the store, count it, and write tables and charts.

    \b
    Example:
        verava report --lang it --from 2026-07-01 --to 2026-09-30 --out settembre
    """
    from crawler.config import load_config
    from crawler.store import open_store
    from reports.make import Order, make_report

    order = Order(out, languages, forms, _day(first), _day(last), title, author)
    files = make_report(open_store(store_url), load_config(config), order, progress=progress(quiet))
    for file in files:
        click.echo(file)


def progress(quiet: bool):  # type: ignore[no-untyped-def]  # noqa: ANN201 - a callback for make_report
    """Return what tells a person on standard error how far the work is."""
    return (lambda _line: None) if quiet else (lambda line: click.echo(f"verava: {line}", err=True))


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
