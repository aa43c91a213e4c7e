"""Scoring the reader against labelled ads: all, by language, by data set."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from classifier.corpus import Example
from classifier.labels import UNCERTAIN
from classifier.metrics import score_table
from classifier.reader import Reader
from classifier.reading import Reading
from crawler.duplicates import DuplicateRow, find_duplicates

SMALL: Final = 15
"""Data sets of fewer ads stand together in one line: their own scores would say nothing."""
OTHERS: Final = "others"


class Scored(NamedTuple):
    """A labelled ad and what was read of it."""

    example: Example
    reading: Reading
    group: Hashable
    """Ads of one group count as one draw in the intervals."""


def evaluate(reader: Reader, examples: Sequence[Example]) -> dict[str, Any]:
    """Return score tables: `all`, one a language, one a data set (where there is more than one of them)."""
    rows = [
        Scored(example, _read(reader, example), group)
        for example, group in zip(examples, find_groups(examples), strict=True)
    ]
    tables = {"all": _table(rows)}
    for kind, parts in (("language", _by_language(rows)), ("dataset", _by_dataset(rows))):
        if len(parts) > 1:
            tables |= {f"{kind}:{name}": _table(part) for name, part in parts.items()}
    return tables


def find_groups(examples: Sequence[Example]) -> list[str]:
    """Return the group of each example: the one it states, else its cluster of near-duplicates."""
    found = find_duplicates(
        DuplicateRow(number, example.text.partition("\n")[0][:200], "", example.text)
        for number, example in enumerate(examples)
    )
    return [
        example.group if example.fields.get("group") else f"#{found[number]}" for number, example in enumerate(examples)
    ]


def _read(reader: Reader, example: Example) -> Reading:
    salary, date = example.fields.get("base_salary"), example.fields.get("date_posted")
    return reader.read(
        example.text,
        base_salary=salary if isinstance(salary, Mapping) else None,
        date=str(date)[:10] if date else None,
    )


def _by_language(rows: Iterable[Scored]) -> dict[str, list[Scored]]:
    parts: defaultdict[str, list[Scored]] = defaultdict(list)
    for row in rows:
        parts[row.example.language].append(row)
    return dict(sorted(parts.items()))


def _by_dataset(rows: Sequence[Scored]) -> dict[str, list[Scored]]:
    """Return data set → rows, the largest first; those under `SMALL` together under `OTHERS`, last."""
    sizes = Counter(row.example.dataset for row in rows)
    parts: dict[str, list[Scored]] = {name: [] for name, size in sizes.most_common() if size >= SMALL}
    for row in rows:
        name = row.example.dataset if sizes[row.example.dataset] >= SMALL else OTHERS
        parts.setdefault(name, []).append(row)
    return parts


def _table(rows: Sequence[Scored]) -> dict[str, Any]:
    table = score_table(
        [(row.example.label, row.reading.probabilities) for row in rows],
        verdicts=[row.reading.label for row in rows],
        groups=[row.group for row in rows],
    )
    undecided = Counter(row.reading.reason for row in rows if row.reading.label == UNCERTAIN)
    return table | {"undecided": dict(undecided), "datasets": sorted({row.example.dataset for row in rows})}
