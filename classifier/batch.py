"""Many ads: the reader over chunks, in order, in one process or several (joblib)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Final

from classifier.inputs import BadLine, Item

if TYPE_CHECKING:
    from classifier.reader import Reader
    from classifier.reading import Reading

CHUNK: Final = 256
"""Ads read at a time."""
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

    chunks = Parallel(n_jobs=jobs, return_as="generator")(
        delayed(_read_chunk)(reader, chunk) for chunk in _chunks(rows)
    )
    return chain.from_iterable(chunks)


def _read_chunk(reader: Reader, rows: Sequence[Item | BadLine]) -> list[Row]:
    items = [row for row in rows if isinstance(row, Item)]
    readings = iter(reader.read_many(items) if len(items) >= FEW else _one_by_one(reader, items))
    return [(row, next(readings).to_dict()) if isinstance(row, Item) else (row, {}) for row in rows]


def _one_by_one(reader: Reader, items: Iterable[Item]) -> Iterator[Reading]:
    return (reader.read(item.text, base_salary=item.base_salary, date=item.date) for item in items)


def _chunks(rows: Iterable[Item | BadLine]) -> Iterator[list[Item | BadLine]]:
    stream = iter(rows)
    while chunk := list(islice(stream, CHUNK)):
        yield chunk
