"""Crawls that are killed or stopped, as processes of their own."""

import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

ADS = 80


@pytest.fixture
def site(web):
    web.site("lavori.test", {str(number): {} for number in range(ADS)})
    for number in range(ADS):
        answer = web.pages[f"lavori.test/job/{number}"]
        web.pages[f"lavori.test/job/{number}"] = lambda _handler, answer=answer: time.sleep(0.01) or answer
    return web


def start(file, *arguments):
    command = [
        sys.executable,
        "-m",
        "verava",
        "crawl",
        "--url",
        "https://lavori.test/",
        "--store",
        str(file),
        "--delay",
        "0",
    ]
    return subprocess.Popen(
        [*command, *arguments], env={**os.environ}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def content(file):
    with sqlite3.connect(file) as connection:
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
        rows = connection.execute(
            "select a.identifier, v.content_hash from ads a join versions v on v.ad_id = a.id"
        ).fetchall()
        return sorted(rows)


def stored(file):
    try:
        with sqlite3.connect(file) as connection:
            return connection.execute("select count(*) from ads").fetchone()[0]
    except sqlite3.OperationalError:
        return 0


def wait_for(condition, seconds=60):
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)


def test_killed_and_taken_up(site, tmp_path):
    """Killed twice and begun again: nothing is lost, doubled or damaged, and what was read is not asked again."""
    file, whole = tmp_path / "killed.sqlite", tmp_path / "whole.sqlite"
    assert start(whole).wait(120) == 0
    site.log.clear()
    for share in (0.0, 0.5):
        process = start(file)
        wait_for(lambda process=process, share=share: process.poll() is not None or stored(file) > ADS * share)
        process.kill()
        process.communicate()
    last = start(file)
    out, _ = last.communicate(timeout=120)

    assert last.returncode == 0, out
    assert content(whole) == content(file)
    assert len(content(file)) == ADS
    assert len(site.asked("lavori.test/job/")) <= ADS + 2 * 110


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_asked_to_stop(site, tmp_path, number):
    """A signal ends the crawl within seconds: what was found is stored, the visit is called partial, exit code 3."""
    file = tmp_path / "ads.sqlite"
    process = start(file)
    wait_for(lambda: len(site.asked("lavori.test/job/")) >= 10)
    process.send_signal(number)
    began = time.monotonic()
    out, err = process.communicate(timeout=30)
    took = time.monotonic() - began

    assert process.returncode == 3, err
    assert "partial" in out
    assert took < 10
    assert stored(file) >= 9
    assert signal.Signals(number).name in err
    assert "Traceback" not in err


def test_stopped_while_a_host_hangs(web, tmp_path):
    """A host that does not answer does not hold up the end."""
    web.site("lavori.test", {"a": {}})
    web.pages["lavori.test/job/a"] = lambda _handler: time.sleep(25)
    process = start(tmp_path / "ads.sqlite")
    wait_for(lambda: web.asked("lavori.test/job/a"))
    process.send_signal(signal.SIGTERM)
    began = time.monotonic()
    process.communicate(timeout=30)

    assert time.monotonic() - began < 10
    assert process.returncode == 3


def test_a_second_crawl_meanwhile(web, tmp_path):
    """While one crawl is on, another on the same store ends at once with exit code 4."""
    web.site("lavori.test", {"a": {}})
    web.pages["lavori.test/job/a"] = lambda _handler: time.sleep(15)
    file = tmp_path / "ads.sqlite"
    first = start(file)
    wait_for(lambda: web.asked("lavori.test/job/"))
    second = start(file)
    _, err = second.communicate(timeout=60)
    first.terminate()
    first.communicate(timeout=30)

    assert second.returncode == 4
    assert "another crawl is on" in err
