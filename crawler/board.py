"""The embedded sample job board: fictional ads of `data/board/`, as a site that can be visited on any day.

It answers as a mirror does (see `crawler.mirror`): a request for https://HOST/PATH arrives as /HOST/PATH.
"""

from __future__ import annotations

import html
import json
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final, NamedTuple

from jinja2 import Environment, FileSystemLoader, select_autoescape

from crawler.paths import data_path

HOST: Final = "bacheca.esempio.test"
"""The board's name; `.test` is reserved (RFC 2606), so no real site can be meant."""
VISITS: Final = (date(2026, 8, 31), date(2026, 11, 15))
"""The days on which the demo visits the board: between them ads are edited, reposted and taken down."""


MARKUP: Final = (
    "whole", "list", "graph", "two_scripts", "microdata",
    "broken_comma", "broken_newline", "entities", "uppercase_type",
)  # fmt: skip
"""How a page carries its JobPosting: well, or broken as real pages are."""


class Answer(NamedTuple):
    """What the board answers to a request."""

    status: int
    content_type: str
    body: bytes


class Board:
    """The board as it stood on a day."""

    def __init__(self, day: date, rows: Sequence[dict[str, Any]] | None = None) -> None:
        self.day = day
        """The day of the visit."""
        today = day.isoformat()
        listed = [row for row in (load_rows() if rows is None else rows) if row["date_posted"] <= today]
        standing = [row for row in listed if not row["gone_from"] or row["gone_from"] > today]
        self.ads = {row["slug"]: _as_of(row, today) for row in standing}
        """Slug → the ad as it read on that day."""
        folder = FileSystemLoader(data_path("board"))
        self._templates = Environment(loader=folder, autoescape=select_autoescape(["html", "xml"], default=True))
        self._templates.filters |= {"day": _day, "rfc822": _rfc822, "salary": _salary}

    def answer(self, path: str) -> Answer:
        """Return what the board answers to a request for `path` on its own host."""
        if path == "/robots.txt":
            return Answer(200, "text/plain", data_path("board", "robots.txt").read_bytes())
        if path in {"/sitemap.xml", "/feed.xml"}:
            return self._render(path[1:], "application/xml; charset=utf-8", ads=list(self.ads.values()))
        if path == "/":
            return self._render("index.html", ads=list(self.ads.values()))
        found = re.fullmatch(r"/annunci/([a-z0-9-]+)\.html", path)
        ad = self.ads.get(found.group(1)) if found else None
        if ad is None:
            return Answer(404, "text/plain", b"Pagina non trovata\n")
        return self._render("ad.html", ad=ad, blocks=_blocks(ad["description"]), markup=_markup(ad))

    def _render(self, name: str, content_type: str = "text/html; charset=utf-8", **values: Any) -> Answer:
        page = self._templates.get_template(name).render(host=HOST, day=self.day.isoformat(), **values)
        return Answer(200, content_type, page.encode())


def load_rows() -> list[dict[str, Any]]:
    """Return the ads of `data/board/ads.jsonl`; the fields are told in data/README.md."""
    with data_path("board", "ads.jsonl").open(encoding="utf-8") as stream:
        return [json.loads(line) for line in stream]


@contextmanager
def serve_board(board: Board) -> Iterator[str]:
    """Serve `board` on a free loopback port; yield the address to put into VERAVA_MIRROR."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            host, _, path = self.path.split("?")[0].lstrip("/").partition("/")
            answer = board.answer(f"/{path}") if host == HOST else Answer(404, "text/plain", b"no such host\n")
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.content_type)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, *_args: Any) -> None:
            """Say nothing: the crawl tells what it fetched."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def _as_of(row: dict[str, Any], today: str) -> dict[str, Any]:
    """Return the row with the edits up to `today`, the day it last changed, and its month."""
    past = [edit for edit in row["edits"] if edit["from"] <= today]
    ad = dict(row)
    for edit in past:
        ad |= {key: value for key, value in edit.items() if key != "from"}
    ad["changed"] = max([row["date_posted"], *(edit["from"] for edit in past)])
    ad["month"] = row["date_posted"][:7]
    return ad


