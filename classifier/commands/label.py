"""`verava label`: label stored ads by single keys, the least certain first or at random."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from classifier.labelling import Labelling, Shown

KEYS: Final = {
    "1": "genuine_freelance",
    "2": "disguised_employment",
    "3": "open_employment",
    "4": "out_of_scope",
}
"""Key → the label it gives."""

MENU: Final = (
    "[1] genuine freelance  [2] disguised employment  [3] open employment  [4] out of scope\n"
    "[s] skip  [u] undo  [q] quit"
)


@click.command(short_help="Label stored ads, the least certain first.")
@click.option("--who", default=None, help="Who labels (default: the name you are logged in with).")
@click.option(
    "--random", "drawn", is_flag=True, help="Draw the ads by chance: a sample by which reports are corrected."
)
@click.option("--model", type=click.Path(path_type=Path), help="A model written by `verava train --out`.")
@click.option(
    "--store",
    "store_url",
    envvar="VERAVA_STORE",
    help="Database URL or SQLite file (default: the user's data folder).",
)
@click.option("--config", type=click.Path(path_type=Path), help="Settings file (default: ./verava.toml).")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def label(
    who: str | None, drawn: bool, model: Path | None, store_url: str | None, config: Path | None, quiet: bool
) -> None:
    """Show the stored ads one by one, with what the reader makes of them, and store the label you give by one key.

    Ads of which the reader is least certain come first. A label is stored when its key is pressed: stop whenever
    you like and go on another day. Undo takes back your last label, also one of an earlier day. Then run
    `verava train`: it learns from your labels beside the corpus.

    With --random chance chooses the ads, also those you labelled otherwise. `verava train` does not learn from these
    labels; with 100 of them on ads that a report counts, the report corrects its shares by them.

    \b
    Example:
        verava label
        verava label --who anna
        verava label --random
        verava train
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        from crawler.errors import InputError

        raise InputError("label needs a terminal to ask for keys; labels in a file go to `verava train --corpus FILE`")
    session = _open(who or getpass.getuser(), drawn, model, store_url, config, quiet)
    try:
        _run(session)
    except (KeyboardInterrupt, EOFError):
        click.echo()
    use = "`verava report` measures by them" if drawn else "`verava train` learns from them"
    click.echo(f"{session.given} labelled, {session.left} left" + f"; {use}" * bool(session.given))


def _open(
    who: str, drawn: bool, model: Path | None, store_url: str | None, config: Path | None, quiet: bool
) -> Labelling:
    from classifier.labelling import Labelling
    from classifier.read_store import read_store
    from classifier.reader import Reader
    from classifier.search import SearchTerms
    from crawler.config import load_config
    from crawler.store import open_store

    terms = SearchTerms(load_config(config).search_terms)
    store = open_store(store_url)
    say: Callable[[str], None] = (lambda _line: None) if quiet else lambda line: click.echo(f"verava: {line}", err=True)
    reader = Reader.load(model, progress=say)
    read_store(store, reader, terms, lambda done, total: say(f"read {done} of {total} ads"))
    return Labelling(store, reader, terms, who, drawn=drawn)


def _run(session: Labelling) -> None:
    with _keyboard() as read_key:
        shown = session.current()
        _print(session, shown)
        while shown is not None or session.given:
            key = read_key().lower()
            if key == "q":
                return
            if _act(session, key, ad=shown is not None):
                shown = session.current()
                _print(session, shown)


@contextmanager
def _keyboard() -> Iterator[Callable[[], str]]:
    """Yield what waits for a key; no key is lost that is pressed while the next ad is read."""
    try:
        import termios
        import tty
    except ImportError:  # Windows
        yield click.getchar
        return
    keyboard = sys.stdin.fileno()
    before = termios.tcgetattr(keyboard)
    tty.setcbreak(keyboard)
    try:
        yield lambda: _read_key(keyboard)
    finally:
        termios.tcsetattr(keyboard, termios.TCSADRAIN, before)


def _read_key(keyboard: int) -> str:
    data = os.read(keyboard, 1)
    if data in {b"", b"\x04"}:
        raise EOFError
    return data.decode("ascii", "replace")


def _act(session: Labelling, key: str, *, ad: bool) -> bool:
    """Do what `key` asks for, where `ad` tells whether one is in front; return whether another is in front now."""
    if ad and key in KEYS:
        click.echo(f"→ {KEYS[key]}\n")
        session.give(KEYS[key])
    elif ad and key == "s":
        click.echo("→ skipped\n")
        session.skip()
    elif key == "u":
        if not session.undo():
            click.echo("→ nothing to undo")
            return False
        click.echo("→ undone\n")
    else:
        return False
    return True


def _print(session: Labelling, shown: Shown | None) -> None:
    from classifier.show import printable, show

    if shown is None:
        click.echo("No ad is left to label." + "  [u] undo  [q] quit" * bool(session.given))
        return
    click.echo(click.style(f"── {session.left} to label ── {shown.source} ── {shown.url}", dim=True))
    if session.drawn:  # a measure must not be swayed by what it measures: the ad alone, no verdict
        click.echo(f"{printable(shown.reading.text)}\n")
    else:
        click.echo(show(shown.reading, colour="NO_COLOR" not in os.environ))
    click.echo(MENU)
