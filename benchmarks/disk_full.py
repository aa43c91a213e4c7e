"""Let the disk run full at twenty points of a crawl and of a report: nothing is damaged, and both go on with room.

    python benchmarks/disk_full.py

Needs root, for a small file system in memory of its own. Each round begins with a store and a report that were made
with room, leaves so many kilobytes free, and lets a crawl of many more ads (then a report) run into the end. The store
must then be whole and hold all it held, the report be the one of before, byte by byte, or a whole new one; the exit
code must not be 0 unless all was done; and when room is made the same command must succeed.
"""

import contextlib
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

LEVELS = 20
SIZE_KB = 24_000
HOST = "lavori.test"
FEW, MANY = 60, 800
shown = FEW


class Site(BaseHTTPRequestHandler):
    """A site of ads."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self):
        path = self.path.removeprefix(f"/{HOST}")
        if path == "/sitemap.xml":
            body = "".join(f"<url><loc>https://{HOST}/job/{n}</loc></url>" for n in range(shown))
            body = f"<urlset>{body}</urlset>"
        elif path.startswith("/job/"):
            node = {
                "@type": "JobPosting",
                "title": f"Assistente virtuale {path}",
                "description": f"Collaborazione a partita IVA, 18 euro l'ora, agenda e posta {path}. " * 40,
                "datePosted": f"2026-{10 + len(path) % 2}-{1 + len(path)}",
            }
            body = f'<script type="application/ld+json">{json.dumps(node)}</script>'
        else:
            body = ""
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "application/xml" if path.endswith("xml") else "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def small_disk() -> Iterator[Path]:
    """Mount a small disk in memory; unmount it at the end."""
    folder = Path(tempfile.mkdtemp())
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE_KB}k", "tmpfs", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)
        folder.rmdir()


def verava(*arguments: str, url: str) -> subprocess.CompletedProcess:
    """Run a command of the program."""
    command = [sys.executable, "-m", "verava", *arguments]
    return subprocess.run(command, env=os.environ | {"VERAVA_MIRROR": url}, capture_output=True, text=True, check=False)


def crawl(store: Path, url: str) -> subprocess.CompletedProcess:
    """Crawl the site into the store on the small disk."""
    return verava("crawl", "-q", "--delay", "0", "--url", f"https://{HOST}/", "--store", str(store), url=url)


def report(store: Path, out: Path, url: str) -> subprocess.CompletedProcess:
    """Write the report onto the small disk."""
    return verava("report", "-q", "--lang", "en", "--store", str(store), "--out", str(out), url=url)


def hashes(folder: Path) -> dict[str, str]:
    """Return file → hash of a folder."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def whole(store: Path, least: int) -> tuple[bool, int]:
    """Return whether a store is sound with at least so many ads, and how many it holds."""
    with contextlib.closing(sqlite3.connect(store)) as connection:
        good = connection.execute("pragma integrity_check").fetchone()[0] == "ok"
        count = connection.execute("select count(*) from ads").fetchone()[0]
        hanging = connection.execute("select count(*) from ads where version_id is null").fetchone()[0]
    return good and count >= least and not hanging, count


def fill(disk: Path, free_kb: int) -> Path:
    """Fill the disk until `free_kb` are free; return the file that fills it."""
    filler, room = disk / "filler", shutil.disk_usage(disk).free - free_kb * 1024
    with filler.open("wb") as stream:
        stream.write(b"x" * max(0, room))
    return filler


def last_line(done: subprocess.CompletedProcess) -> str:
    """Return the last line of an output."""
    return (done.stderr.strip().splitlines() or ["-"])[-1][:150]


def round_of(disk: Path, kind: str, free_kb: int, url: str) -> tuple[list[str], int, str]:
    """Return what went wrong, the exit code, and the last line that was told."""
    global shown
    store, out, wrong = disk / "ads.sqlite", disk / "report", []
    before, (_, count) = hashes(out), whole(store, 0)
    filler, shown = fill(disk, free_kb), MANY
    done = crawl(store, url) if kind == "crawl" else report(store, out, url)
    after = hashes(out)
    if "Traceback" in done.stderr:
        wrong.append("traceback")
    if done.returncode not in {0, 1, 3}:
        wrong.append(f"exit {done.returncode}")
    if after != before and done.returncode:
        wrong.append("the report of before is not intact")
    filler.unlink()
    sound, stored = whole(store, count)
    if not sound:
        wrong.append("damaged store")
    if kind == "crawl" and done.returncode == 0 and stored != MANY:
        wrong.append(f"exit 0 with {stored} ads")
    store_files = {"ads.sqlite", "ads.sqlite-wal", "ads.sqlite-shm", "ads.sqlite.lock"}
    left = [each.name for each in disk.iterdir() if each.name not in {*store_files, "report"}]
    if left:
        wrong.append(f"left behind: {left[:3]}")
    again = crawl(store, url) if kind == "crawl" else report(store, out, url)
    if again.returncode or (kind == "crawl" and whole(store, 0)[1] != MANY):
        wrong.append(f"does not go on: exit {again.returncode}, {whole(store, 0)[1]} ads, {last_line(again)}")
    return wrong, done.returncode, last_line(done)


def origins(folder: Path, url: str) -> dict[str, tuple[Path, int]]:
    """Return by kind of round what it begins with, and the room in kB that is more than enough for it."""
    global shown
    few, many = folder / "few", folder / "many"
    few.mkdir()
    for done in (crawl(few / "ads.sqlite", url), report(few / "ads.sqlite", few / "report", url)):
        assert done.returncode == 0, done.stderr
    shutil.copytree(few, many)
    shown = MANY
    assert crawl(many / "ads.sqlite", url).returncode == 0
    return {"crawl": (few, 4_400), "report": (many, 1_600)}


def main() -> None:
    """Try all fill levels and print what went wrong."""
    if os.getuid():
        sys.exit("needs root, to mount a small file system")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url, failures = f"http://127.0.0.1:{server.server_address[1]}", 0
    with tempfile.TemporaryDirectory() as folder:
        for kind, (origin, most) in origins(Path(folder), url).items():
            codes: Counter[int] = Counter()
            for level in range(LEVELS):
                with small_disk() as disk:
                    shutil.copytree(origin, disk, dirs_exist_ok=True)
                    free_kb = 4 * round(most * level / LEVELS / 4)
                    wrong, code, line = round_of(disk, kind, free_kb, url)
                codes[code] += 1
                failures += bool(wrong)
                print(f"{kind} with {free_kb} kB free: exit {code}; {'; '.join(wrong) or 'well'}; {line}", flush=True)
            print(f"{kind}: {LEVELS} fill levels, exit codes {dict(codes)}", flush=True)
    print(f"{failures} of {2 * LEVELS} went wrong")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
