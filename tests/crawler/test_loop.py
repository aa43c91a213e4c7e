"""The event loop."""

import asyncio
import subprocess
import sys

import pytest

from crawler.loop import prepare, resolver, run
from crawler.mirror import Mirror


def test_one_loop_many_runs():
    """Work runs to its end, again and again, and its exceptions come out."""

    async def work(value):
        await asyncio.sleep(0)
        if value is None:
            raise ValueError("none")
        return value

    assert [run(work(1)), run(work(2))] == [1, 2]
    with pytest.raises(ValueError, match="none"):
        run(work(None))
    assert run(work(3)) == 3


def test_prepare():
    """The guard lets through the mirror's name only, or all."""
    resolver().refused.add("left.over")
    prepare(Mirror("http://mirror.test:80"), allow_private=False)
    assert (frozenset({"mirror.test"}), set()) == (resolver().allowed, resolver().refused)
    prepare(None, allow_private=False)
    assert resolver().allowed == frozenset()
    prepare(None, allow_private=True)
    assert resolver().allowed is None


def test_the_process_ends():
    """The reactor that is never stopped keeps no process alive."""
    code = "import asyncio\nfrom crawler.loop import run\nrun(asyncio.sleep(0))"

    assert subprocess.run([sys.executable, "-c", code], timeout=60, check=False).returncode == 0
