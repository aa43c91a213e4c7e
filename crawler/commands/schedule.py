"""`verava schedule`: print a ready schedule."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from crawler.schedule import FORMATS, Order, make_schedule


@click.command(short_help="Print a ready schedule: cron, systemd or GitHub Actions.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="cron", show_default=True, help="Kind.")
@click.option("--at", default="06:17", show_default=True, metavar="HH:MM", help="Time of day.")
@click.option("--folder", type=click.Path(path_type=Path), default=Path(), help="Folder to run in (default: here).")
@click.option("--store", "store_url", envvar="VERAVA_STORE", help="Database URL or SQLite file.")
@click.option("--ping", default="", metavar="URL", help="Address to ask after a run without error.")
@click.option("--out", type=click.Path(path_type=Path), help="Write the files into this folder; print none.")
def schedule(form: str, at: str, folder: Path, store_url: str | None, ping: str, out: Path | None) -> None:
    """Print a schedule that crawls, reads and reports once a day.

    What is due is decided at each run, from the sources' cards and the runs before.

    \b
    Example:
        verava schedule --format cron | crontab -
        verava schedule --format systemd --out ~/.config/systemd/user
        verava schedule --format github --out .github/workflows
    """
    hour, minute = _time(at)
    arguments = ("run", "--quiet", *(("--store", store_url) if store_url else ()))
    order = Order(_program(), str(folder.resolve()), arguments, hour, minute, _address(ping), _writable(store_url))
    for file in make_schedule(form, order):
        if out is None:
            click.echo(f"# --- {file.name}" if form == "systemd" else "", nl=form == "systemd")
            click.echo(file.text, nl=False)
        else:
            out.mkdir(parents=True, exist_ok=True)
            (out / file.name).write_text(file.text, encoding="utf-8")
            click.echo(out / file.name)


def _time(value: str) -> tuple[int, int]:
    hour, _, minute = value.partition(":")
    if not (hour.isdigit() and minute.isdigit() and int(hour) < 24 and int(minute) < 60):  # noqa: PLR2004
        raise click.BadParameter(f"{value!r} is no time of day; give HH:MM", param_hint="--at")
    return int(hour), int(minute)


def _address(value: str) -> str:
    if value and not value.startswith(("http://", "https://")):
        raise click.BadParameter(f"{value!r} is no http address", param_hint="--ping")
    return value


def _program() -> str:
    """Return the path of the command that is running."""
    return str(Path(sys.argv[0]).resolve()) if Path(sys.argv[0]).name == "verava" else "verava"


def _writable(store_url: str | None) -> tuple[str, ...]:
    """Return the folders of the store and of the built model."""
    from crawler.lock import lock_path
    from crawler.paths import user_cache_dir

    return (str(lock_path(store_url).parent.resolve()), str(user_cache_dir()))
