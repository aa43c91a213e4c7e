"""Pages a second on loopback: our crawl, parsing and storing, against a bare Scrapy spider that only downloads.

    python benchmarks/crawl.py [PAGES] [ROUNDS]

The same pages of 25 kB, of eight sites, from a server in a process of its own: ours asks each site one page at a time,
as it always does, so eight at once in all; the bare spider asks eight at once of one host. In each round they run one
after the other, every second time the other way round. CPU seconds stand beside the wall clock, for a machine that has
other things to do.
"""

import json
import os
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SITES = 8


class Site(BaseHTTPRequestHandler):
    """Eight sites of ads, with sitemaps."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1
    disable_nagle_algorithm = True

    def do_GET(self):
        host, _, rest = self.path.lstrip("/").partition("/")
        path = f"/{rest}"
        if path == "/sitemap.xml":
            body = "".join(f"<url><loc>https://{host}/job/{n}</loc></url>" for n in range(self.server.pages // SITES))
            body = f"<urlset>{body}</urlset>"
        elif path.startswith("/job/"):
            text = (
                f"Cerchiamo un'assistente virtuale per lo studio {path}: agenda, posta, fatture, 15 ore al mese. " * 40
            )
            node = {"@type": "JobPosting", "title": f"Assistente virtuale {path}", "description": f"<p>{text}</p>"}
            filler = "<div class='card'><a href='/x'>Altri annunci</a><span>testo di contorno</span></div>\n" * 200
            script = f'<script type="application/ld+json">{json.dumps(node)}</script>'
            body = f"<html><head>{script}</head><body>{filler}</body></html>"
        else:
            body = "" if "robots" in path else "<h1>Lavori</h1>"
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "application/xml" if path.endswith("xml") else "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_):
        pass


BARE = """
import sys, scrapy
from scrapy.crawler import AsyncCrawlerProcess
class Bare(scrapy.Spider):
    name = "bare"
    async def start(self):
        for number in range(int(sys.argv[2])):
            yield scrapy.Request(f"{sys.argv[1]}/s{number % 8}.test/job/{number // 8}")
    def parse(self, response):
        pass
process = AsyncCrawlerProcess({"LOG_ENABLED": False, "TELNETCONSOLE_ENABLED": False, "REMOTE_CONTROL_ENABLED": False,
                               "CONCURRENT_REQUESTS_PER_DOMAIN": 8})
process.crawl(Bare)
process.start()
"""


def serve(pages: int) -> None:
    """Serve the sites until stopped; print the address first."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.pages = pages
    print(f"http://127.0.0.1:{server.server_address[1]}", flush=True)
    server.serve_forever()


def timed(command: list[str], **environment: str) -> tuple[float, float]:
    """Run a command; return wall seconds and CPU seconds."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(command, check=True, env=os.environ | environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.monotonic() - began, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def ours(url: str, pages: int) -> tuple[float, float]:
    """Crawl the sites into a new store."""
    store = f"{tempfile.mkdtemp()}/ads.sqlite"
    sites = [part for number in range(SITES) for part in ("--url", f"https://s{number}.test/")]
    command = [sys.executable, "-m", "verava", "crawl", "-q", "--delay", "0", "--store", store, *sites]
    spent = timed(command, VERAVA_MIRROR=url)
    with sqlite3.connect(store) as connection:
        (stored,) = connection.execute("select count(*) from versions").fetchone()
    assert stored == pages // SITES * SITES, f"{store}: {stored} of {pages} ads stored"
    return spent


def bare(url: str, pages: int) -> tuple[float, float]:
    """Download the pages with the bare spider."""
    return timed([sys.executable, "-c", BARE, url, str(pages)])


def main() -> None:
    """Run both crawls, round after round, and print the ratios."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 3_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    server = subprocess.Popen([sys.executable, __file__, "serve", str(pages)], stdout=subprocess.PIPE, text=True)
    ratios = []
    try:
        url = server.stdout.readline().strip()
        for number in range(rounds):
            both = (ours, bare) if number % 2 == 0 else (bare, ours)
            spent = {run: run(url, pages) for run in both}
            ratios.append([bare_ / ours_ for ours_, bare_ in zip(spent[ours], spent[bare], strict=True)])
            for name, run in (("ours", ours), ("bare, 8 at once", bare)):
                wall, cpu = spent[run]
                print(f"{name:16} {pages / wall:7.0f} pages/s  {cpu / pages * 1000:6.2f} ms CPU a page")
            print(f"ours against bare: {ratios[-1][0]:.2f} x by the clock, {ratios[-1][1]:.2f} x by CPU")
    finally:
        server.terminate()
    for name, found in zip(("the clock", "CPU"), zip(*ratios, strict=True), strict=True):
        middle = statistics.median(found)
        print(f"{rounds} rounds by {name}: {min(found):.2f} to {max(found):.2f} x, median {middle:.2f} x")
    print(f"load of the machine: {' '.join(f'{load:.1f}' for load in os.getloadavg())} on {os.cpu_count()} cores")


if __name__ == "__main__":
    serve(int(sys.argv[2])) if sys.argv[1:2] == ["serve"] else main()
