"""Many ads: the reader over chunks, in order, in one process or several (joblib)."""

from __future__ import annotations

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
"""Ads read at a time."""
SENT: Final = 1024
"""Ads handed to another process at a time."""
FEW: Final = 32
"""Fewer ads are read one by one before numpy and scipy are imported."""

Row = tuple[Item | BadLine, dict[str, Any]]
"""What came in, and its reading as JSON values (empty for a bad line)."""


def read_batch(reader: Reader, rows: Iterable[Item | BadLine], jobs: int = 1) -> Iterator[Row]:
    """Yield each row with its reading, in the order of `rows`; `jobs` processes share the work.

    joblib's backends apply: inside `joblib.parallel_config(backend="dask")` a cluster does it.
    """
    if jobs == 1:
        return chain.from_iterable(_read_chunk(reader, chunk) for chunk in _chunks(rows))
    from joblib import Parallel, delayed  # noqa: PLC0415 - slow to import, needed only here

    sent = pickle.dumps(reader)
    chunks = Parallel(n_jobs=jobs, return_as="generator")(
        delayed(_read_sent)(sent, chunk) for chunk in _chunks(rows, SENT)
    )
    return chain.from_iterable(chunks)


def read_items(reader: Reader, items: Sequence[Item]) -> Iterator[Reading]:
    """Yield the readings of `items`, at once where they are many; all are held in memory."""
    if len(items) >= FEW:
        yield from reader.read_many(items)
        return
    for item in items:
        yield reader.read(item.text, base_salary=item.base_salary, date=item.date)


def _read_sent(sent: bytes, rows: Sequence[Item | BadLine]) -> list[Row]:
    return [row for chunk in _chunks(rows) for row in _read_chunk(_received(sent), chunk)]


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
