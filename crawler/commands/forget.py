"""`verava forget`: remove an ad and never store it again."""

from __future__ import annotations

import click


@click.command(short_help="Remove an ad, its versions and readings, for good.")
@click.argument("url")
@click.option("--store", "store_url", envvar="VERAVA_STORE", help="Database URL or SQLite file.")
def forget(url: str, store_url: str | None) -> None:
    """Remove all that is stored of the ad at URL, and never store it again.

    What remains is a fingerprint of the address, by which later crawls know to leave the ad out. Reports
    that were made before are files of yours: make them anew.

    \b
    Example:
        verava forget https://annunci.esempio.it/annuncio/123
    """
    from crawler.lock import crawl_lock
    from crawler.store import open_store

    with crawl_lock(store_url):
        gone = open_store(store_url, create=False).forget(url)
    click.echo(f"{gone} ad{'' if gone == 1 else 's'} removed; {url} will not be stored again")
