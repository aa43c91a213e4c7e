"""Schedules."""

import shutil
import subprocess

import pytest
from click.testing import CliRunner

from crawler.commands.schedule import schedule
from crawler.schedule import FORMATS, Order, make_schedule

ORDER = Order(
    "/opt/my apps/verava",
    "/home/anna/VA report",
    ("run", "--quiet"),
    7,
    5,
    "https://ping.test/abc?x=1%2",
    ("/home/anna/.local/share/verava",),
)


def test_cron_line():
    """Time, folder, command, log and ping; blanks quoted, per cents escaped, as crontab wants them."""
    text = make_schedule("cron", ORDER)[0].text
    line = text.splitlines()[-1]

    assert line.startswith("5 7 * * * cd '/home/anna/VA report' && '/opt/my apps/verava' run --quiet ")
    assert "https://ping.test/abc?x=1\\%2" in line


def test_a_real_shell_takes_the_cron_line(tmp_path):
    """What stands in the line runs, in its folder, and writes its log there."""
    program = tmp_path / "my verava"
    program.write_text('#!/bin/sh\necho "$@" in "$(pwd)"\n')
    program.chmod(0o755)
    folder = tmp_path / "a b"
    folder.mkdir()
    line = make_schedule("cron", Order(str(program), str(folder)))[0].text.splitlines()[-1]

    subprocess.run(["sh", "-c", line.split(" ", 5)[5].replace("\\%", "%")], check=True)

    assert (folder / "verava.log").read_text() == f"run --quiet in {folder}\n"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not here")
def test_systemd_accepts_the_units(tmp_path):
    """`systemd-analyze verify` has nothing to say."""
    program = tmp_path / "verava"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    for file in make_schedule(
        "systemd", Order(str(program), str(tmp_path), ping="https://ping.test/a'b", writable=("/nowhere at all",))
    ):
        (tmp_path / file.name).write_text(file.text)

    command = ["systemd-analyze", "verify", *sorted(map(str, tmp_path.glob("verava.*")))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert "verava" not in done.stderr.replace(str(tmp_path), ""), done.stderr
    assert done.returncode == 0


def test_github_workflow():
    """A workflow with a schedule, a crawl and a commit, one at a time; no tab, and every brace of GitHub's in pairs."""
    text = make_schedule("github", ORDER)[0].text

    assert '    - cron: "5 7 * * *"' in text
    assert "concurrency:\n  group: verava" in text
    assert "verava run" in text
    assert "git push" in text
    assert "\t" not in text
    assert text.count("${{") == text.count("}}") == 1


@pytest.mark.parametrize("form", FORMATS)
def test_the_command_prints_or_writes(form, tmp_path):
    """To standard output, or into a folder."""
    printed = CliRunner().invoke(schedule, ["--format", form, "--at", "23:59"])
    written = CliRunner().invoke(schedule, ["--format", form, "--out", str(tmp_path / "new")])

    assert (0, 0) == (printed.exit_code, written.exit_code)
    assert "verava" in printed.output
    assert list((tmp_path / "new").iterdir())


@pytest.mark.parametrize("arguments", [["--at", "25:00"], ["--at", "x"], ["--ping", "ftp://x"], ["--format", "at"]])
def test_mistakes_are_named(arguments):
    """A time that is none, an address that is none."""
    assert CliRunner().invoke(schedule, arguments).exit_code == 2
