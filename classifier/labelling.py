"""Labelling stored ads: one person's session; every label is stored when it is given."""

from __future__ import annotations

import hashlib
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from classifier.corpus import Example
from classifier.labels import LABELS
from classifier.language import detect_language
from classifier.read_store import reader_name, to_item
from classifier.reader import Reader
from classifier.reading import Reading
from classifier.search import SearchTerms
from crawler.duplicates import DuplicateRow, find_duplicates
from crawler.store import Store
from crawler.store.labels import Labelled

DATASET = "labelled"
"""The data set that labels of the store make in training and in tables."""


class Shown(NamedTuple):
    """An ad that waits for its label."""

    version_id: int
    source: str
    url: str
    reading: Reading


class Labelling:
    """A session of `who`: the ad in front, a label for it, the next; a stop at any moment loses nothing.

    The least certain ads come first; with `drawn`, they come as chance has it, and their labels are kept as a sample.
    """

    def __init__(self, store: Store, reader: Reader, terms: SearchTerms, who: str, *, drawn: bool = False) -> None:
        self.who = who
        self.drawn = drawn
        self.given = 0
        """Labels given in this session, less those taken back."""
        self._store = store
        self._reader = reader
        self._queue = deque(store.to_label(reader_name(reader, terms), who, drawn=drawn))

    @property
    def left(self) -> int:
        """How many ads wait for a label."""
        return len(self._queue)

    def current(self) -> Shown | None:
        """Return the ad in front with its reading; None when all are labelled or skipped."""
        if not self._queue:
            return None
        fields = self._store.version(self._queue[0])
        item = to_item(fields)
        reading = self._reader.read(item.text, base_salary=item.base_salary, date=item.date)
        return Shown(self._queue[0], fields["source"], fields["url"], reading)

    def give(self, label: str) -> None:
        """Label the ad in front and go to the next; ValueError when `label` is none of `LABELS`."""
        if label not in LABELS:
            raise ValueError(f"{label!r} is no label")
        self._store.give_label(self._queue.popleft(), label, self.who, drawn=self.drawn)
        self.given += 1

    def skip(self) -> None:
        """Leave the ad in front for another session."""
        self._queue.popleft()

    def undo(self) -> bool:
        """Take back this person's last label of this kind and put its ad in front; return whether there was one."""
        version_id = self._store.take_label_back(self.who, drawn=self.drawn)
        if version_id is None:
            return False
        self.given -= 1
        self._queue.appendleft(version_id)
        return True


def labelled_examples(rows: Iterable[Labelled]) -> list[Example]:
    """Return labelled ads of the store as examples to learn from; duplicates of one ad form one group.

    Texts about which people disagree, and those neither Italian nor English, are left out; so are ads drawn by chance,
    with their duplicates: what was learnt from them would be no measure any more.
    """
    by_text: defaultdict[tuple[int, str], list[Labelled]] = defaultdict(list)
    for row in rows:
        by_text[row.ad_id, row.fields["content_hash"]].append(row)
    clusters = _clusters([group[0] for group in by_text.values()])
    sample = {clusters[row.fields["id"]] for group in by_text.values() for row in group if row.drawn}
    agreed = [group[0] for group in by_text.values() if len({row.label for row in group}) == 1]
    found = [_example(row, cluster) for row in agreed if (cluster := clusters[row.fields["id"]]) not in sample]
    return [example for example in found if example.language in {"it", "en"}]


def labels_key(examples: Sequence[Example]) -> str:
    """Return a fingerprint of `examples`; empty when there are none."""
    if not examples:
        return ""
    rows = sorted(f"{example.text}\0{example.label}\0{example.group}" for example in examples)
    return hashlib.sha256("\0".join(rows).encode("utf-8", "surrogatepass")).hexdigest()


def _clusters(rows: Sequence[Labelled]) -> dict[int, int]:
    """Return version → the version that stands for its cluster; versions of one ad are one cluster."""
    return find_duplicates(
        DuplicateRow(
            row.fields["id"], row.fields["title"], row.fields["hiring_organization"], row.fields["description"],
            url=f"ad:{row.ad_id}",
        )
        for row in rows
    )  # fmt: skip


def _example(row: Labelled, cluster: int) -> Example:
    item = to_item(row.fields)
    language = detect_language(item.text)
    return Example(f"ad-{row.ad_id}", item.text, row.label, language, f"{DATASET}-{cluster}", DATASET, {})
