"""Let a cron daemon run the line that `verava schedule --format cron` prints, and tell what came of it.

    python benchmarks/cron.py

Needs root and cron. A daemon that is running already is used as it is; else one is started in the foreground and
stopped again. The line comes under /etc/cron.d with root as its user, for the minute after next, and is removed.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

from crawler.board import HOST, VISITS, Board, serve_board

pinged = []


class Ping(BaseHTTPRequestHandler):
    """Notes that the ping address was asked."""

    def do_GET(self):
        pinged.append(self.path)
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


def cron_runs() -> bool:
    """Return whether a cron daemon is running."""
    for status in Path("/proc").glob("[0-9]*/comm"):
        try:
            if status.read_text().strip() in {"cron", "crond"}:
                return True
        except OSError:
            continue
    return False


def main() -> None:
    """Let a real cron daemon run the printed line once."""
    daemon, program = shutil.which("cron"), Path(sys.executable).with_name("verava")
    if os.getuid() or daemon is None:
        sys.exit("needs root and cron (apt-get install cron)")
    folder = Path(tempfile.mkdtemp(prefix="verava cron "))  # a blank, for the quotes to prove themselves
    (folder / "verava.toml").write_text(
        f'contact = "https://crawl.test/"\ndelay = 0\nsources = []\nsites = ["https://{HOST}/"]\n'
    )
    ping = HTTPServer(("127.0.0.1", 0), Ping)
    Thread(target=ping.serve_forever, daemon=True).start()
    now = datetime.now().astimezone()
    when = now + timedelta(minutes=2 if now.second > 45 else 1)
    command = [program, "schedule", "--format", "cron", "--at", f"{when:%H:%M}", "--store", folder / "ads.sqlite",
               "--folder", folder, "--ping", f"http://127.0.0.1:{ping.server_address[1]}/done?at=100%25"]  # fmt: skip
    printed = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True).stdout
    line = printed.splitlines()[-1]
    print(line)
    *times, rest = line.split(" ", 5)
    table = Path(f"/etc/cron.d/verava-benchmark-{os.getpid()}")
    started = None
    with serve_board(Board(VISITS[0])) as address:
        table.write_text(f"VERAVA_MIRROR={address}\nVERAVA_DATA_DIR={folder}\n{' '.join(times)} root {rest}\n")
        table.chmod(0o644)
        try:
            started = None if cron_runs() else subprocess.Popen([daemon, "-f"])
            until = time.monotonic() + 400
            while not pinged and time.monotonic() < until:
                time.sleep(1)
        finally:
            table.unlink()
            if started is not None:
                started.terminate()
                started.wait()
    log, report = folder / "verava.log", folder / "report"
    print("log:", log.read_text().strip().splitlines()[-3:] if log.is_file() else "none: cron did not run the line")
    print("report:", len(list(report.rglob("*.html"))) if report.is_dir() else 0, "pages; asked after it:", pinged)
    shutil.rmtree(folder)
    sys.exit(not pinged)


if __name__ == "__main__":
    main()
