"""One crawl at a time on a store. The system holds the lock, so that a killed crawl never leaves a stale one.

Imports next to nothing: a crawl takes its lock before all else, so that one that comes too late is told at once.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Final
from urllib.parse import urlsplit

from crawler.errors import BusyError, StoreError
from crawler.paths import default_store

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
        _write_holder(stream, f"process {os.getpid()} since {time.strftime('%Y-%m-%d %H:%M')}\n")
        yield
        _write_holder(stream, "")


def lock_path(store_url: str | None) -> Path:
    """Return the file that stands for the lock of a store."""
    if not store_url:
        return _beside(default_store())
    scheme, mark, rest = store_url.partition("://")
    if not mark:
        return _beside(Path(store_url).expanduser())
    if scheme.startswith("sqlite"):
        return _beside(Path(rest.partition("?")[0].removeprefix("/") or default_store()))
    name = "".join(letter if letter.isalnum() else "-" for letter in _server(store_url))
    return default_store().with_name(f"{name[:80]}{SUFFIX}")


def _server(url: str) -> str:
    """Return host, port and database of an address: what tells two stores on servers apart, without the password."""
    try:
        parts = urlsplit(url)
        port = f"-{parts.port}" if parts.port else ""
    except ValueError:
        return "unknown"
    return f"{parts.hostname}{port}{parts.path}"


def _beside(path: Path) -> Path:
    return path.with_name(path.name + SUFFIX)


def _holder(stream: IO[str]) -> str:
    stream.seek(0)
    return stream.read(100).strip() or "it has just begun"


def _write_holder(stream: IO[str], text: str) -> None:
    """Say who holds the lock; on a full disk it is held without a name."""
    with suppress(OSError):
        os.ftruncate(stream.fileno(), 0)
        os.write(stream.fileno(), text.encode())
