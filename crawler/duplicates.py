"""Clusters of ads that are one and the same: reposts, copies on other boards, one ad for each of many cities.

Ads of one address, and ads alike to the letter, are the same. For the others MinHash proposes and an exact comparison
(`crawler.duplicate_pair`) decides. Nothing is deleted: the result names for each ad the one that stands for it.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

from rensa import RMinHash, RMinHashLSH

from crawler.duplicate_pair import Outline, may_be_same, outline, same_ad
from crawler.duplicate_text import DuplicateText, duplicate_text

PERMUTATIONS: Final = 128
"""Length of a MinHash signature."""
BANDS: Final = 32
"""Bands of 4 rows: a pair with Jaccard .6 is proposed with probability .99, one with .2 with .05."""
_SEED: Final = 20261115
_BATCH: Final = 1000
_MOST: Final = 12
"""Comparisons an ad, at most: an agency's template may have thousands of kin."""
_RECENT: Final = 3
"""Ads of the same poster and title that are compared whatever MinHash says (a cut copy may share too little)."""
_KEPT: Final = 4000


class DuplicateRow(NamedTuple):
    """What is known of an ad when its duplicates are looked for."""

    id: int
    """Number of the ad; the result speaks of it."""
    title: str
    """Title as published."""
    organization: str
    """Poster as published; empty when unknown."""
    description: str
    """Visible text."""
    url: str = ""
    """Canonical address; empty when unknown."""
    date: str = ""
    """ISO 8601 day of publication; empty when unknown, which counts as later than any."""


def find_duplicates(rows: Iterable[DuplicateRow]) -> dict[int, int]:
    """Return for each ad the id of the earliest ad of its cluster: its own when no other is the same."""
    ordered = sorted(rows, key=lambda row: (row.date or "9", row.id))
    first = list(range(len(ordered)))
    distinct = [at for at, twin in enumerate(_exact(ordered, first)) if twin == at]
    for at, other in _near(ordered, distinct, first):
        _join(first, at, other)
    return {row.id: ordered[_find(first, at)].id for at, row in enumerate(ordered)}


def _exact(rows: Sequence[DuplicateRow], first: list[int]) -> list[int]:
    """Join what is alike to the letter or has one address; return for each row the first of the same words."""
    by_text: dict[int, int] = {}
    by_url: dict[str, int] = {}
    twins = []
    for at, row in enumerate(rows):
        words = f"{row.organization} \0 {row.title} \0 {row.description}".casefold().split()
        twin = by_text.setdefault(hash(" ".join(words)), at)
        twins.append(twin)
        _join(first, at, twin)
        if row.url:
            _join(first, at, by_url.setdefault(row.url, at))
    return twins


def _near(rows: Sequence[DuplicateRow], places: Iterable[int], first: list[int]) -> Iterator[tuple[int, int]]:
    """Yield pairs of places whose ads are the same; `first` may change while this runs."""

    @lru_cache(_KEPT)
    def read(at: int) -> DuplicateText:
        return duplicate_text(rows[at].title, rows[at].organization, rows[at].description)

    index = RMinHashLSH(threshold=0.5, num_perm=PERMUTATIONS, num_bands=BANDS)
    recent: defaultdict[tuple[str, frozenset[str]], deque[int]] = defaultdict(lambda: deque(maxlen=_RECENT))
    outlines: dict[int, Outline] = {}
    remaining = iter(places)
    while batch := list(islice(remaining, _BATCH)):
        signatures = RMinHash.from_token_sets([list(read(at).shingles) for at in batch], PERMUTATIONS, _SEED)
        for at, signature in zip(batch, signatures, strict=True):
            text = read(at)
            outlines[at] = mine = outline(text)
            kin = recent[text.organization, text.title]
            proposed = dict.fromkeys([*kin, *sorted(index.query(signature), reverse=True)])
            for other in islice(proposed, _MOST):
                if _find(first, at) == _find(first, other) or not may_be_same(mine, outlines[other]):
                    continue
                if same_ad(text, read(other)):
                    yield at, other
            index.insert(at, signature)
            if text.organization:
                kin.append(at)


def _find(first: list[int], at: int) -> int:
    while first[at] != at:
        first[at] = first[first[at]]
        at = first[at]
    return at


def _join(first: list[int], one: int, other: int) -> None:
    """Make one cluster of two; the earlier place stands for both."""
    low, high = sorted((_find(first, one), _find(first, other)))
    first[high] = low
