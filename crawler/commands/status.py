"""`verava status`: the last runs by source, what is due, and what the store holds."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from crawler.store import Store


@click.command(short_help="Show the last runs by source and what is due.")
@click.option("--store", "store_url", envvar="VERAVA_STORE", help="Database URL or SQLite file.")
@click.option("--config", type=click.Path(path_type=Path), help="Settings file (default: ./verava.toml).")
@click.option("--runs", type=click.IntRange(1), default=1, show_default=True, help="Runs shown a source.")
def status(store_url: str | None, config: Path | None, runs: int) -> None:
    """Show by source its last runs and verdicts, its last good run, the trend of its counts, and when it is due.

    \b
    Example:
        verava status --runs 5
    """
    from crawler.config import load_config
    from crawler.store import open_store

    store, settings = open_store(store_url), load_config(config)
    stands = store.count_by_status()
    total = sum(sum(counts.values()) for counts in stands.values())
    still_open = sum(counts.get("open", 0) for counts in stands.values())
    click.echo(f"{store.name}: {total} ads, {still_open} open")
    rows = store.last_runs(runs)
    if not rows:
        click.echo("no runs yet; start with `verava crawl`")
        return
    click.echo(f"{'source':28}{'started (UTC)':21}{'verdict':10}{'seen':>6}{'new':>6}{'changed':>9}{'stored':>8}")
    for row in rows:
        _show_run(row, sum(stands.get(row.source, {}).values()))
    click.echo(f"\n{'source':28}{'last good run (UTC)':21}{'next due (UTC)':18}seen in its good runs, newest first")
    for source in dict.fromkeys([row.source for row in rows] + list(settings.sources)):
        _show_source(source, store)


def _show_run(row: Any, stored: int) -> None:
    click.echo(
        f"{row.source:28}{row.started_at[:19]:21}{row.verdict:10}{row.ads_seen:>6}{row.ads_new:>6}"
        f"{row.ads_changed:>9}{stored:>8}"
    )
    if row.note:
        click.echo(f"{'':28}{row.note}")


def _show_source(source: str, store: Store) -> None:
    from crawler.due import due
    from crawler.sources import source_classes

    past = store.past(source)
    found = source_classes().get(source)
    when = due(found.card, past, datetime.now(UTC)) if found else None
    nxt = f"{when.at:%Y-%m-%d %H:%M}" if when and when.at and not when.now else "now"
    good = f"{past.last_good:%Y-%m-%dT%H:%M:%S}" if past.last_good else "none"
    click.echo(f"{source:28}{good:21}{nxt:18}{' '.join(map(str, past.usual)) or '-'}")
