"""Start twenty crawls of one store together: one runs, the others end at once, and a kill leaves no lock.

python benchmarks/overlap.py
"""

import os
import subprocess
import sys
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

STARTS = 20


class Slow(BaseHTTPRequestHandler):
    """A site that answers slowly."""

    def do_GET(self):
        time.sleep(60 if "job" in self.path else 0)
        body = b'<a href="/job">x</a>'
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def main() -> None:
    """Start many crawls at once and print how they ended."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Slow)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    environment = os.environ | {"VERAVA_MIRROR": f"http://127.0.0.1:{server.server_address[1]}"}
    store = f"{tempfile.mkdtemp()}/ads.sqlite"
    command = [sys.executable, "-m", "verava", "crawl", "-q", "--url", "https://lavori.test/", "--store", store]

    def start() -> subprocess.Popen:
        return subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)

    began = time.monotonic()
    started = [start() for _ in range(STARTS)]
    while sum(each.poll() is None for each in started) > 1 and time.monotonic() - began < 120:
        time.sleep(0.02)
    codes = [each.poll() for each in started]
    took = time.monotonic() - began
    print(f"{STARTS} starts: {codes.count(None)} runs, {codes.count(4)} ended with 4, all within {took:.1f} s")
    recovered = 0
    holder = started[codes.index(None)]
    for _ in range(STARTS):
        holder.kill()
        holder.wait()
        holder = start()
        time.sleep(2.5)
        recovered += holder.poll() is None
    holder.kill()
    print(f"after kill -9 the next crawl runs: {recovered} of {STARTS}")
    began = time.monotonic()
    holder = start()
    time.sleep(2.5)
    began = time.monotonic()
    assert start().wait() == 4
    print(f"one more start beside a running crawl ends after {time.monotonic() - began:.2f} s")
    holder.kill()


if __name__ == "__main__":
    main()
