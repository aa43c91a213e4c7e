"""One crawl at a time on a store. The system holds the lock, so that a killed crawl never leaves a stale one."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from crawler.errors import BusyError, StoreError
from crawler.store import default_url

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows has none; there two crawls are kept apart by the store alone
    fcntl = None  # type: ignore[assignment]

SUFFIX: Final = ".lock"


@contextmanager
def crawl_lock(store_url: str | None) -> Iterator[None]:
    """Hold the store for one crawl; raises BusyError at once when another holds it.

    The lock is a file beside an SQLite store; for a store on a server, one in the user's data folder.
    """
    path = lock_path(store_url)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        stream = path.open("a+", encoding="utf-8")
    except OSError as error:
        raise StoreError(f"{path}: {error.strerror}; name a --store in a folder that can be written") from None
    with stream:
        if fcntl is not None:
            try:
                fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise BusyError(f"another crawl is on ({_holder(stream)}); wait until it has ended") from None
        _write_holder(stream)
        yield
        stream.truncate(0)


def lock_path(store_url: str | None) -> Path:
    """Return the file that stands for the lock of a store."""
    address = store_url or default_url()
    if "://" not in address:
        return _beside(Path(address).expanduser())
    try:
        url = make_url(address)
    except ArgumentError:
        return _beside(Path(default_url().removeprefix("sqlite:///")))
    if url.get_backend_name() == "sqlite" and url.database:
        return _beside(Path(url.database))
    name = "".join(letter if letter.isalnum() else "-" for letter in f"{url.host}-{url.database}")
    return Path(default_url().removeprefix("sqlite:///")).with_name(f"{name[:80]}{SUFFIX}")


def _beside(path: Path) -> Path:
    return path.with_name(path.name + SUFFIX)


def _holder(stream: IO[str]) -> str:
    stream.seek(0)
    return stream.read(100).strip() or "it has just begun"


def _write_holder(stream: IO[str]) -> None:
    stream.truncate(0)
    stream.write(f"process {os.getpid()} since {time.strftime('%Y-%m-%d %H:%M')}\n")
    stream.flush()
