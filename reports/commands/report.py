"""`verava report`: the market report from the store."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reports.commands.settings import read_settings

if TYPE_CHECKING:
    from reports.windows import Window

FORMS = ("html", "markdown", "csv", "wordpress", "hugo", "substack")
USUAL = FORMS[:3]
LANGUAGES = ("it", "en")
PERIODS = ("month", "quarter", "year", "all")


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
@click.option("--period", type=click.Choice(PERIODS), default="all", help="The last whole month, quarter or year.")
@click.option("--compare/--no-compare", default=True, help="With the period before, of equal length (default).")
@click.option(
    "--format",
    "forms",
    type=Listed(FORMS),
    default=USUAL,
    help="Of html,markdown,csv (default: these), wordpress,hugo,substack.",
)
@click.option("--out", type=click.Path(path_type=Path), default=Path("report"), show_default=True, help="Folder.")
@click.option("--title", default="", help="Title of the report.")
@click.option("--author", default="", help="Who publishes it.")
@click.option("--theme", type=click.Path(path_type=Path), help="Colours and fonts, a TOML file (see docs/report.md).")
@click.option(
    "--settings",
    type=click.Path(path_type=Path),
    is_eager=True,
    expose_value=False,
    callback=read_settings,
    help="Defaults of these options, a TOML file (default: ./report.toml when there is one).",
)
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
    period: str,
    compare: bool,
    forms: tuple[str, ...],
    out: Path,
    title: str,
    author: str,
    theme: Path | None,
    store_url: str | None,
    config: Path | None,
    quiet: bool,
) -> None:
    """Read what is unread in the store, count it, and write tables and charts.

    \b
    Example:
        verava report --lang it --period month
        verava report --format wordpress,csv --title "Annunci di ottobre" --author "Anna Prova"
        verava report --from 2026-07-01 --to 2026-09-30 --out estate
    """
    from crawler.config import load_config
    from crawler.store import open_store
    from reports.charts.theme import load_theme
    from reports.make import Order, make_report

    window = _window(first, last, period)
    order = Order(out, languages, forms, window.first, window.last, title, author, compare=compare,
                  theme=load_theme(theme) if theme else None)  # fmt: skip
    files = make_report(open_store(store_url, create=False), load_config(config), order, progress=progress(quiet))
    announce(files)


def announce(files: Sequence[Path]) -> None:
    """Name the pages that were written, to be opened or pasted, and how many files stand beside them."""
    pages = [file for file in files if file.suffix in {".html", ".md"}]
    for page in pages:
        click.echo(page)
    if len(files) > len(pages):
        click.echo(f"and {len(files) - len(pages)} more files beside them: pictures, tables, licence")


def progress(quiet: bool):  # type: ignore[no-untyped-def]  # noqa: ANN201 - a callback for make_report
    """Return what tells a person on standard error how far the work is."""
    return (lambda _line: None) if quiet else (lambda line: click.echo(f"verava: {line}", err=True))


def _window(first: datetime | None, last: datetime | None, period: str) -> Window:
    """Return the days to count; fail when both days and a period are named, or the days are the wrong way round."""
    from reports.windows import Window, last_whole

    if period != "all":
        if first or last:
            raise click.UsageError(f"--period {period} names the days already; leave out --from and --to")
        return last_whole(period, datetime.now(UTC).date())
    if first and last and first > last:
        raise click.UsageError(f"--from {first:%Y-%m-%d} is after --to {last:%Y-%m-%d}")
    return Window(first.date() if first else None, last.date() if last else None)
