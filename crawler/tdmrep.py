"""A site's file of reservations, `/.well-known/tdmrep.json` (TDM Reservation Protocol, W3C community group, 2024).

The file is a list of rules `{"location": PATTERN, "tdm-reservation": 0 or 1}`. A pattern is one of robots.txt (RFC
9309): it matches the beginning of a path, `*` stands for anything, `$` for the end. The first that matches decides.
"""

from __future__ import annotations

import json
from typing import Any, Final, NamedTuple, Self
from urllib.parse import unquote, urlsplit

import re2

PATH: Final = "/.well-known/tdmrep.json"
"""Where the file lies on a host."""
MAX_BYTES: Final = 256_000
"""A longer file is not read."""
MAX_RULES: Final = 1_000
"""Rules that are read of a file."""
_MAX_PATTERN: Final = 500


class Rule(NamedTuple):
    """One rule that could be read."""

    location: str
    """Its pattern as written."""
    pattern: Any
    """Matches the beginning of a path with its query, both without per cent escapes."""
    reserved: bool


class Reservations(NamedTuple):
    """What a site's file says; without rules it reserves nothing."""

    rules: tuple[Rule, ...] = ()

    @classmethod
    def read(cls, body: bytes) -> Self:
        """Return the rules of a file. What is no such file - many a site answers with a page - has none."""
        try:
            found = json.loads(body[: MAX_BYTES + 1]) if len(body) <= MAX_BYTES else []
        except (ValueError, RecursionError):
            found = []
        return cls.of(found if isinstance(found, list) else [found])

    @classmethod
    def of(cls, listed: list[Any]) -> Self:
        """Return the rules of a list as a file, or `listed`, has it."""
        return cls(tuple(rule for each in listed[:MAX_RULES] if (rule := _rule(each))))

    def listed(self) -> list[dict[str, Any]]:
        """Return the rules as a file has them."""
        return [{"location": rule.location, "tdm-reservation": int(rule.reserved)} for rule in self.rules]

    def reserve(self, url: str) -> bool:
        """Return whether text and data mining of the page at `url` is reserved."""
        parts = urlsplit(url)
        path = unquote(f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}")
        return next((rule.reserved for rule in self.rules if rule.pattern.match(path)), False)


def _rule(found: Any) -> Rule | None:
    """Return a rule; None for what is none."""
    if not isinstance(found, dict):
        return None
    location, reserved = found.get("location"), str(found.get("tdm-reservation")).strip()
    if not isinstance(location, str) or len(location) > _MAX_PATTERN or reserved not in {"0", "1"}:
        return None
    pattern = unquote(location.strip())
    open_end = not pattern.endswith("$")
    text = ".*".join(re2.escape(part) for part in pattern.removesuffix("$").split("*"))
    try:
        return Rule(location, re2.compile(f"(?s){text}{'' if open_end else '$'}"), reserved == "1")
    except re2.error:
        return None
