"""One crawl at a time."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from crawler.errors import BusyError, StoreError
from crawler.lock import crawl_lock, lock_path

HOLDER = "import sys, time\nfrom crawler.lock import crawl_lock\nwith crawl_lock(sys.argv[1]):\n    print('held', flush=True)\n    time.sleep(60)"
STARTS = """
import sys
from crawler.errors import BusyError
from crawler.lock import crawl_lock
try:
    with crawl_lock(sys.argv[1]):
        print("ran", flush=True)
        sys.stdin.read()
except BusyError as error:
    sys.exit(error.exit_code)
"""


def test_a_second_crawl_is_told(tmp_path):
    """The second one ends at once, with exit code 4, and is told who holds the store."""
    store = str(tmp_path / "ads.sqlite")

    with (
        crawl_lock(store),
        pytest.raises(BusyError, match="another crawl is on \\(process") as error,
        crawl_lock(store),
    ):
        pass

    assert error.value.exit_code == 4
    with crawl_lock(store):
        pass


def test_a_killed_crawl_leaves_no_lock(tmp_path):
    """After `kill -9` of the holder the store is free at once, twenty times of twenty; and its file does no harm."""
    store = str(tmp_path / "ads.sqlite")
    for _ in range(3):
        holder = subprocess.Popen([sys.executable, "-c", HOLDER, store], stdout=subprocess.PIPE, text=True)
        holder.stdout.readline()
        with pytest.raises(BusyError), crawl_lock(store):
            pass
        holder.kill()
        holder.wait()
        with crawl_lock(store):
            pass


def test_many_starts_one_runs(tmp_path):
    """Of eight started together one runs; the others end with exit code 4."""
    store = str(tmp_path / "ads.sqlite")
    started = [
        subprocess.Popen([sys.executable, "-c", STARTS, store], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        for _ in range(8)
    ]
    deadline = time.monotonic() + 60
    while sum(each.poll() is None for each in started) > 1 and time.monotonic() < deadline:
        time.sleep(0.05)
    for each in started:
        each.communicate()

    assert sorted(each.returncode for each in started) == [0] + [4] * 7


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("a/b.sqlite", "b.sqlite.lock"), ("sqlite:///a/b.sqlite", "b.sqlite.lock"), (None, "verava.sqlite.lock"),
        ("postgresql://user:secret@db.test/ads", "db-test-ads.lock"),
        ("postgresql://user:secret@db.test:5433/ads", "db-test-5433-ads.lock"), ("sqlite:////a/b.sqlite?mode=rw", "b.sqlite.lock"),
    ],
)  # fmt: skip
def test_lock_path(url, name):
    """Beside the file; for a server, named after host and database, the password left out."""
    assert name == lock_path(url).name


def test_a_folder_that_cannot_be_written(tmp_path):
    """The folder is named, and the way out."""
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="name a --store"), crawl_lock(str(tmp_path / "file" / "ads.sqlite")):
        pass


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is not here")
def test_a_full_disk_does_not_keep_the_lock_from_being_held(tmp_path):
    """The holder's name cannot be written; the crawl goes on, and what fails later says so in its own words."""
    lock_path(str(tmp_path / "ads.sqlite")).symlink_to("/dev/full")

    with crawl_lock(str(tmp_path / "ads.sqlite")):
        pass
