"""What counts as the title of an ad's text."""

from __future__ import annotations

from typing import Final

TITLE: Final = 120
"""The first line, and of it at most so many characters, is taken as the title."""


def title_end(data: bytes) -> int:
    """Return where the title ends; it is also the last place where a phrase of the title may begin."""
    line = data.find(b"\n")
    return min(line if line >= 0 else len(data), TITLE)
