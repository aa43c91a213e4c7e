"""Bombs: answers of a few kilobytes that unpack to 2 GB, endless ones and floods. What a crawl of them costs.

    python benchmarks/bombs.py

One crawl a case, in a process of its own: its peak memory, its time, and whether the good pages beside were read.
"""

import gzip
import os
import subprocess
import sys
import tempfile
import threading
import time
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import brotli
from backports import zstd

HOST = "lavori.test"
SIZE = 2 * 1024**3
PIECE = b"\0" * (1 << 20)
GOOD = (
    '<script type="application/ld+json">'
    '{"@type": "JobPosting", "title": "Assistente", "description": "Testo."}</script>'
)


def gzipped() -> bytes:
    """Return a small gzip body of 2 GB of blanks."""
    packer = zlib.compressobj(9, wbits=31)
    return b"".join(packer.compress(PIECE) for _ in range(SIZE // len(PIECE))) + packer.flush()


def brotlied() -> bytes:
    """Return the same with brotli."""
    packer = brotli.Compressor(quality=5, lgwin=24)
    return b"".join(packer.process(PIECE) for _ in range(SIZE // len(PIECE))) + packer.finish()


def zstded() -> bytes:
    """Return the same with zstd."""
    packer = zstd.ZstdCompressor()
    return b"".join(packer.compress(PIECE) for _ in range(SIZE // len(PIECE))) + packer.flush()


def endless(handler) -> None:
    """Answer without end."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    while True:
        handler.wfile.write(PIECE)


def slow(handler) -> None:
    """Answer a byte at a time."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000000")
    handler.end_headers()
    while True:
        handler.wfile.write(b"x")
        time.sleep(0.2)


def deep(handler) -> None:
    """Answer with a page of tags nested deep."""
    send(handler, {}, b"<div>" * 1_500_000)


def wide(handler) -> None:
    """Answer with a page of very many tags side by side."""
    send(handler, {}, b"<p>x" * 2_000_000)


def headers(handler) -> None:
    """Answer with a flood of header lines."""
    handler.send_response(200)
    handler.flush_headers()
    while True:
        handler.wfile.write(
            b"".join(b"X-%d: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n" % number for number in range(1_000))
        )


def many_scripts(handler) -> None:
    """Answer with a page of very many script tags."""
    send(handler, {}, b'<script type="application/ld+json">{"@type":"JobPosting","title":"a"' * 40_000)


def nested_json(handler) -> None:
    """Answer with JSON nested deep within a script tag."""
    send(handler, {}, b'<script type="application/ld+json">' + b'{"@graph":[' * 300_000 + b"</script>")


def send(handler, extra, body) -> None:
    """Send one body with its headers."""
    handler.send_response(200)
    for name, value in {"Content-Type": "text/html", **extra}.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def packed(encoding: str, make):
    """Return an answer that sends what `make` packs, under its encoding."""
    body = make()
    print(f"  {encoding}: {len(body):,} bytes for {SIZE:,}", flush=True)
    return lambda handler: send(handler, {"Content-Encoding": encoding}, body)


def serve(case):
    """Serve the hostile answers."""

    class Site(BaseHTTPRequestHandler):
        def do_GET(self):
            path = self.path.removeprefix(f"/{HOST}")
            if path == "/bad":
                case(self)
            elif path == "/sitemap.xml":
                rows = "".join(f"<url><loc>https://{HOST}/{each}</loc></url>" for each in ("bad", "good1", "good2"))
                send(self, {"Content-Type": "application/xml"}, f"<urlset>{rows}</urlset>".encode())
            elif path.startswith("/good"):
                send(self, {}, GOOD.encode())
            else:
                send(self, {}, b"")

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    server.handle_error = lambda *_: None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


CRAWL = """
import resource
from verava import cli
try:
    cli.main(standalone_mode=False)
except SystemExit:
    pass
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def main() -> None:
    """Crawl each answer in a process of its own and print its peak memory and time."""
    cases = {
        "nothing": lambda handler: send(handler, {}, b""),
        "gzip": packed("gzip", gzipped),
        "br": packed("br", brotlied),
        "zstd": packed("zstd", zstded),
        "gzip in gzip": packed("gzip, gzip", lambda: gzip.compress(gzipped())),
        "endless": endless,
        "slow": slow,
        "deep": deep,
        "wide": wide,
        "headers": headers,
        "scripts": many_scripts,
        "nested JSON": nested_json,
    }
    worst = 0
    for name, case in cases.items():
        server = serve(case)
        url = f"http://127.0.0.1:{server.server_address[1]}"
        store = f"{tempfile.mkdtemp()}/ads.sqlite"
        began = time.monotonic()
        command = [sys.executable, "-c", CRAWL, "crawl", "--url", f"https://{HOST}/", "--store", store, "--delay", "0"]
        done = subprocess.run(command, env=os.environ | {"VERAVA_MIRROR": url}, capture_output=True, text=True)
        server.shutdown()
        peak = int(done.stdout.splitlines()[-1])
        seen = next((line for line in done.stdout.splitlines() if line.startswith(HOST)), "no summary")
        worst = max(worst, peak)
        print(f"{name:14}{peak:5} MB  {time.monotonic() - began:5.1f} s  {seen}", flush=True)
    print(f"worst: {worst} MB")


if __name__ == "__main__":
    main()
