"""Many ads: the reader over chunks, in order, in one process or several (joblib)."""

from __future__ import annotations

import gc
import pickle
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Final

from classifier.inputs import BadLine, Item

if TYPE_CHECKING:
    from classifier.reader import Reader
    from classifier.reading import Reading

CHUNK: Final = 256
"""Ads read at a time: before a row is given out, so many are read."""
SENT: Final = 1024
"""Ads handed to another process at a time."""

Row = tuple[Item | BadLine, dict[str, Any]]
"""What came in, and its reading as JSON values (empty for a bad line)."""


def read_batch(reader: Reader, rows: Iterable[Item | BadLine], jobs: int = 1) -> Iterator[Row]:
    """Yield each row with its reading, in the order of `rows`; `jobs` processes share the work.

    joblib's backends apply: inside `joblib.parallel_config(backend="dask")` a cluster does it.
    """
    if jobs == 1:
        return _read_rows(reader, rows)
    from joblib import Parallel, delayed  # noqa: PLC0415 - slow to import, needed only here

    sent = pickle.dumps(reader)
    chunks = Parallel(n_jobs=jobs, return_as="generator")(
        delayed(_read_sent)(sent, chunk) for chunk in _chunks(rows, SENT)
    )
    return chain.from_iterable(chunks)


def read_items(reader: Reader, items: Iterable[Item]) -> Iterator[Reading]:
    """Yield the readings of `items`, one after the other."""
    for item in items:
        yield reader.read(item.text, base_salary=item.base_salary, date=item.date)


def _read_rows(reader: Reader, rows: Iterable[Item | BadLine]) -> Iterator[Row]:
    """Yield each row with its reading.

    What lives after the first chunk (patterns, lexicons, weights) is kept out of garbage collection until the end.
    """
    frozen = False
    try:
        for chunk in _chunks(rows):
            yield from _read_chunk(reader, chunk)
            if not frozen and not gc.get_freeze_count():
                gc.freeze()
                frozen = True
    finally:
        if frozen:
            gc.unfreeze()


def _read_sent(sent: bytes, rows: Sequence[Item | BadLine]) -> list[Row]:
    return list(_read_rows(_received(sent), rows))


@lru_cache(maxsize=1)
def _received(sent: bytes) -> Reader:
    """Return the reader that the first process sent, made once in each."""
    reader: Reader = pickle.loads(sent)  # noqa: S301 - no file: bytes that our own process has just made
    return reader


def _read_chunk(reader: Reader, rows: Sequence[Item | BadLine]) -> list[Row]:
    items = [row for row in rows if isinstance(row, Item)]
    readings = read_items(reader, items)
    return [(row, next(readings).to_dict()) if isinstance(row, Item) else (row, {}) for row in rows]


def _chunks(rows: Iterable[Item | BadLine], size: int = CHUNK) -> Iterator[list[Item | BadLine]]:
    stream = iter(rows)
    while chunk := list(islice(stream, size)):
        yield chunk
