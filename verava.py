"""The front door: a table of commands, each imported when it is called."""

from __future__ import annotations

import importlib
import sys
from typing import NamedTuple

import click

from crawler.errors import VeravaError


class Entry(NamedTuple):
    """Where a command lives, and its line in `verava --help`."""

    target: str
    help: str


COMMANDS = {
    "run": Entry("reports.commands.run:run", "Crawl, read and report in one go."),
    "crawl": Entry("crawler.commands.crawl:crawl", "Collect ads from sources and sites into the store."),
    "sources": Entry("crawler.commands.sources:sources", "Show each source's card: endpoint, terms, limits."),
    "source": Entry("crawler.commands.source:source", "Write a new source, check all, make their docs."),
    "schedule": Entry("crawler.commands.schedule:schedule", "Print a ready schedule: cron, systemd or GitHub Actions."),
    "forget": Entry("crawler.commands.forget:forget", "Remove an ad, its versions and readings, for good."),
    "status": Entry("crawler.commands.status:status", "Show the last runs by source and what is due."),
    "classify": Entry("classifier.commands.classify:classify", "Read one ad, or many: label, why, pay, skills."),
    "train": Entry("classifier.commands.train:train", "Fit the model on the corpus and write it with its card."),
    "evaluate": Entry("classifier.commands.evaluate:evaluate", "Score the reader against labelled ads."),
    "label": Entry("classifier.commands.label:label", "Label stored ads, the least certain first."),
    "rates": Entry("classifier.commands.rates:rates", "Show or refresh the ECB exchange rates."),
    "report": Entry("reports.commands.report:report", "Write the market report from the store."),
}


class Door(click.Group):
    """A group that knows its commands by name and imports one only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import the command called `cmd_name`; None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].target.partition(":")
        command = getattr(importlib.import_module(module), name)
        if not isinstance(command, click.Command):
            raise TypeError(f"{COMMANDS[cmd_name].target} is not a command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands from the table, importing none."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.help) for name, entry in COMMANDS.items()])


@click.group(cls=Door, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="verava", message="%(prog)s %(version)s")
def cli() -> None:
    """Tell genuine virtual-assistant work from disguised employment.

    \b
    Example:
        verava classify annuncio.txt
        verava run --demo
    """


def main() -> None:
    """Run the command line; a user's mistake is one line on stderr and an exit code, never a traceback."""
    try:
        cli.main(prog_name="verava", standalone_mode=True)
    except VeravaError as error:
        click.echo(f"verava: {error}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(141)


if __name__ == "__main__":
    main()
