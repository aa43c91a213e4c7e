"""Schedules for other programs to run: cron, systemd, GitHub Actions. Pure: an order → text.

Once a day is enough: the feeds are a day late anyway, and what is due is decided by each source's card, so that a
schedule may well run more often than a source allows.
"""

from __future__ import annotations

import shlex
from dataclasses import dataclass, field
from typing import Final, NamedTuple

FORMATS: Final = ("cron", "systemd", "github")
"""Kinds of schedule."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be run, and when."""

    program: str
    """Path of the `verava` command."""
    folder: str
    """Folder it runs in: the one that holds verava.toml, and gets the report."""
    arguments: tuple[str, ...] = ("run", "--quiet")
    """Command and options."""
    hour: int = 6
    """Hour of the day, local time."""
    minute: int = 17
    """Minute; not a full hour, when all the world's schedules run."""
    ping: str = ""
    """Address that is asked after a run without error, for health checks; empty for none."""
    writable: tuple[str, ...] = field(default=())
    """Folders that a run writes to besides its own, where they exist."""


class File(NamedTuple):
    """One file of a schedule."""

    name: str
    text: str


def make_schedule(form: str, order: Order) -> list[File]:
    """Return the files of a schedule of the kind `form` (one of `FORMATS`)."""
    makers = {"cron": _cron, "systemd": _systemd, "github": _github}
    return makers[form](order)


def _cron(order: Order) -> list[File]:
    """Return a crontab: install it with `crontab FILE`, or add its lines with `crontab -e`."""
    command = " ".join(shlex.quote(part) for part in (order.program, *order.arguments))
    ping = f" && {_ping(order)}" if order.ping else ""
    line = f"cd {shlex.quote(order.folder)} && {command} >>verava.log 2>&1{ping}"
    escaped = line.replace("%", "\\%")
    text = (
        "# VeraVA, once a day. Exit codes: 0 all well, 3 some source fell short, 4 another crawl was on.\n"
        f"{order.minute} {order.hour} * * * {escaped}\n"
    )
    return [File("verava.cron", text)]


def _systemd(order: Order) -> list[File]:
    """Return a service and its timer, for `~/.config/systemd/user` or `/etc/systemd/system`."""
    command = " ".join(_unit_word(part) for part in (order.program, *order.arguments))
    writable = " ".join(_unit_word(path) for path in (order.folder, *(f"-{each}" for each in order.writable)))
    ping = f"ExecStartPost=-/bin/sh -c {_unit_word(_ping(order))}\n" if order.ping else ""
    service = f"""[Unit]
Description=VeraVA: crawl virtual-assistant ads and write the report
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
WorkingDirectory={order.folder.replace("%", "%%")}
ExecStart={command}
{ping}# 3: some source fell short, 4: another crawl was on; both are told by `verava status`
SuccessExitStatus=3 4
TimeoutStartSec=4h
Nice=10
NoNewPrivileges=yes
PrivateTmp=yes
ProtectSystem=strict
ReadWritePaths={writable}
"""
    timer = f"""[Unit]
Description=VeraVA once a day

[Timer]
OnCalendar=*-*-* {order.hour:02}:{order.minute:02}:00
RandomizedDelaySec=10min
Persistent=yes

[Install]
WantedBy=timers.target
"""
    return [File("verava.service", service), File("verava.timer", timer)]


def _github(order: Order) -> list[File]:
    """Return a workflow that crawls, reports and commits the report; the store travels in the repository's cache."""
    ping = f"      - run: {_ping(order)}\n" if order.ping else ""
    text = f"""# VeraVA: crawl, report, commit. Put this file into .github/workflows/ beside your verava.toml.
name: VeraVA
on:
  schedule:
    - cron: "{order.minute} {order.hour} * * *"  # UTC
  workflow_dispatch:
permissions:
  contents: write
concurrency:
  group: verava
  cancel-in-progress: false
jobs:
  report:
    runs-on: ubuntu-latest
    timeout-minutes: 240
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - uses: actions/cache@v4
        with:
          path: store
          key: verava-${{{{ github.run_id }}}}
          restore-keys: verava-
      - run: pip install verava
      - name: Crawl, read, report (3 - some source fell short - is no reason to stop)
        run: verava run --quiet --store store/verava.sqlite --out report || test $? -eq 3
      - name: Commit the report
        run: |
          git config user.name "VeraVA"
          git config user.email "verava@users.noreply.github.com"
          git add report
          git diff --cached --quiet || git commit -m "Report of $(date -u +%F)"
          git push
{ping}"""
    return [File("verava.yml", text)]


def _ping(order: Order) -> str:
    return f"curl -fsS -m 10 --retry 3 -o /dev/null {shlex.quote(order.ping)}"


def _unit_word(text: str) -> str:
    """Return `text` as one word of a unit file."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"' if not escaped or any(letter in " \t\"';" for letter in escaped) else escaped
