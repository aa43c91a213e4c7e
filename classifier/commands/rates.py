"""`verava rates`: the exchange rates and yardsticks that pay is converted and compared with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from classifier.rates import Rates

_SHOWN: Final = ("USD", "GBP", "PHP", "INR", "AUD", "CAD", "CHF")


@click.command(short_help="Show or refresh the ECB exchange rates.")
@click.option("--update", "origin", metavar="FILE|URL", help="Take in the ECB's eurofxref file (XML, CSV or zip).")
@click.option("--allow-private", is_flag=True, help="Allow addresses of this machine or network in a URL.")
@click.option("--config", type=click.Path(path_type=Path), help="Settings file (default: ./verava.toml).")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def rates(origin: str | None, allow_private: bool, config: Path | None, quiet: bool) -> None:
    """Show which exchange rates turn pay into EUR, from when to when; `--update` takes in newer ones.

    The ECB's addresses are https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml (the last day) and
    …/eurofxref-hist-90d.xml (90 days); its zip files are read from disk. Kept beside your own data.

    \b
    Example:
        verava rates
        verava rates --update https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist-90d.xml
        verava rates --update eurofxref-hist.zip
    """
    from classifier import rates as table

    if origin:
        from classifier.rates_update import parse_rates, save_rates

        save_rates(parse_rates(_read(origin, allow_private, config), origin))
        table.rates.cache_clear()
    if not quiet:
        click.echo(_summary(table.rates(), table.SOURCE))


def _read(origin: str, allow_private: bool, config: Path | None) -> bytes:
    if origin.startswith(("http://", "https://")):
        from crawler.config import load_config
        from crawler.fetch import fetch_page

        page = fetch_page(origin, contact=load_config(config).contact, allow_private=allow_private)
        return page.html.encode()
    from crawler.errors import InputError

    try:
        return Path(origin).read_bytes()
    except OSError as error:
        raise InputError(f"{origin}: {error.strerror or error}; give a file or an address that exists") from error


def _summary(known: Rates, source: str) -> str:
    from datetime import UTC, date, datetime

    newest = known.days[-1]
    age = (datetime.now(UTC).date() - date.fromisoformat(newest)).days
    cells = [f"{rate.per_eur:g} {name}" for name in _SHOWN if (rate := known.rate(name))]
    return (
        f"{source}\n{known.days[0]} to {newest}, {len(known.days)} days, {len(known.table[newest])} currencies; "
        f"the newest is {age} days old\n1 EUR = {', '.join(cells)}"
    )
