"""Pages a second on loopback: our crawl, parsing and storing, against a bare Scrapy spider that only downloads.

    python benchmarks/crawl.py [PAGES]

The same pages of 25 kB, of eight sites, from a server in a process of its own: ours asks each site one page at a time,
as it always does, so eight at once in all; the bare spider asks eight at once of one host. CPU seconds stand beside the
wall clock, for a machine that has other things to do.
"""

import json
import os
import resource
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


def main() -> None:
    """Run both crawls and print the ratio."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 3_000
    server = subprocess.Popen([sys.executable, __file__, "serve", str(pages)], stdout=subprocess.PIPE, text=True)
    try:
        url = server.stdout.readline().strip()
        store = f"{tempfile.mkdtemp()}/ads.sqlite"
        sites = [part for number in range(SITES) for part in ("--url", f"https://s{number}.test/")]
        ours = timed(
            [sys.executable, "-m", "verava", "crawl", "-q", "--delay", "0", "--store", store, *sites], VERAVA_MIRROR=url
        )
        print(f"ours             {pages / ours[0]:7.0f} pages/s  {ours[1] / pages * 1000:6.2f} ms CPU a page")
        bare = timed([sys.executable, "-c", BARE, url, str(pages)])
        print(f"bare, 8 at once  {pages / bare[0]:7.0f} pages/s  {bare[1] / pages * 1000:6.2f} ms CPU a page")
        print(f"ours against bare: {bare[0] / ours[0]:.2f} x by the clock, {bare[1] / ours[1]:.2f} x by CPU")
    finally:
        server.terminate()


if __name__ == "__main__":
    serve(int(sys.argv[2])) if sys.argv[1:2] == ["serve"] else main()
