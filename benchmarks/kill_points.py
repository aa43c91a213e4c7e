"""Kill a crawl of 1,000 ads at random moments until it is through: no ad is lost, doubled or damaged.

    python benchmarks/kill_points.py [KILLS] [SIGNAL]

Each crawl is killed and begun again until its run has ended; the store must then equal that of a crawl left alone. (A
process that is killed on its way out, its run ended, has lost nothing; the next would begin a new round.) With SIGNAL =
TERM it is asked to stop instead, and how long that takes is told too.
"""

import hashlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ADS = 1_000
KILLS = int(sys.argv[1]) if len(sys.argv) > 1 else 100
SIGNAL = signal.SIGTERM if "TERM" in sys.argv else signal.SIGKILL
HOST = "lavori.test"
asked = 0


class Site(BaseHTTPRequestHandler):
    """A site of a thousand ads."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self):
        global asked
        path = self.path.removeprefix(f"/{HOST}")
        if path == "/sitemap.xml":
            body = (
                "<urlset>" + "".join(f"<url><loc>https://{HOST}/job/{n}</loc></url>" for n in range(ADS)) + "</urlset>"
            )
        elif path.startswith("/job/"):
            asked += 1
            node = {
                "@type": "JobPosting",
                "title": f"Assistente virtuale {path}",
                "description": f"Testo di {path}. " * 40,
            }
            body = f'<script type="application/ld+json">{json.dumps(node)}</script>'
        else:
            body = "" if "robots" in path else "<h1>Lavori</h1>"
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "application/xml" if path.endswith("xml") else "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_):
        pass


def crawl(store: Path, url: str) -> subprocess.Popen:
    """Crawl, killed at a random moment when asked."""
    command = [
        sys.executable,
        "-m",
        "verava",
        "crawl",
        "-q",
        "--url",
        f"https://{HOST}/",
        "--store",
        str(store),
        "--delay",
        "0",
    ]
    return subprocess.Popen(command, env=os.environ | {"VERAVA_MIRROR": url})


def state(store: Path) -> tuple[str, int, int, str]:
    """Return what a store holds, as a hash and counts."""
    with sqlite3.connect(store) as connection:
        rows = connection.execute(
            "select a.identifier, a.status, v.content_hash from ads a join versions v on v.id = a.version_id order by 1"
        ).fetchall()
        versions = connection.execute("select count(*) from versions").fetchone()[0]
        integrity = connection.execute("pragma integrity_check").fetchone()[0]
    return hashlib.sha256(repr(rows).encode()).hexdigest()[:12], len(rows), versions, integrity


def ended(store: Path) -> bool:
    """Return whether the last run of a store has ended as it should."""
    with sqlite3.connect(store) as connection:
        try:
            last = connection.execute("select verdict, complete from runs order by id desc limit 1").fetchone()
        except sqlite3.OperationalError:  # killed before the tables were made
            return False
    return last is not None and last[0] == "ok" and bool(last[1])


def main() -> None:
    """Kill crawls until so many kills are through, and compare the stores."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.handle_error = lambda *_: None  # connections of killed crawls
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_address[1]}"
    folder = Path(tempfile.mkdtemp())
    began = time.monotonic()
    code = crawl(folder / "whole.sqlite", url).wait()
    assert code == 0, f"{folder}: exit {code}"
    whole = state(folder / "whole.sqlite")
    print(f"uninterrupted: {time.monotonic() - began:.1f} s, {whole}")
    kills = crawls = bad = again = 0
    longest = 0.0
    while kills < KILLS:
        store, before, crawls = folder / f"{crawls}.sqlite", asked, crawls + 1
        while True:
            process = crawl(store, url)
            try:
                process.wait(timeout=random.uniform(0.9, 3.0) if kills < KILLS else None)
            except subprocess.TimeoutExpired:
                process.send_signal(SIGNAL)
                sent = time.monotonic()
                process.wait()
                longest = max(longest, time.monotonic() - sent)
                kills += 1
                if not ended(store):
                    continue
            break
        again += asked - before - ADS
        if state(store) != whole:
            bad += 1
            print("DIFFERS", store, state(store))
    print(f"{kills} kills in {crawls} crawls: {bad} stores differ; {again / kills:.1f} pages asked again a kill; "
          f"longest exit {longest:.1f} s")  # fmt: skip
    sys.exit(bool(bad))


if __name__ == "__main__":
    main()