def _day(iso: str) -> str:
    return date.fromisoformat(iso).strftime("%d/%m/%Y")


def _rfc822(iso: str) -> str:
    """Return a day as RSS wants it (RFC 822, section 5)."""
    return format_datetime(datetime.fromisoformat(iso).replace(tzinfo=UTC))


def _salary(salary: dict[str, Any]) -> str:
    ends = dict.fromkeys(f"{salary[end]:g}" for end in ("min", "max") if salary[end] is not None)
    return f"{'–'.join(ends)} {salary['currency']}"


def _blocks(description: str) -> list[tuple[str, list[str]]]:
    """Split a text into ("p", lines) and ("ul", items) for the template."""
    blocks: list[tuple[str, list[str]]] = []
    for line in (line.strip() for line in description.splitlines()):
        if not line:
            blocks.append(("", []))
        elif line.startswith("- "):
            if not blocks or blocks[-1][0] != "ul":
                blocks.append(("ul", []))
            blocks[-1][1].append(line[2:])
        elif blocks and blocks[-1][0] == "p":
            blocks[-1][1].append(line)
        else:
            blocks.append(("p", [line]))
    return [block for block in blocks if block[0]]


def _markup(ad: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the ad's script tags as (type attribute, content), whole or broken as real pages have them."""
    posting = _posting(ad)
    kind = ad["markup"]
    script = "application/ld+json"
    if kind == "microdata":
        return []
    if kind == "two_scripts":
        crumbs = {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": []}
        return [(script, _json(crumbs)), (script, _json(posting))]
    if kind == "graph":
        return [(script, _json({"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, posting]}))]
    text = _json([posting] if kind == "list" else posting)
    if kind == "broken_comma":
        text = f"{text[:-1]},}}"
    elif kind == "broken_newline":
        text = text.replace("\\n", "\n")
    elif kind == "entities":
        text = html.escape(text)
    return [("Application/LD+JSON; charset=utf-8" if kind == "uppercase_type" else script, text)]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False).replace("</", "<\\/")


def _posting(ad: dict[str, Any]) -> dict[str, Any]:
    """Return the ad as schema.org JobPosting."""
    posting: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "identifier": {"@type": "PropertyValue", "name": HOST, "value": ad["slug"]},
        "title": ad["title"],
        "description": "\n".join(_html(kind, lines) for kind, lines in _blocks(ad["description"])),
        "datePosted": ad["date_posted"],
        "hiringOrganization": {"@type": "Organization", "name": ad["hiring_organization"]},
    }
    if ad["employment_type"]:
        posting["employmentType"] = ad["employment_type"]
    if ad["valid_through"]:
        posting["validThrough"] = ad["valid_through"]
    if ad["remote"]:
        posting["jobLocationType"] = "TELECOMMUTE"
    if ad["city"] or ad["country"]:
        address = {"@type": "PostalAddress", "addressLocality": ad["city"], "addressCountry": ad["country"]}
        posting["jobLocation"] = {"@type": "Place", "address": address}
    if ad["base_salary"]:
        posting["baseSalary"] = _base_salary(ad["base_salary"])
    return posting


def _html(kind: str, lines: list[str]) -> str:
    if kind == "ul":
        return "<ul>" + "".join(f"<li>{html.escape(item)}</li>" for item in lines) + "</ul>"
    return "<p>" + "<br>".join(html.escape(line) for line in lines) + "</p>"


def _base_salary(salary: dict[str, Any]) -> dict[str, Any]:
    ends = {"minValue": salary["min"], "maxValue": salary["max"], "unitText": salary["unit"]}
    value = {"@type": "QuantitativeValue", **ends}
    return {"@type": "MonetaryAmount", "currency": salary["currency"], "value": value}
