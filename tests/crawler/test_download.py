"""What comes down the wire: bombs, floods, half answers, and answers that lead to forbidden places."""

import gzip
import socket
import ssl
import threading
import zlib
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import brotli
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from crawler.config import Config
from crawler.engine import Job, run_crawl
from crawler.runs import RunRecorder
from crawler.scrapy_settings import settings
from crawler.store import open_store

MEGABYTE = b"\0" * 1_000_000


def packed(encoding):
    """Return 64 MB of zeros, packed; smaller than the real thing, over the limit all the same."""
    if encoding == "gzip":
        return gzip.compress(MEGABYTE * 64, 1)
    if encoding == "deflate":
        return zlib.compress(MEGABYTE * 64, 1)
    if encoding == "br":
        return brotli.compress(MEGABYTE * 64, quality=1)
    from backports import zstd

    return zstd.compress(MEGABYTE * 64)


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd"])
def test_bombs_are_not_unpacked(web, crawl, encoding):
    """A small answer that unpacks to more than 10 MB is given up; the other pages are read."""
    web.site("lavori.test", {slug: {} for slug in "abc"})
    web.pages["lavori.test/job/a"] = (200, {"Content-Encoding": encoding}, packed(encoding))

    outcome = crawl("https://lavori.test/")["lavori.test"]

    assert (2, 1) == (outcome.ads, len(outcome.errors))
    assert "too large" in outcome.errors[0]


def endless(handler):
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    try:
        for _ in range(40):
            handler.wfile.write(b"f4240\r\n" + MEGABYTE + b"\r\n")
    finally:
        handler.close_connection = True


def flood(handler):
    handler.send_response(200)
    for number in range(5_000):
        handler.send_header(f"X-Filler-{number}", "y" * 50)
    handler.send_header("Content-Length", "0")
    handler.end_headers()


def endless_headers(handler):
    handler.send_response(200)
    handler.flush_headers()
    for number in range(400_000):
        handler.wfile.write(f"X-Filler-{number}: {'y' * 80}\r\n".encode())


def long_header(handler):
    handler.send_response(200)
    handler.send_header("X-Long", "y" * 1_000_000)
    handler.send_header("Content-Length", "0")
    handler.end_headers()


def cut_short(handler):
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    handler.wfile.write(b"<html>" + b"x" * 100)
    handler.wfile.flush()
    handler.connection.shutdown(socket.SHUT_RDWR)


def lying_length(handler):
    handler.send_response(200)
    handler.send_header("Content-Length", "99999999999")
    handler.end_headers()
    handler.wfile.write(b"x")
    handler.close_connection = True


def garbage(handler):
    handler.wfile.write(b"\0\1\2 not http at all\r\n\r\n" * 10)
    handler.close_connection = True


@pytest.mark.parametrize(
    "answer",
    [endless, flood, endless_headers, long_header, cut_short, lying_length, garbage],
    ids=lambda each: each.__name__,
)
def test_bad_answers_cost_only_themselves(web, crawl, monkeypatch, answer):
    """Endless, flooded, cut short, lying: nothing half-read is stored, the other pages are read."""
    monkeypatch.setattr("crawler.middlewares.backoff.FIRST_WAIT", 0.01)
    monkeypatch.setitem(__import__("crawler.scrapy_settings", fromlist=["FIXED"]).FIXED, "DOWNLOAD_TIMEOUT", 2)
    web.site("lavori.test", {slug: {} for slug in "abc"})
    web.pages["lavori.test/job/a"] = answer

    outcome = crawl("https://lavori.test/")["lavori.test"]

    assert outcome.ads == 2


SSRF = [
    "http://127.0.0.1:{port}/", "http://127.1:{port}/", "http://127.0.1:{port}/", "http://0x7f000001:{port}/",
    "http://0x7f.0.0.1:{port}/", "http://2130706433:{port}/", "http://0177.0.0.1:{port}/", "http://017700000001:{port}/",
    "http://0.0.0.0:{port}/", "http://0:{port}/", "http://localhost:{port}/", "http://LOCALHOST:{port}/",
    "http://localhost.:{port}/", "http://foo.localhost:{port}/", "http://{machine}:{port}/", "http://[::1]:{port}/",
    "http://[::]:{port}/", "http://[::ffff:127.0.0.1]:{port}/", "http://[::ffff:7f00:1]:{port}/", "http://[::127.0.0.1]:{port}/",
    "http://[0:0:0:0:0:0:0:1]:{port}/", "http://127.0.0.1.:{port}/", "http://user@127.0.0.1:{port}/",
    "http://good.test@127.0.0.1:{port}/", "http://127.0.0.1:{port}#@good.test/", "http://①②⑦.⓪.⓪.①:{port}/",
    "//127.0.0.1:{port}/", "http:127.0.0.1:{port}/", "http:///127.0.0.1:{port}/", "http://127.0.0.1%00.good.test:{port}/",
    "file:///etc/passwd", "ftp://127.0.0.1:{port}/", "data:text/html,<p>x", "gopher://127.0.0.1:{port}/", "http://private.test:{port}/",
]  # fmt: skip


class Canary:
    """A listener that no crawl may reach."""

    def __init__(self):
        self.hits = 0
        self.socket = (
            socket.create_server(("", 0), family=socket.AF_INET6, dualstack_ipv6=True)
            if socket.has_dualstack_ipv6()
            else socket.create_server(("", 0))
        )
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            self.hits += 1
            connection.close()


