"""`verava sources`: each source's card."""

from __future__ import annotations

import click


@click.command(short_help="Show each source's card: endpoint, terms, limits.")
@click.argument("name", required=False)
def sources(name: str | None) -> None:
    """List the sources, or show the whole card of one.

    \b
    Example:
        verava sources
        verava sources remotive
    """
    from crawler.sources import card, cards

    if name is None:
        for each in cards():
            click.echo(f"{each.name:18}{each.completeness:15}{each.endpoint}")
        click.echo("\nAny other site with schema.org JobPosting: verava crawl --url https://…")
        return
    for field, value in card(name).lines():
        click.echo(f"{field:24}{value}")
