"""The pace of a host."""

import asyncio
import time

import pytest

from crawler.faults import Fault
from crawler.pace import HostRestsError, Pace


def turns(pace, *hosts):
    """Take a turn at each host, together; return host → when it was had."""
    had = []

    async def take(host):
        async with pace.turn(host):
            had.append((host, time.monotonic()))

    async def run():
        await asyncio.gather(*(take(host) for host in hosts))

    asyncio.run(run())
    return had


def test_a_pause_between_two_requests():
    """The pause is between requests to one host, not between hosts."""
    had = turns(Pace(0.1), "a", "a", "b", "a")
    mine = [moment for host, moment in had if host == "a"]

    assert mine[1] - mine[0] >= 0.1
    assert mine[2] - mine[1] >= 0.1
    assert [host for host, _ in had][:2] in (["a", "b"], ["b", "a"])


def test_one_at_a_time():
    """A second request waits until the first is through."""
    pace, inside = Pace(0), []

    async def take():
        async with pace.turn("a"):
            inside.append(1)
            assert len(inside) == 1
            await asyncio.sleep(0.02)
            inside.pop()

    async def run():
        await asyncio.gather(*(take() for _ in range(5)))

    asyncio.run(run())


def test_slower_never_faster():
    """A site's own pause holds when it is longer than ours."""
    pace = Pace(0.05)

    async def run():
        pace.slow("a", 0.2)
        pace.slow("a", 0.01)

    asyncio.run(run())
    began = time.monotonic()
    had = turns(pace, "a", "a")

    assert had[0][1] - began >= 0.15
    assert had[1][1] - had[0][1] >= 0.2


def test_a_host_that_rests():
    """Nothing more is asked, those who wait already included, and the first reason is told."""
    pace = Pace(0)
    pace.rest("a", Fault("blocked", "first"))
    pace.rest("a", Fault("blocked", "second"))

    with pytest.raises(HostRestsError, match="first") as error:
        turns(pace, "a")
    assert error.value.fault.kind == "blocked"
    assert turns(pace, "b")


def test_stop_ends_all_waiting():
    """Whoever waits for a turn is let go at once."""
    pace = Pace(0)
    pace.pause("a", 60)

    async def run():
        async def take():
            async with pace.turn("a"):
                pass

        waiting = asyncio.ensure_future(take())
        await asyncio.sleep(0.05)
        pace.stop()
        with pytest.raises(HostRestsError, match="stopped"):
            await waiting

    began = time.monotonic()
    asyncio.run(run())
    assert time.monotonic() - began < 10


def test_failures_in_a_row():
    """An answer ends the row."""
    pace = Pace(0)

    assert [pace.failed("a"), pace.failed("a")] == [1, 2]
    pace.answered("a")
    assert pace.failed("a") == 1
