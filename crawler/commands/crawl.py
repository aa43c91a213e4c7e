"""`verava crawl`: collect ads into the store."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from crawler.config import Config
    from crawler.engine import Outcome
    from crawler.store import Store
    from crawler.visit import Job

PARTIAL = 3
"""Exit code when a source fell short: it was blocked, failed, or gave nothing."""


@click.command(short_help="Collect ads from sources and sites into the store.")
@click.argument("sources", metavar="[SOURCE…]", nargs=-1)
@click.option("--url", "urls", multiple=True, help="A site or page with JobPosting; may be given again.")
@click.option("--limit", type=click.IntRange(1), help="At most this many ads a source.")
@click.option("--delay", type=click.FloatRange(0, 3600), help="Seconds between requests to a host.")
@click.option("--store", "store_url", envvar="VERAVA_STORE", help="Database URL or SQLite file.")
@click.option("--config", type=click.Path(path_type=Path), help="Settings file (default: ./verava.toml).")
@click.option("--allow-private", is_flag=True, help="Allow addresses of this machine or network.")
@click.option("--force", is_flag=True, help="Visit sources also before they are due.")
@click.option("--dry-run", is_flag=True, help="Say what would be visited; ask and store nothing.")
@click.option("-q", "--quiet", is_flag=True, help="Only errors.")
def crawl(
    sources: tuple[str, ...],
    urls: tuple[str, ...],
    limit: int | None,
    delay: float | None,
    store_url: str | None,
    config: Path | None,
    allow_private: bool,
    force: bool,
    dry_run: bool,
    quiet: bool,
) -> None:
    """Visit sources by name (see `verava sources`) and sites by address; store every ad they publish.

    Without any, the sources and sites of the settings are visited. Politely: robots.txt is obeyed, one
    request at a time a host, and a source is visited no more often than its card allows. A crawl that
    was killed goes on where it was. Exit code 3 when some source fell short, 4 when another crawl is on.

    \b
    Example:
        verava crawl
        verava crawl remotive jobicy --limit 50
        verava crawl --url https://annunci.esempio.it/
        verava crawl --dry-run
    """
    from crawler.lock import crawl_lock

    if dry_run:
        _show_plan(sources, urls, _settings(config, delay), store_url)
        return
    with crawl_lock(store_url):  # before all that takes long to import: who comes too late is told at once
        settings = _settings(config, delay)
        if not settings.contact and not quiet and "VERAVA_MIRROR" not in os.environ:
            click.echo("verava: no `contact` in verava.toml: site owners cannot reach you", err=True)
        outcomes = _crawl(sources, urls, settings, store_url, limit, force, allow_private, quiet)
    sys.exit(0 if all(outcome.verdict == "ok" for outcome in outcomes) else PARTIAL)


def _settings(config: Path | None, delay: float | None) -> Config:
    from crawler.config import load_config

    settings = load_config(config)
    return settings if delay is None else settings.model_copy(update={"delay": delay})


def _crawl(
    sources: Sequence[str],
    urls: Sequence[str],
    settings: Config,
    store_url: str | None,
    limit: int | None,
    force: bool,
    allow_private: bool,
    quiet: bool,
) -> list[Outcome]:
    """Visit what is due, and remove texts whose time is over; the caller holds the lock."""
    from crawler.loading import load
    from crawler.store import open_store

    jobs = _jobs(sources, urls, settings)
    load()
    store = open_store(store_url)
    with store.held():
        jobs = _due(jobs, store, force=force, quiet=quiet)
        outcomes = _visit(jobs, store, settings, limit, allow_private=allow_private, quiet=quiet)
        if settings.keep_days:
            store.remove_texts(settings.keep_days)
    return outcomes


def _jobs(sources: Sequence[str], urls: Sequence[str], settings: Config) -> list[Job]:
    """Return what is asked for: the names and addresses given, else those of the settings."""
    from crawler.sources import card
    from crawler.visit import Job

    names = sources or (() if urls else settings.sources)
    sites = [*urls, *(map(str, settings.sites) if not sources and not urls else ())]
    return [Job(source=card(name).name) for name in names] + [_site(url) for url in sites]


def _site(url: str) -> Job:
    """Return the job of visiting a site; raises SourceError for what is no address, or must not be visited."""
    from crawler.refused import allowed_site
    from crawler.visit import Job

    job = Job.site(url)
    allowed_site(job.url or url)
    return job


def _due(jobs: Sequence[Job], store: Store, *, force: bool, quiet: bool) -> list[Job]:
    """Return the jobs that may run now; say of the others from when on."""
    from crawler.mirror import Mirror
    from crawler.plan import make_plan

    if force:
        return list(jobs)
    plan = make_plan(jobs, store, mirrored=Mirror.from_environment() is not None)
    for each in plan:
        if not each.due.now and not quiet:
            click.echo(f"verava: {each.waits()}; --force visits it all the same", err=True)
    return [each.job for each in plan if each.due.now]


def _show_plan(sources: Sequence[str], urls: Sequence[str], settings: Config, store_url: str | None) -> None:
    from crawler.mirror import Mirror
    from crawler.plan import describe, make_plan
    from crawler.store import open_store

    jobs = _jobs(sources, urls, settings)
    plan = make_plan(jobs, open_store(store_url), mirrored=Mirror.from_environment() is not None)
    click.echo(describe(plan, settings))


def _visit(
    jobs: Sequence[Job],
    store: Store,
    settings: Config,
    limit: int | None,
    *,
    allow_private: bool,
    quiet: bool,
) -> list[Outcome]:
    """Run the crawl, show how far it is on a terminal, and how it ended."""
    from crawler.engine import run_crawl
    from crawler.runs import RunRecorder, summary

    recorder = RunRecorder(store)
    show = _progress() if not quiet and sys.stderr.isatty() else None
    outcomes = run_crawl(jobs, recorder, config=settings, limit=limit, allow_private=allow_private, on_progress=show)
    if show is not None:
        click.echo("\r" + " " * 78 + "\r", nl=False, err=True)
    if not quiet and outcomes:
        click.echo(summary(outcomes, recorder))
    for outcome in outcomes:
        for error in outcome.errors[:3]:
            click.echo(f"verava: {outcome.source}: {error}", err=True)
    return outcomes


def _progress() -> Callable[[str], None]:
    return lambda line: click.echo(f"\r{line:<78}", nl=False, err=True)
