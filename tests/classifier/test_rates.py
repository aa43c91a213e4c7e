"""ECB reference rates: the shipped table, updates from the ECB's files, the command."""

import io
import re
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from click.testing import CliRunner

from classifier import rates as module
from classifier.commands.rates import rates as command
from classifier.rates import Rates, rates
from classifier.rates_update import parse_rates
from crawler.errors import InputError
from crawler.paths import data_path

XML = b"""<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
<gesmes:subject>Reference rates</gesmes:subject>
<Cube><Cube time='2026-11-23'><Cube currency='USD' rate='1.25'/><Cube currency='PHP' rate='70'/></Cube>
<Cube time='2026-11-20'><Cube currency='USD' rate='1.2'/></Cube></Cube></gesmes:Envelope>"""
DAILY = b"Date, USD, JPY, \n23 November 2026, 1.25, 170.1, \n"
HISTORY = b"Date,USD,CYP,\n2026-11-23,1.25,N/A,\n2026-11-20,1.2,N/A,\n"


@pytest.fixture(autouse=True)
def own_table(monkeypatch, tmp_path):
    """Each test has its own folder of updates."""
    monkeypatch.setenv("VERAVA_DATA_DIR", str(tmp_path))
    rates.cache_clear()
    yield
    rates.cache_clear()


def _zipped(data):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("eurofxref-hist.csv", data)
    return out.getvalue()


def test_shipped_table():
    """Rates of the day, the last one before a day without, the first one before the table."""
    assert rates().rate("USD", "2026-10-30") == (1.1172, "2026-10-30")
    assert rates().rate("USD", "2026-11-01").date == "2026-10-30"
    assert rates().rate("PHP").per_eur == 71.143
    assert rates().rate("USD", "1990-01-01").date == rates().days[0]
    assert rates().rate("PKR") is None
    assert Rates.of({}).rate("USD") is None


def test_shipped_table_has_no_holes():
    """Some 255 days a year, every rate above zero."""
    years = {day[:4] for day in rates().days}
    assert len(rates().days) > 230 * (len(years) - 1)
    assert all(float(cell) > 0 for row in rates().table.values() for cell in row.values() if cell)


@pytest.mark.parametrize("data", [XML, DAILY, HISTORY, _zipped(HISTORY)])
def test_forms_of_the_ecb(data):
    """XML, daily CSV with its English date, history CSV with `N/A`, and a zip of it."""
    assert parse_rates(data, "file").rate("USD") == (1.25, "2026-11-23")
    assert parse_rates(data, "file").rate("CYP") is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"<html><body>Not found</body></html>",
        b"PK damaged",
        b"Date,USD\nsoon,1\n",
        b"Date,USD\n2026-11-23,-1\n",
    ],
)
def test_no_rates(data):
    """Anything else is refused, naming the file."""
    with pytest.raises(InputError, match=r"rates\.bin"):
        parse_rates(data, "rates.bin")


def test_update_from_a_file(tmp_path):
    """`--update FILE` adds days to the shipped ones, and a second update to the first."""
    path = tmp_path / "eurofxref.xml"
    path.write_bytes(XML)
    result = CliRunner().invoke(command, ["--update", str(path)])

    assert result.exit_code == 0, result.output
    assert "2026-11-23" in result.output
    assert rates().rate("USD", "2026-11-24") == (1.25, "2026-11-23")
    assert rates().rate("USD", "2026-10-30").per_eur == 1.1172
    path.write_bytes(b"Date, USD\n24 November 2026, 1.3\n")
    CliRunner().invoke(command, ["--update", str(path), "-q"])
    assert rates().rate("USD").date == "2026-11-24"
    assert rates().rate("USD", "2026-11-23").per_eur == 1.25


def test_update_from_an_address():
    """`--update URL` fetches the file as a page is fetched."""

    class Bank(BaseHTTPRequestHandler):
        def do_GET(self):
            body = XML if self.path.endswith(".xml") else b"User-agent: *\nAllow: /\n"
            self.send_response(200)
            self.send_header("Content-Type", "text/xml" if self.path.endswith(".xml") else "text/plain")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Bank)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}/eurofxref-daily.xml"
    try:
        import subprocess
        import sys

        done = subprocess.run(
            [sys.executable, "-m", "verava", "rates", "--update", address, "--allow-private"],
            capture_output=True, text=True, check=False, cwd=data_path().parent,
        )  # fmt: skip
    finally:
        server.shutdown()

    assert done.returncode == 0, done.stderr
    assert "to 2026-11-23" in done.stdout


def test_show():
    """Without an option the command says what is there, and of when."""
    result = CliRunner().invoke(command, [])

    assert result.exit_code == 0
    assert re.search(r"1 EUR = [\d.]+ USD", result.output)
    assert module.SOURCE in result.output


def test_a_missing_file(tmp_path):
    """A file that is not there is named."""
    result = CliRunner().invoke(command, ["--update", str(tmp_path / "none.xml")])

    assert isinstance(result.exception, InputError)
    assert "none.xml" in str(result.exception)
