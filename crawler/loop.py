"""The event loop: Twisted's reactor on asyncio, started once a process and used for any number of crawls.

A reactor cannot be stopped and started again, so it is never stopped: each crawl runs until its own end. No
thread pool of Twisted's is started (its threads would keep the process alive); `GuardedResolver` needs none.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from functools import cache
from typing import Any, TypeVar

from crawler.mirror import Mirror
from crawler.resolver import GuardedResolver

_T = TypeVar("_T")


@cache
def resolver() -> GuardedResolver:
    """Install the reactor with the guarded resolver (once) and return the resolver."""
    from scrapy.utils.reactor import install_reactor  # noqa: PLC0415 - importing it chooses a reactor

    install_reactor("twisted.internet.asyncioreactor.AsyncioSelectorReactor")
    from twisted.internet import reactor  # noqa: PLC0415

    guard = GuardedResolver()
    running: Any = reactor
    running.installNameResolver(guard)
    running.startRunning(installSignalHandlers=False)
    return guard


def prepare(mirror: Mirror | None, *, allow_private: bool) -> None:
    """Tell the guard which private addresses a crawl may reach: the mirror's, or all."""
    resolver().allowed = None if allow_private else frozenset({mirror.host} if mirror else ())
    resolver().refused.clear()


def run(work: Coroutine[Any, Any, _T]) -> _T:
    """Run `work` on the reactor's loop until it ends and return what it returns."""
    resolver()
    from twisted.internet import reactor  # noqa: PLC0415 - the one that was installed

    running: Any = reactor
    loop: asyncio.AbstractEventLoop = running._asyncioEventloop  # noqa: SLF001 - Twisted offers no other way to it
    asyncio.set_event_loop(loop)  # someone's asyncio.run may have taken it away
    return loop.run_until_complete(work)
