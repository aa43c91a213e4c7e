"""A program in a pseudo-terminal: keys go in, what a person would see comes out (standard library only)."""

import fcntl
import os
import pty
import select
import subprocess
import sys
import termios
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]


class Terminal:
    """`verava` with `arguments` in a pseudo-terminal of its own."""

    def __init__(self, *arguments, env=None):
        self._master, slave = pty.openpty()
        self.seen = ""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "verava", *map(str, arguments)],
            stdin=slave, stdout=slave, stderr=slave, close_fds=True, start_new_session=True,
            preexec_fn=_take_the_terminal,  # noqa: PLW1509 - tests run no threads
            cwd=ROOT, env=os.environ | {"TERM": "xterm", "COLUMNS": "200"} | (env or {}),
        )  # fmt: skip
        os.close(slave)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._master)

    def expect(self, words, seconds=40):
        """Return what came since the last call, up to `words`; fail when they do not come."""
        end = time.monotonic() + seconds
        while words not in self.seen:
            assert time.monotonic() < end, f"{words!r} did not come; came: {self.seen[-2000:]!r}"
            if not self._read():
                break
        assert words in self.seen, f"{words!r} did not come; came: {self.seen[-2000:]!r}"
        found, _, self.seen = self.seen.partition(words)
        return found + words

    def press(self, keys):
        """Type `keys`."""
        os.write(self._master, keys.encode())

    def end(self, seconds=40):
        """Return the exit code once the program has ended, having read what it still said."""
        end = time.monotonic() + seconds
        while self._read() and time.monotonic() < end:
            pass
        return self.process.wait(seconds)

    def _read(self):
        ready, _, _ = select.select([self._master], [], [], 0.5)
        if not ready:
            return self.process.poll() is None
        try:
            data = os.read(self._master, 65536)
        except OSError:  # the other end was closed: Linux' way of saying so
            return False
        self.seen += data.decode("utf-8", "replace")
        return bool(data)


def _take_the_terminal():
    """Make standard input the terminal that Ctrl-C comes from."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
