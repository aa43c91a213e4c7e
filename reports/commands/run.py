"""`verava run`: crawl, read, report in one go."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click

from reports.commands.report import announce, progress


@click.command(short_help="Crawl, read and report in one go.")
@click.option("--demo", is_flag=True, help="The embedded sample board in place of real sources: offline, invented ads.")
@click.option("--out", type=click.Path(path_type=Path), default=Path("report"), show_default=True, help="Folder.")
@click.option("--store", "store_url", envvar="VERAVA_STORE", help="Database URL or SQLite file (default: the user's "
              "data folder; with --demo: a new file in the report's folder).")  # fmt: skip
@click.option("--config", type=click.Path(path_type=Path), help="Settings file (default: ./verava.toml).")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def run(demo: bool, out: Path, store_url: str | None, config: Path | None, quiet: bool) -> None:
    """Visit the sources of the settings, read what is new, write the report. Exit code 3 when some source fell short.

    \b
    Example:
        verava run --demo
        verava run --out ottobre
    """
    if demo:
        _run_demo(out, quiet)
    else:
        code = _crawl(["--store", store_url] if store_url else [], config, quiet, {})
        _report(out, store_url, config, quiet, sample=False)
        sys.exit(code)


def _run_demo(out: Path, quiet: bool) -> None:
    """Visit the sample board on two of its days, so that edited, reposted and removed ads show."""
    from crawler.board import HOST, VISITS, Board, serve_board

    say = progress(quiet)
    store = out / "sample.sqlite"
    out.mkdir(parents=True, exist_ok=True)
    for file in out.glob("sample.sqlite*"):
        file.unlink()
    for day in VISITS:
        board = Board(day)
        say(f"visiting the sample board as of {day}: {len(board.ads)} ads")
        with serve_board(board) as address:
            _crawl(
                ["--store", str(store), "--delay", "0", "--url", f"https://{HOST}/"],
                None,
                quiet,
                {"VERAVA_MIRROR": address},
            )
    _report(out, str(store), None, quiet, sample=True)


def _crawl(arguments: list[str], config: Path | None, quiet: bool, environment: dict[str, str]) -> int:
    """Crawl in a process of its own (Scrapy's reactor starts once a process); return 0, or 3: some fell short."""
    command = [sys.executable, "-m", "verava", "crawl", *arguments]
    command += ["--config", str(config)] if config else []
    command += ["--quiet"] if quiet else []
    done = subprocess.run(command, env=os.environ | environment, check=False)  # noqa: S603 - our own command
    if done.returncode not in {0, 3}:
        sys.exit(done.returncode)
    return done.returncode


def _report(out: Path, store_url: str | None, config: Path | None, quiet: bool, *, sample: bool) -> None:
    from crawler.config import load_config
    from crawler.store import open_store
    from reports.make import Order, make_report

    files = make_report(open_store(store_url), load_config(config), Order(out, sample=sample), progress=progress(quiet))
    announce(files)
