"""`verava classify`: whatever comes in, as a person or a program meets it."""

import csv
import json
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from classifier.labels import LABELS, SUBTYPES
from tests.classifier.terminal import Terminal

ROOT = Path(__file__).parents[3]
AD = (
    "Assistente virtuale\n\nCerchiamo una segretaria virtuale con partita IVA: orario dalle 9 alle 18 dal lunedì al "
    "venerdì, in esclusiva. Gestione agenda e fatture. Paga 700 euro al mese, 40 ore a settimana.\n"
)
PAGE = f"""<!doctype html><html lang="it"><head><title>Annuncio</title><script type="application/ld+json">
{json.dumps({"@context": "https://schema.org", "@type": "JobPosting", "title": "Assistente virtuale", "description": AD, "datePosted": "2026-10-02", "url": "https://a.test/1"})}
</script></head><body><h1>Assistente virtuale</h1></body></html>"""


def run(model, *arguments, stdin=b"", env=None):
    return subprocess.run(
        [sys.executable, "-m", "verava", "classify", "-q", "--model", str(model), *map(str, arguments)],
        input=stdin, capture_output=True, cwd=ROOT, env=os.environ | (env or {}), check=False, timeout=120,
    )  # fmt: skip


def objects(done):
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


@pytest.fixture
def file(tmp_path):
    """Write a file and return its path."""

    def write(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.fixture
def address():
    """Serve the page on loopback and return its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            found = self.path == "/ad"
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(PAGE.encode() if found else b"")

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_text_file_or_standard_input(small_model, file, form):
    """The same answer whichever way the ad comes."""
    path = file("ad.txt", AD)
    answers = {
        run(small_model, "--format", form, path).stdout,
        run(small_model, "--format", form, stdin=AD.encode()).stdout,
        run(small_model, "--format", form, "-", stdin=AD.encode()).stdout,
    }

    (answer,) = answers
    assert "Paga: 700 euro al mese" in answer.decode() if form == "text" else json.loads(answer)["label"] in LABELS


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [("empty.txt", "", "empty"), ("none.txt", None, "No such file"), ("none.jsonl", None, "No such file")],
)
def test_what_is_no_ad_is_refused_before_a_model_is_asked_for(tmp_path, name, content, said):
    """Nobody waits for a model to be built to learn that a file is empty or not there."""
    path = tmp_path / name
    if content is not None:
        path.write_text(content)
    done = run(tmp_path / "no model", path)

    assert done.returncode not in {0, 3}
    assert said in done.stderr.decode()
    assert "model" not in done.stderr.decode()


def test_the_contract(small_model, file):
    """The object that DESIGN promises: names, kinds, exact offsets."""
    (found,) = objects(run(small_model, "--format", "json", file("ad.txt", AD)))

    assert {
        "id",
        "label",
        "confidence",
        "probabilities",
        "language",
        "subtype",
        "evidence",
        "pay",
        "skills",
        "skill_level",
        "questions",
    } <= set(found)
    assert found["id"] is None
    assert "text" not in found  # the input was plain text
    assert found["label"] in {*LABELS, "uncertain"}
    assert set(found["probabilities"]) == set(LABELS)
    assert sum(found["probabilities"].values()) == pytest.approx(1, abs=1e-3)
    assert found["confidence"] == max(found["probabilities"].values())
    assert found["language"] == "it"
    assert found["subtype"] is None or found["subtype"] in SUBTYPES
    for span in found["evidence"]:
        assert {"indicator", "text", "start", "end", "direction", "weight"} <= set(span)
        assert AD[span["start"] : span["end"]] == span["text"]
    pay = found["pay"]
    assert {"raw", "start", "end", "min", "max", "currency", "unit", "kind", "basis", "eur_per_hour"} == set(pay)
    assert AD[pay["start"] : pay["end"]] == pay["raw"]
    assert (700, 700, "EUR", "month", "time") == (pay["min"], pay["max"], pay["currency"], pay["unit"], pay["kind"])
    assert {"min", "max", "tier", "assumptions", "rate_date"} == set(pay["eur_per_hour"])
    assert all({"id", "level", "text"} == set(skill) for skill in found["skills"])
    assert found["skill_level"] in range(4)
    assert 2 <= len(found["questions"]) <= 4


def test_an_html_page_and_an_address(small_model, file, address):
    """The ad on the page is read; its text is echoed, since offsets are into it."""
    (saved,) = objects(run(small_model, "--format", "json", file("ad.html", PAGE)))
    (fetched,) = objects(run(small_model, "--format", "json", "--allow-private", f"{address}/ad"))

    assert saved["text"].startswith("Assistente virtuale")
    assert saved["probabilities"] == fetched["probabilities"]
    assert all(saved["text"][span["start"] : span["end"]] == span["text"] for span in saved["evidence"])


def test_many_ads_in_their_order(small_model, file):
    """A thousand lines in, a thousand out, the same ids in the same order."""
    lines = [
        json.dumps({"id": number, "text": f"VA {number}. Agenda e posta, a ore, con i tuoi orari."})
        for number in range(1000)
    ]
    done = run(small_model, file("ads.jsonl", "\n".join(lines)))

    assert (0, b"") == (done.returncode, done.stderr)
    assert list(range(1000)) == [found["id"] for found in objects(done)]


def test_several_processes_say_the_same(small_model, file):
    """`--jobs 2` changes no line and no order."""
    lines = "\n".join(json.dumps({"id": number, "text": f"{AD} {number}"}) for number in range(300))
    path = file("ads.jsonl", lines)

    assert run(small_model, path).stdout == run(small_model, "--jobs", 2, path).stdout


def test_a_table(small_model, tmp_path):
    """A row an ad; fields are composed and echoed."""
    path = tmp_path / "ads.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerows(
            [
                ["id", "title", "description", "pay_raw"],
                ["a", "VA", "Agenda,\nposta", "9 €/h"],
                ["b", "VA", "Posta", ""],
            ]
        )
    done = objects(run(small_model, path))

    assert ["a", "b"] == [found["id"] for found in done]
    assert done[0]["text"] == "VA\nCompenso: 9 €/h\n\nAgenda,\nposta"
    assert done[0]["pay"]["min"] == 9


def test_bad_lines_are_named_and_the_others_read(small_model, file):
    """Exit 3; line numbers on standard error, a count at the end."""
    path = file(
        "ads.jsonl",
        b'{"id": 1, "text": "VA per agenda"}\n{broken\n[2]\n{"id": 4}\n{"text": "perch\xe9"}\n{"id": 6, "text": "VA per posta"}\n',
    )
    done = run(small_model, path)

    assert done.returncode == 3
    assert [1, 6] == [found["id"] for found in objects(done)]
    told = done.stderr.decode().splitlines()
    assert [f"{path}:{number}" for number in (2, 3, 4, 5)] == [
        line.removeprefix("verava: ").rpartition(": ")[0].partition(": ")[0] for line in told[:4]
    ]
    assert told[4] == f"verava: {path}: 4 bad lines skipped"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("empty.txt", b"", "empty"),
        ("photo.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(range(256)) * 20, "not text"),
        ("five.txt", b"parola " * 750_000, "is no single ad"),
        ("blank.html", b"<!doctype html><html><body></body></html>", "no readable text"),
        ("missing.txt", None, "No such file"),
        ("missing.jsonl", None, "No such file"),
    ],
)
def test_what_cannot_be_read_gets_one_clear_line(small_model, tmp_path, file, name, content, message):
    """Exit 1, the name, the reason; nothing on standard output."""
    path = tmp_path / name if content is None else file(name, content)
    done = run(small_model, path)

    assert (1, b"") == (done.returncode, done.stdout)
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith(f"verava: {path}: ")
    assert message in line


def test_empty_standard_input(small_model):
    """Named as such."""
    done = run(small_model)

    assert (1, b"verava: standard input: empty; give the text of an ad\n") == (done.returncode, done.stderr)


@pytest.mark.parametrize("path", ["/nowhere", ":1/ad"])
def test_an_address_that_does_not_answer(small_model, address, path):
    """A page that is not there, and a port where nobody listens."""
    url = f"{address}{path}" if path.startswith("/") else "http://127.0.0.1:1/ad"
    done = run(small_model, "--allow-private", url)

    assert (1, b"") == (done.returncode, done.stdout)
    (line,) = done.stderr.decode().splitlines()
    assert "127.0.0.1" in line


def test_an_address_of_this_machine_is_not_fetched_unasked(small_model, address):
    """Only with `--allow-private`."""
    done = run(small_model, f"{address}/ad")

    assert (1, b"") == (done.returncode, done.stdout)
    assert b"--allow-private" in done.stderr


@pytest.mark.parametrize("where", ["classify", "evaluate", "label"])
def test_a_crafted_model_is_refused_and_not_run(tmp_path, file, where):
    """Wherever a model may be named."""
    canary = tmp_path / "executed"
    evil = b"cbuiltins\nopen\n(V" + str(canary).encode() + b"\nVw\ntR."
    for name in ("evil.joblib", "evil.weights.json", "evil.card.json"):
        file(name, evil)
    ads = file("ads.jsonl", json.dumps({"text": AD, "label": "out_of_scope"}))
    arguments = {"classify": [ads], "evaluate": [ads], "label": ["--store", tmp_path / "ads.sqlite"]}[where]
    if where == "label":
        with Terminal(where, "--model", tmp_path / "evil.joblib", *arguments) as terminal:
            terminal.expect("damaged model")
            assert terminal.end() == 1
    else:
        done = subprocess.run(
            [sys.executable, "-m", "verava", where, "--model", tmp_path / "evil.joblib", *map(str, arguments)],
            capture_output=True, cwd=ROOT, check=False,
        )  # fmt: skip
        assert (1, b"") == (done.returncode, done.stdout)
        assert b"damaged model" in done.stderr
        assert done.stderr.count(b"\n") == 1
    assert not canary.exists()
    pickle.loads(evil).close()
    assert canary.exists()  # the pickle would have done it


def test_a_closed_pipe_ends_it_quietly(small_model, file):
    """`verava classify ads.jsonl | head -1`: no traceback."""
    lines = "\n".join(json.dumps({"id": number, "text": AD}) for number in range(2000))
    process = subprocess.Popen(
        [sys.executable, "-m", "verava", "classify", "-q", "--model", str(small_model), str(file("ads.jsonl", lines))],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT,
    )  # fmt: skip
    process.stdout.readline()
    process.stdout.close()
    told = process.stderr.read()
    process.stderr.close()

    assert process.wait(60) in {1, 141}
    assert told == b""


def test_ctrl_c_ends_it_quietly(small_model, file):
    """No traceback; an exit code that says it did not end well."""
    lines = "\n".join(json.dumps({"id": number, "text": AD}) for number in range(5000))
    process = subprocess.Popen(
        [sys.executable, "-m", "verava", "classify", "-q", "--model", str(small_model), str(file("ads.jsonl", lines))],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT,
    )  # fmt: skip
    process.stdout.readline()
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)

    assert process.returncode != 0
    assert b"Traceback" not in told


def test_on_a_terminal_colours_and_underlines(small_model, file):
    """And with NO_COLOR none."""
    path = file("ad.txt", AD)
    for environment, escapes in (({}, True), ({"NO_COLOR": "1"}, False)):
        with Terminal("classify", "-q", "--model", small_model, path, env=environment) as terminal:
            shown = terminal.expect("Da chiedere prima di dire sì")
            assert terminal.end() == 0
        assert ("\x1b[" in shown) == escapes
        assert ("Il testo letto:" in shown) == escapes


def test_a_pipe_gets_no_colour(small_model, file):
    """Plain text for the next program."""
    assert b"\x1b" not in run(small_model, file("ad.txt", AD)).stdout
