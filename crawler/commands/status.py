"""`verava status`: the last runs by source, and what the store holds."""

from __future__ import annotations

import click


@click.command(short_help="Show the last runs by source, and what the store holds.")
@click.option("--store", "store_url", envvar="VERAVA_STORE", help="Database URL or SQLite file (default: the user's data folder).")
@click.option("--runs", type=click.IntRange(1), default=1, show_default=True, help="Runs shown a source.")
def status(store_url: str | None, runs: int) -> None:
    """Show by source when it was last visited, how that ended, and how many ads are stored.

    \b
    Example:
        verava status --runs 5
    """
    from crawler.store import open_store

    store = open_store(store_url)
    counts = store.count_ads()
    click.echo(f"{store.name}: {sum(counts.values())} ads")
    rows = store.last_runs(runs)
    if not rows:
        click.echo("no runs yet; start with `verava crawl`")
        return
    click.echo(f"{'source':28}{'started (UTC)':21}{'verdict':10}{'seen':>6}{'new':>6}{'changed':>9}{'stored':>8}")
    for row in rows:
        click.echo(
            f"{row.source:28}{row.started_at[:19]:21}{row.verdict:10}{row.ads_seen:>6}{row.ads_new:>6}"
            f"{row.ads_changed:>9}{counts.get(row.source, 0):>8}"
        )
        if row.note:
            click.echo(f"{'':28}{row.note}")
