"""What a source is: a card, the calls a visit begins with, and a pure reading of each answer.

No Scrapy in here: a source is tested with a payload and an address, without a crawl.
"""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, ClassVar, NamedTuple

from crawler.ad import Ad
from crawler.card import Card
from crawler.errors import SourceError


class Call(NamedTuple):
    """One request of a visit."""

    url: str
    """Address, with any key in it."""
    board: str = ""
    """The board (token or site address) that is asked; empty for a source with one list."""
    page: int = 1
    """Number of the page, from 1."""
    body: str = ""
    """JSON that is posted; empty for a GET."""
    headers: Mapping[str, str] = {}
    """Headers beside the usual ones, e.g. a key."""
    missing_ends: bool = False
    """True when a 400 or 404 means that there are no further pages (its body is still read)."""
    item: Any = None
    """For the detail of an item: the item as the list has it, which stands in when the detail cannot be had."""


class Dropped(NamedTuple):
    """An item that could not be mapped; it costs itself, never the run."""

    reason: str
    """What was wrong, in one line."""


Found = Ad | Call | Dropped
"""What an answer holds: ads, further calls, and items that could not be read."""


class Source(ABC):
    """A named source; a subclass in `crawler/spiders/` is one file of facts."""

    card: ClassVar[Card]
    """Terms, limits and endpoint."""
    start: ClassVar[tuple[str, ...]] = ()
    """Addresses a visit begins with; `{board}` is filled with each board, `{KEY}` from the environment."""

    def __init__(self, boards: Sequence[str] = ()) -> None:
        self.boards = tuple(boards)
        """What the settings list for this source: tokens, or addresses of sites."""

    def calls(self) -> list[Call]:
        """Return the requests a visit begins with; raises SourceError when a key or a board is missing."""
        keys = {name: self._key(name) for name in self.card.key}
        if not self.card.boards:
            return [Call(url.format(**keys)) for url in self.start]
        if not self.boards:
            raise SourceError(
                f"{self.card.name}: no boards are set; list {self.card.boards} in verava.toml: "
                f'[boards] {self.card.name} = ["…"]'
            )
        return [Call(_fill(url, board, keys), board) for board in self.boards for url in self.start]

    @abstractmethod
    def items(self, body: bytes, call: Call) -> Iterable[Any]:
        """Return the items of an answer; raises SourceError when it is not what was promised."""

    @abstractmethod
    def ad(self, item: Any, call: Call) -> Ad | None:
        """Return the ad of one item; None when the item is no ad (a notice, a comment)."""

    def more(self, body: bytes, call: Call, count: int) -> Iterable[Call]:  # noqa: ARG002 - what pages need
        """Return the calls that follow an answer of `count` items: further pages, details."""
        return ()

    def read(self, body: bytes, call: Call) -> Iterator[Found]:
        """Yield what an answer holds. A bad item is `Dropped`; raises SourceError for a bad answer."""
        items = list(self.items(body, call))
        dropped = 0
        for item in items:
            try:
                ad = self.ad(item, call)
            except (LookupError, TypeError, ValueError, AttributeError) as error:
                dropped += 1
                if dropped == len(items):
                    raise self.changed(dropped, error) from None
                yield Dropped(f"{type(error).__name__}: {error}"[:200])
                continue
            if ad is not None:
                yield ad
        yield from self.more(body, call, len(items))

    def wrong(self, expected: str, body: bytes) -> SourceError:
        """Return the error for an answer that is not what was promised."""
        got = " ".join(body[:80].decode("utf-8", "replace").split()) or "nothing"
        return SourceError(f"{self.card.name}: the answer is not {expected} but begins with {got!r}; try again later")

    def changed(self, count: int, error: Exception) -> SourceError:
        """Return the error for an answer none of whose items can be mapped."""
        reason = f"{type(error).__name__}: {error}"[:120]
        return SourceError(
            f"{self.card.name}: none of {count} items could be read ({reason}); the source has changed, "
            f"compare {self.card.endpoint} with the fields of its file"
        )

    def _key(self, name: str) -> str:
        value = os.environ.get(name, "").strip()
        if not value:
            raise SourceError(f"{self.card.name}: needs a key; set {name} (see {self.card.documentation})")
        return value


def _fill(url: str, board: str, keys: Mapping[str, str]) -> str:
    """Return an address with its board, without a doubled slash where a path follows."""
    return url.format(board=board.rstrip("/") if "{board}/" in url else board, **keys)
