"""What some sources do to texts, undone: UTF-8 encoded twice over, and the caller's address hidden in the ad."""

from __future__ import annotations

import re

_TWICE = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)
"""A lead byte of UTF-8 and a following one, both read as Latin-1 or windows-1252."""
_CALLER = re.compile(
    r"(?:<br\s?/?>|\s){0,6}Please mention the word \*{0,2}[^*\n<]{0,40}\*{0,2} and tag \S{0,80} when applying"
    r"(?:(?!Please mention)[^<]){0,400}?(?:see (?:they're|that they're|they are) human\.|(?=<)|$)",
    re.IGNORECASE,
)
_TAG = re.compile(r"\(?#?R(?:[A-Za-z0-9+/]{4}){2,12}={0,2}\)?")
"""`R` and the caller's address in base64, wherever the sentence around it was cut."""


def mend(text: str) -> str:
    """Return `text` with UTF-8 that was encoded twice read as it was meant.

    >>> mend("perch\u00c3\u00a9 no")
    'perch\u00e9 no'
    """
    if text.isascii() or not _TWICE.search(text):
        return text
    import ftfy  # noqa: PLC0415 - only where a text needs it

    options = {"unescape_html": False, "uncurl_quotes": False, "fix_latin_ligatures": False, "normalization": None}
    return str(ftfy.fix_text(text, **options))


def without_caller(text: str) -> str:
    """Return `text` without the sentences of Remote OK that hide the address of who asked for the ad."""
    return _TAG.sub("", _CALLER.sub("", text)) if "mention the word" in text else text
