"""The front door."""

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

import verava
from verava import COMMANDS, cli


def run(*arguments, **options):
    return subprocess.run(
        [sys.executable, "-m", "verava", *arguments], capture_output=True, text=True, check=False, **options
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_there_and_documented(name):
    """Each entry leads to a command whose short help is the table's line and whose help has an example."""
    command = cli.get_command(click.Context(cli), name)

    assert command.name == name
    assert command.short_help == COMMANDS[name].help
    assert "Example:" in command.help
    for parameter in command.params:
        assert parameter.param_type_name == "argument" or parameter.help or parameter.name == "form", parameter.name


def test_help_lists_all_commands():
    """`verava --help` names every command with its line."""
    done = run("--help")

    assert done.returncode == 0
    for name, entry in COMMANDS.items():
        assert name in done.stdout
        assert entry.help in done.stdout


def test_help_imports_nothing_heavy():
    """Neither the door nor a command's help imports scrapy, sklearn, pandas or numpy."""
    code = (
        "import sys, verava\n"
        "from click.testing import CliRunner\n"
        "for name in [None, *verava.COMMANDS]:\n"
        "    result = CliRunner().invoke(verava.cli, [name, '--help'] if name else ['--help'])\n"
        "    assert result.exit_code == 0, result.output\n"
        "heavy = {'scrapy', 'sklearn', 'pandas', 'numpy', 'scipy', 'altair', 'sqlalchemy', 'twisted'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr


def test_an_unknown_command_is_one_line_of_usage():
    """A typo is named, with exit code 2."""
    done = run("clasify")

    assert done.returncode == 2
    assert "No such command 'clasify'" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_user_error_is_one_line(tmp_path):
    """An error of ours is one line on stderr, exit code 1, no traceback."""
    done = run("status", "--store", "nosuch://x")

    assert done.returncode == 1
    assert done.stderr.startswith("verava: --store nosuch://x")
    assert done.stderr.count("\n") == 1


def test_version():
    """The version is the distribution's."""
    from importlib.metadata import version

    assert run("--version").stdout == f"verava {version('verava')}\n"


def test_a_target_that_is_no_command_is_told(monkeypatch):
    """A wrong row of the table is found at once."""
    monkeypatch.setitem(verava.COMMANDS, "broken", verava.Entry("crawler.paths:data_path", "x"))
    with pytest.raises(TypeError, match=r"crawler\.paths:data_path is not a command"):
        cli.get_command(click.Context(cli), "broken")


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_an_example_on_lines_of_its_own(name):
    """`--help` of every command shows an example to copy, not folded into the prose."""
    text = CliRunner().invoke(cli, [name, "--help"]).output

    assert "\n  Example:\n      verava " in text
