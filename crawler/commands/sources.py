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
    from crawler.refused import REFUSED
    from crawler.sources import card, cards

    if name is not None:
        for field, value in card(name).lines():
            click.echo(f"{field:24}{value}")
        return
    click.echo(f"{'source':18}{'visited':12}{'list':15}{'in reports':12}endpoint")
    for each in cards():
        figures = "yes" if each.in_reports else "no"
        click.echo(f"{each.name:18}{each.needs:12}{each.completeness:15}{figures:12}{each.endpoint}")
    click.echo("\nAny other site with schema.org JobPosting: verava crawl --url https://…")
    click.echo("\nNot crawled:")
    for entry in REFUSED:
        click.echo(f"  {entry.name:26}{entry.reason}")
