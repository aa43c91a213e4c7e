"""A real HTTP server that plays any number of sites, as a mirror does; and a crawl of them in this process."""

from __future__ import annotations

import json
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from crawler.config import Config
from crawler.engine import Job, run_crawl
from crawler.runs import RunRecorder
from crawler.store import open_store


class Web:
    """Sites on loopback: `web.pages["host.test/path"] = (status, headers, body)`, or a function of the handler."""

    def __init__(self):
        self.pages = {}
        self.log = []
        """(host/path, time, headers) of every request."""
        web = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True  # else each answer of two writes waits 40 ms for an acknowledgement

            def do_GET(self):
                address = self.path.lstrip("/")
                web.log.append((address, time.monotonic(), dict(self.headers)))
                answer = web.pages.get(address, web.pages.get(address.split("?")[0]))
                with suppress(BrokenPipeError, ConnectionResetError):
                    if callable(answer):
                        answer = answer(self)
                    if answer is not None:
                        self.answer(*(answer or ()))
                    elif not callable(web.pages.get(address)):
                        self.answer(404, {}, "no such page")

            do_POST = do_GET  # noqa: N815

            def answer(self, status, headers, body):
                data = body if isinstance(body, bytes) else body.encode()
                self.send_response(status)
                for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
                    self.send_header(name, value)
                if "Content-Length" not in headers and "Transfer-Encoding" not in headers:
                    self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_args):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def asked(self, address=""):
        """Return the addresses asked, robots.txt and tdmrep.json left out."""
        rules = ("robots.txt", "tdmrep.json")
        return [each[0] for each in self.log if each[0].startswith(address) and not each[0].endswith(rules)]

    def site(self, host, ads, *, validators=False, **extra):
        """Put up a site with a sitemap and a page for each of `ads` (slug → fields of the posting)."""
        self.pages[f"{host}/robots.txt"] = (200, {"Content-Type": "text/plain"}, f"Sitemap: https://{host}/sitemap.xml")
        rows = "".join(f"<url><loc>https://{host}/job/{slug}</loc></url>" for slug in ads)
        self.pages[f"{host}/sitemap.xml"] = (200, {"Content-Type": "application/xml"}, f"<urlset>{rows}</urlset>")
        self.pages[f"{host}/"] = (200, {}, "<h1>Lavori</h1>")
        for slug, fields in ads.items():
            page = posting(slug, host, **(fields or {}))
            self.pages[f"{host}/job/{slug}"] = with_etag(page) if validators else (200, {}, page)
        self.pages |= extra

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def posting(slug, host="lavori.test", **fields):
    """Return a page with one JobPosting."""
    node = {
        "@context": "https://schema.org", "@type": "JobPosting", "title": f"Assistente virtuale {slug}",
        "description": f"<p>Agenda e posta per lo studio {slug}, in autonomia.</p>", "datePosted": "2026-11-01",
        "identifier": slug, "hiringOrganization": {"@type": "Organization", "name": "Studio Prova"}, **fields,
    }  # fmt: skip
    return f'<html><head><script type="application/ld+json">{json.dumps(node)}</script></head><body><h1>{slug}</h1></body></html>'


def with_etag(body):
    """Return an answer that sends an ETag and answers 304 to a matching If-None-Match."""
    tag = f'"{abs(hash(body))}"'

    def answer(handler):
        if handler.headers.get("If-None-Match") == tag:
            return 304, {"ETag": tag}, b""
        return 200, {"ETag": tag}, body

    return answer


@pytest.fixture
def web(monkeypatch):
    """Yield the sites; VERAVA_MIRROR leads to them."""
    server = Web()
    monkeypatch.setenv("VERAVA_MIRROR", server.url)
    yield server
    server.close()


@pytest.fixture
def store(tmp_path):
    return open_store(str(tmp_path / "ads.sqlite"))


@pytest.fixture
def crawl(store):
    """Return a function that crawls sources by name and sites by address into `store` and returns source → outcome."""

    def run(*what, config=None, **options):
        jobs = [Job.site(each) if "://" in each else Job(each) for each in what]
        settings = config or Config(contact="https://crawl.test/bot", delay=0)
        run.recorder = RunRecorder(store)
        outcomes = run_crawl(jobs, run.recorder, config=settings, **options)
        return {outcome.source: outcome for outcome in outcomes}

    return run


@pytest.fixture
def page():
    """Return `posting`: slug, host and fields → a page with one JobPosting."""
    return posting