@pytest.fixture
def canary():
    found = Canary()
    yield found
    found.socket.close()


@pytest.fixture
def names(monkeypatch):
    """Names that resolve: `good.test` to a public address (served by `web`), `private.test` to this machine."""
    real = socket.getaddrinfo

    def look_up(host, port, *args, **kwargs):
        name = host.decode() if isinstance(host, bytes) else host
        if name == "private.test":
            return real("127.0.0.1", port, *args, **kwargs)
        return real(host, port, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


def test_no_private_address_is_reached(web, crawl, canary, names, monkeypatch):
    """Links, sitemap entries and redirects to this machine, in every spelling: nothing arrives there."""
    targets = [form.format(port=canary.port, machine=socket.gethostname()) for form in SSRF]
    web.site("good.test", {str(n): {} for n in range(len(targets))})
    for number, target in enumerate(targets):
        web.pages[f"good.test/job/{number}"] = (302, {"Location": target.encode().decode("latin-1")}, "")
    rows = "".join(f"<url><loc>{target}</loc></url>" for target in targets).replace("&", "&amp;")
    sitemap = web.pages["good.test/sitemap.xml"][2].replace("</urlset>", rows + "</urlset>")
    web.pages["good.test/sitemap.xml"] = (200, {"Content-Type": "application/xml"}, sitemap)
    refresh = "".join(f'<meta http-equiv="refresh" content="0; url={target}">' for target in targets)
    web.pages["good.test/"] = (200, {}, refresh + "".join(f'<a href="{target}">x</a>' for target in targets))

    crawl("https://good.test/")

    assert canary.hits == 0
    assert len(web.asked("good.test/job/")) == len(targets)


def test_the_answer_of_the_resolver_counts(canary, names, tmp_path):
    """Without a mirror, names that resolve to this machine and every spelling of its address are refused."""
    targets = [
        form.format(port=canary.port, machine=socket.gethostname()) for form in SSRF if form.startswith("http://")
    ]
    jobs = [Job(f"s{number}", target) for number, target in enumerate(targets)]
    recorder = RunRecorder(open_store(str(tmp_path / "a.sqlite")))

    outcomes = run_crawl(jobs, recorder, config=Config(delay=0))

    assert canary.hits == 0
    assert {"failed"} == {outcome.verdict for outcome in outcomes}
    assert (
        "private address"
        in next(each for each in outcomes if jobs[int(each.source[1:])].url.startswith("http://private")).errors[0]
    )


def test_rebinding(canary, tmp_path, monkeypatch):
    """A name that is public when looked at first and private afterwards is judged each time it is connected to."""
    answers = ["192.0.2.1", "127.0.0.1"]
    real = socket.getaddrinfo

    def look_up(host, port, *args, **kwargs):
        name = host.decode() if isinstance(host, bytes) else host
        if name == "rebind.test":
            return real(answers.pop(0) if len(answers) > 1 else answers[0], port, *args, **kwargs)
        return real(host, port, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    recorder = RunRecorder(open_store(str(tmp_path / "a.sqlite")))
    for _ in range(3):
        run_crawl([Job("rebind", f"http://rebind.test:{canary.port}/")], recorder, config=Config(delay=0))

    assert canary.hits == 0


def test_private_addresses_on_request(web, crawl, monkeypatch):
    """`--allow-private` opens this machine."""
    monkeypatch.delenv("VERAVA_MIRROR")
    host = f"127.0.0.1:{web.port}"
    web.pages[""] = (200, {}, '<a href="/job">x</a>')
    web.pages["job"] = (200, {}, "<p>x</p>")

    refused = crawl(f"http://{host}/")[host]
    allowed = crawl(f"http://{host}/", allow_private=True)[host]

    assert ("failed", "empty") == (refused.verdict, allowed.verdict)
    assert web.asked() == ["sitemap.xml", "", "job"]


def test_untrusted_certificates_are_refused(tmp_path, crawl):
    """A server whose certificate nobody vouches for is not read."""
    certificate, key = self_signed(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    reached = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            reached.append(self.path)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda *_: None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host = f"localhost:{server.server_address[1]}"
    outcome = crawl(f"https://{host}/", allow_private=True)[host]
    server.shutdown()

    assert ("failed", []) == (outcome.verdict, reached)


def self_signed(folder):
    """Return the files of a certificate for localhost and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now, now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    (folder / "cert.pem").write_bytes(certificate.public_bytes(Encoding.PEM))
    (folder / "key.pem").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return folder / "cert.pem", folder / "key.pem"


def test_nothing_listens(web, crawl):
    """A crawl opens no port: neither a console nor a remote control."""
    web.site("lavori.test", {"a": {}})
    listening = []

    def look(_handler):
        listening.extend(each for each in reactor.getReaders() if isinstance(each, Port))
        return 200, {}, ""

    web.pages["lavori.test/job/a"] = look
    from twisted.internet import reactor
    from twisted.internet.tcp import Port

    crawl("https://lavori.test/")

    assert listening == []
    assert settings(Config())["TELNETCONSOLE_ENABLED"] is False
    assert settings(Config())["REMOTE_CONTROL_ENABLED"] is False
