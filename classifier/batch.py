"""Many ads: the same reader over chunks, in order, in one process or several (joblib)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Final

from classifier.inputs import BadLine, Item

if TYPE_CHECKING:
    from classifier.reader import Reader

CHUNK: Final = 256
"""Ads handed to a process at a time."""

Row = tuple[Item | BadLine, dict[str, Any]]
"""What came in, and its reading as JSON values (empty for a bad line)."""


def read_batch(reader: Reader, rows: Iterable[Item | BadLine], jobs: int = 1) -> Iterator[Row]:
    """Yield each row with its reading, in the order of `rows`; `jobs` processes share the work.

    joblib's backends apply: inside `joblib.parallel_config(backend="dask")` a cluster does it.
    """
    if jobs == 1:
        return (_read(reader, row) for row in rows)
    from joblib import Parallel, delayed  # noqa: PLC0415 - slow to import, needed only here

    chunks = Parallel(n_jobs=jobs, return_as="generator")(
        delayed(_read_chunk)(reader, chunk) for chunk in _chunks(rows)
    )
    return chain.from_iterable(chunks)


def _read_chunk(reader: Reader, rows: Iterable[Item | BadLine]) -> list[Row]:
    return [_read(reader, row) for row in rows]


def _read(reader: Reader, row: Item | BadLine) -> Row:
    if isinstance(row, BadLine):
        return row, {}
    return row, reader.read(row.text, base_salary=row.base_salary, date=row.date).to_dict()


def _chunks(rows: Iterable[Item | BadLine]) -> Iterator[list[Item | BadLine]]:
    stream = iter(rows)
    while chunk := list(islice(stream, CHUNK)):
        yield chunk
