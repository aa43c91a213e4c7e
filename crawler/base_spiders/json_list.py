"""A source whose answer is JSON with a list of items."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from crawler.ad import Ad
from crawler.base_spiders.base import Call, Source
from crawler.mapping import build_ad


class JsonSource(Source):
    """A list in JSON; a subclass names where it stands and maps one item."""

    path: ClassVar[tuple[str, ...]] = ()
    """Keys that lead to the list; empty when the answer is the list itself."""

    def payload(self, body: bytes) -> Any:
        """Return the JSON of an answer; raises SourceError when it is none."""
        try:
            return json.loads(body.decode("utf-8-sig"), strict=False)
        except (ValueError, RecursionError):
            raise self.wrong("whole JSON", body) from None

    def items(self, body: bytes, call: Call) -> Iterable[Any]:  # noqa: ARG002 - the call matters to some
        """Return the list at `path`; raises SourceError when there is none."""
        found = self.payload(body)
        for key in self.path:
            found = found.get(key) if isinstance(found, Mapping) else None
        if not isinstance(found, list):
            raise self.wrong(f"a list at {'/'.join(self.path)}" if self.path else "a list", body)
        return found

    def fields(self, item: Any, call: Call) -> Mapping[str, Any] | None:
        """Return the item's fields as `build_ad` takes them; None when it is no ad."""
        raise NotImplementedError

    def ad(self, item: Any, call: Call) -> Ad | None:
        """Return the ad of one item."""
        found = self.fields(item, call)
        if found is None:
            return None
        return build_ad(**{"source": self.card.name, "attribution": self.card.attribution, **found})
