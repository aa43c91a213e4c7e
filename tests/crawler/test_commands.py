"""The crawler's commands, as a user calls them (crawls in this process, over HTTP)."""

import json
import sqlite3

import pytest
from click.testing import CliRunner

from crawler.commands.crawl import crawl
from crawler.commands.forget import forget
from crawler.commands.status import status
from crawler.errors import SourceError, StoreError
from crawler.plan import make_plan


@pytest.fixture
def call(tmp_path):
    """Return a function that calls a command on one store."""
    file = tmp_path / "ads.sqlite"

    def run(command, *arguments):
        return CliRunner().invoke(command, [*arguments, "--store", str(file)])

    run.file = file
    return run


def jobs(*titles):
    rows = [{"id": n, "url": f"https://remotive.com/remote-jobs/{n}", "title": title, "company_name": "Acme Test", "job_type": "contract",
             "publication_date": "2026-11-01T00:00:00", "candidate_required_location": "Worldwide", "salary": "", "description": "<p>Text.</p>"}
            for n, title in enumerate(titles, 1)]  # fmt: skip
    return 200, {"Content-Type": "application/json"}, json.dumps({"jobs": rows})


def test_crawl_and_status(web, call):
    """A table by source, exit code 0; then the status tells the same."""
    web.pages["remotive.com/api/remote-jobs"] = jobs("Virtual Assistant", "Welder")
    done = call(crawl, "remotive")
    told = call(status, "--runs", "3")

    assert done.exit_code == 0, done.output
    assert "remotive" in done.output
    assert "2 ads, 2 open" in told.output
    assert "last good run" in told.output


@pytest.mark.parametrize(
    ("answer", "code", "word"),
    [
        (jobs("a"), 0, "ok"),
        ((403, {}, ""), 3, "blocked"), ((429, {"Retry-After": "9999"}, ""), 3, "blocked"), ((401, {}, ""), 3, "blocked"),
        ((404, {}, ""), 3, "failed"), ((500, {"Retry-After": "0"}, ""), 3, "failed"), ((200, {}, "<html>"), 3, "failed"),
        ((200, {"Content-Type": "application/json"}, "{"), 3, "failed"), ((200, {"Content-Type": "application/json"}, '{"jobs": []}'), 3, "empty"),
        ((301, {"Location": "ftp://x.test/"}, ""), 3, "failed"), ((302, {"Location": "http://127.0.0.1/"}, ""), 3, "failed"),
        ((200, {"Content-Encoding": "gzip"}, b"\x1f\x8b not gzip"), 3, "failed"),
    ],
)  # fmt: skip
def test_honest_exit_codes(web, call, answer, code, word):
    """Whatever goes wrong is no success, and the summary names the source and the fault."""
    web.pages["remotive.com/api/remote-jobs"] = answer

    done = call(crawl, "remotive")

    assert code == done.exit_code, done.output
    assert any("remotive" in line and word in line for line in done.output.splitlines())


def test_unknown_source(call):
    """The known names are told."""
    done = call(crawl, "nosuch")

    assert isinstance(done.exception, SourceError)
    assert "remotive" in str(done.exception)


def test_dry_run_asks_and_stores_nothing(web, call):
    """It says what would be visited."""
    done = call(crawl, "remotive", "--url", "https://lavori.test/", "--dry-run")

    assert done.exit_code == 0
    assert "https://remotive.com/api/remote-jobs" in done.output
    assert "https://lavori.test/" in done.output
    assert web.log == []
    with sqlite3.connect(call.file) as connection:
        assert connection.execute("select count(*) from runs").fetchone() == (0,)


def test_what_is_not_due_waits(web, call, monkeypatch):
    """Without a mirror a source is not visited again before its interval has passed, unless --force is given."""
    web.pages["remotive.com/api/remote-jobs"] = jobs("a")
    call(crawl, "remotive")
    asked = len(web.log)
    plan = make_plan
    monkeypatch.setattr("crawler.plan.make_plan", lambda jobs, store, mirrored: plan(jobs, store))

    waiting = call(crawl, "remotive")
    assert (0, asked) == (waiting.exit_code, len(web.log))
    assert "not visited before" in waiting.output

    forced = call(crawl, "remotive", "--force")
    assert forced.exit_code == 0
    assert len(web.log) > asked


def test_forget(web, call):
    """The ad goes, and does not come back with the next crawl."""
    web.pages["remotive.com/api/remote-jobs"] = jobs("a", "b")
    call(crawl, "remotive")
    done = call(forget, "https://remotive.com/remote-jobs/1")
    call(crawl, "remotive")

    assert "1 ad removed" in done.output
    with sqlite3.connect(call.file) as connection:
        assert connection.execute("select url from ads").fetchall() == [("https://remotive.com/remote-jobs/2",)]


def test_a_full_disk(web, call, monkeypatch):
    """A store that cannot grow: one clear error, what was stored before is intact, and it goes on when there is room."""
    web.pages["remotive.com/api/remote-jobs"] = jobs("a")
    assert call(crawl, "remotive").exit_code == 0
    web.pages["remotive.com/api/remote-jobs"] = jobs(*(f"{n} " + "long " * 180 for n in range(300)))
    with monkeypatch.context() as patch:
        import crawler.store.open as opening

        real = opening._set_pragmas

        def small(connection, record):
            real(connection, record)
            connection.execute("PRAGMA max_page_count = 60")

        patch.setattr(opening, "_set_pragmas", small)
        full = call(crawl, "remotive")

    assert isinstance(full.exception, StoreError) or full.exit_code == 3
    assert "full" in str(full.exception) + full.output
    with sqlite3.connect(call.file) as connection:
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
        assert connection.execute("select count(*) from ads").fetchone()[0] >= 1
    assert call(crawl, "remotive").exit_code == 0
    with sqlite3.connect(call.file) as connection:
        assert connection.execute("select count(*) from ads").fetchone() == (300,)


def test_keys_are_written_nowhere(web, call, monkeypatch, tmp_path, caplog):
    """A key stands in requests and nowhere else: not in the store, not in messages, also when the source fails."""
    caplog.set_level("DEBUG")
    monkeypatch.setenv("ADZUNA_APP_ID", "IDMARKER+/1")
    monkeypatch.setenv("ADZUNA_APP_KEY", "KEYMARKER+/2")
    ads = {"results": [{"id": "1", "title": "Assistente virtuale", "description": "Testo.", "redirect_url": "https://www.adzuna.it/details/1",
                        "company": {"display_name": "Acme"}, "location": {"display_name": "Roma"}, "created": "2026-11-01T00:00:00Z"}]}  # fmt: skip
    shown = ""
    for answer in (
        (500, {"Retry-After": "0"}, ""),
        (200, {}, "<html>"),
        (200, {"Content-Type": "application/json"}, json.dumps(ads)),
    ):
        web.pages["api.adzuna.com/v1/api/jobs/it/search/1"] = answer
        done = call(crawl, "adzuna")
        if isinstance(done.exception, SourceError):
            pytest.skip("no source with a key is here yet")
        shown += done.output + str(done.exception)
    shown += call(status).output
    kept = b"".join(file.read_bytes() for file in tmp_path.iterdir())

    assert any("KEYMARKER" in address for address, _, _ in web.log)
    for marker in ("IDMARKER", "KEYMARKER"):
        assert marker not in shown + caplog.text
        assert marker.encode() not in kept
