"""What is asked of each site once a crawl, however many of its pages wait for the answer."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar
from urllib.parse import urlsplit

T = TypeVar("T")


class OncePerSite(Generic[T]):
    """Answers by site; who comes while the first one asks waits for the same answer."""

    def __init__(self) -> None:
        self._answers: dict[str, asyncio.Future[T]] = {}

    async def get(self, url: str, ask: Callable[[str], Awaitable[T]], unknown: T) -> T:
        """Return what `ask` (called with `https://HOST`) answers for the site of `url`; `unknown` when it raises."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if (known := self._answers.get(site)) is not None:
            return known.result() if known.done() else await asyncio.shield(known)
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._answers[site] = future
        found = unknown
        try:
            found = await ask(site)
        finally:
            future.set_result(found)
        return found
