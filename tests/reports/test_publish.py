"""A report is put in place whole: readers see old or new files, a failure leaves the old ones, nothing else is touched."""

import json
import os
import signal
import subprocess
import sys
import threading

import pytest

from crawler.errors import ReportError
from reports.publish import LIST, publish


def test_what_is_no_longer_written_is_taken_away_and_nothing_else(tmp_path):
    publish({"a.html": b"1", "images/b.png": b"2"}, tmp_path)
    (tmp_path / "mine.txt").write_text("mine")
    publish({"a.html": b"3"}, tmp_path)

    assert b"3" == (tmp_path / "a.html").read_bytes()
    assert ["a.html", "mine.txt"] == sorted(path.name for path in tmp_path.iterdir() if path.name != LIST)


def test_a_report_that_cannot_be_written_leaves_the_old_one_whole(tmp_path, monkeypatch):
    publish({"a.html": b"old", "b.html": b"old"}, tmp_path)

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(ReportError, match="No space left"):
        publish({"a.html": b"new", "b.html": b"new"}, tmp_path)

    assert [b"old", b"old"] == [(tmp_path / name).read_bytes() for name in ("a.html", "b.html")]
    assert [] == list(tmp_path.glob(".verava-new-*"))


@pytest.mark.parametrize("name", ["../x.html", "/x.html", "a/../../x.html"])
def test_nothing_is_written_outside_the_folder(tmp_path, name):
    with pytest.raises(ReportError, match="outside"):
        publish({name: b""}, tmp_path / "out")

    assert not (tmp_path / "x.html").exists()


def test_names_of_another_hand_are_not_followed_out_of_the_folder(tmp_path):
    """A list that was tampered with takes away nothing outside."""
    out = tmp_path / "out"
    publish({"a.html": b""}, out)
    (tmp_path / "keep.txt").write_text("keep")
    (out / LIST).write_text(json.dumps(["../keep.txt", str(tmp_path / "keep.txt"), "a.html"]))
    publish({"b.html": b""}, out)

    assert (tmp_path / "keep.txt").exists()
    assert not (out / "a.html").exists()


def test_a_reader_never_sees_half_a_page(tmp_path):
    """While the report is made anew 60 times, each look finds a whole page, of one run."""
    pages = {f"page{number}.html": b"" for number in range(4)}
    publish(dict.fromkeys(pages, b"0" * 100000), tmp_path)
    seen, done = [], threading.Event()

    def read():
        while not done.is_set():
            for name in pages:
                content = (tmp_path / name).read_bytes()
                seen.append(len(content) == 100_000 and len(set(content)) == 1)

    reader = threading.Thread(target=read)
    reader.start()
    for run in range(1, 61):
        publish({name: str(run % 10).encode() * 100_000 for name in pages}, tmp_path)
    done.set()
    reader.join()

    assert len(seen) > 60
    assert all(seen)


def test_a_run_that_is_killed_leaves_whole_pages_and_the_next_run_cleans_up(tmp_path):
    """Killed at the moment when new files are written but not moved."""
    publish({"a.html": b"old"}, tmp_path)
    script = (
        "import os, signal, pathlib, reports.publish as p\n"
        "p._pages_last = lambda name: os.kill(os.getpid(), signal.SIGKILL)\n"
        f"p.publish({{'a.html': b'new'}}, pathlib.Path({str(tmp_path)!r}))"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False)

    assert -signal.SIGKILL == done.returncode
    assert b"old" == (tmp_path / "a.html").read_bytes()
    assert 1 == len(list(tmp_path.glob(".verava-new-*")))
    publish({"a.html": b"newer"}, tmp_path)
    assert [] == list(tmp_path.glob(".verava-new-*"))


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_one_clear_line(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(ReportError, match="cannot be written"):
        publish({"a.html": b""}, tmp_path / "out")


def test_a_file_in_the_place_of_the_folder_is_one_clear_line(tmp_path):
    (tmp_path / "out").write_text("mine")
    with pytest.raises(ReportError, match="cannot be written"):
        publish({"a.html": b""}, tmp_path / "out")
