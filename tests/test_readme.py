"""What the documents tell a reader to type must exist: commands and options, checked against the program."""

import re
from pathlib import Path

import click
import pytest

from verava import cli

ROOT = Path(__file__).parents[1]
DOCUMENTS = ("README.md", "docs/guida.md", "docs/report.md", "CONTRIBUTING.md", "CHANGELOG.md")


def typed(document):
    """All `verava …` commands that stand as code in `document`."""
    text = (ROOT / document).read_text(encoding="utf-8")
    inline = re.findall(r"`(?:\.venv/bin/)?(verava [^`]+)`", text)
    sessions = re.findall(r"^\$ (verava .+?)(?:\s{2,}#.*)?$", text, re.M)
    return inline + sessions


@pytest.mark.parametrize("document", DOCUMENTS)
def test_commands_and_options_exist(document):
    """Every command and every long option that a document names is one of the program's."""
    context = click.Context(cli)
    for line in typed(document):
        words = line.replace("[", " ").replace("]", " ").split()[1:]
        if words[0].startswith("-"):
            continue
        command = cli.get_command(context, words[0])
        assert command is not None, line
        while isinstance(command, click.Group) and len(words) > 1 and (inner := command.get_command(context, words[1])):
            command, words = inner, words[1:]
        known = {name for option in command.params for name in (*option.opts, *option.secondary_opts)} | {"--help"}
        unknown = [word.split("=")[0] for word in words if word.startswith("--") and word.split("=")[0] not in known]
        assert not unknown, line


def test_readme_opens_with_what_it_is_a_session_and_two_commands():
    """The first screen: a sentence, a true session, `make demo` and `make test`."""
    first = (ROOT / "README.md").read_text(encoding="utf-8").split("## ")[0]

    assert "$ verava classify" in first
    assert "$ make demo" in first
    assert "$ make test" in first
