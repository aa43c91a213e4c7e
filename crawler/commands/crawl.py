"""`verava crawl`: collect ads into the store."""

from __future__ import annotations

import sys
from pathlib import Path

import click

PARTIAL = 3
"""Exit code when a source fell short: it was blocked, failed, or gave nothing."""


@click.command(short_help="Collect ads from sources and sites into the store.")
@click.argument("sources", metavar="[SOURCE…]", nargs=-1)
@click.option("--url", "urls", multiple=True, help="A site or page with JobPosting; may be given again.")
@click.option("--limit", type=click.IntRange(1), help="At most this many ads a source.")
@click.option("--delay", type=click.FloatRange(0, 3600), help="Seconds between requests to a host.")
@click.option("--store", "store_url", envvar="VERAVA_STORE", help="Database URL or SQLite file (default: the user's data folder).")
@click.option("--config", type=click.Path(path_type=Path), help="Settings file (default: ./verava.toml).")
@click.option("--allow-private", is_flag=True, help="Allow addresses of this machine or network.")
@click.option("-q", "--quiet", is_flag=True, help="Only errors.")
def crawl(
    sources: tuple[str, ...],
    urls: tuple[str, ...],
    limit: int | None,
    delay: float | None,
    store_url: str | None,
    config: Path | None,
    allow_private: bool,
    quiet: bool,
) -> None:
    """Visit sources by name (see `verava sources`) and sites by address; store every ad they publish.

    Without any, the sources and sites of the settings are visited. Politely: robots.txt is obeyed, one
    request at a time a host. Exit code 3 when some source fell short.

    \b
    Example:
        verava crawl
        verava crawl remotive jobicy --limit 50
        verava crawl --url https://annunci.esempio.it/
    """
    from crawler.config import load_config
    from crawler.engine import Job, run_crawl
    from crawler.runs import RunRecorder, summary
    from crawler.sources import card
    from crawler.store import open_store

    settings = load_config(config)
    if delay is not None:
        settings = settings.model_copy(update={"delay": delay})
    names = sources or (() if urls else settings.sources)
    sites = [*urls, *(map(str, settings.sites) if not sources and not urls else ())]
    jobs = [Job(source=card(name).name) for name in names]
    jobs += [Job.site(url) for url in sites]
    if not settings.contact and not quiet:
        click.echo("verava: no `contact` in verava.toml: site owners cannot reach you", err=True)
    recorder = RunRecorder(open_store(store_url))
    show = not quiet and sys.stderr.isatty()
    outcomes = run_crawl(
        jobs,
        recorder,
        config=settings,
        limit=limit,
        allow_private=allow_private,
        on_progress=(lambda line: click.echo(f"\r{line:<78}", nl=False, err=True)) if show else None,
    )
    if show:
        click.echo("\r" + " " * 78 + "\r", nl=False, err=True)
    if not quiet:
        click.echo(summary(outcomes, recorder))
    for outcome in outcomes:
        for error in outcome.errors[:3]:
            click.echo(f"verava: {outcome.source}: {error}", err=True)
    sys.exit(0 if all(outcome.verdict == "ok" for outcome in outcomes) else PARTIAL)
