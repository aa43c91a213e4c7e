"""Text as the reader sees it: composed from an ad's fields, folded without moving a character."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

HEADINGS = {
    "it": {"employment_type": "Tipo", "pay_raw": "Compenso", "job_location": "Luogo"},
    "en": {"employment_type": "Type", "pay_raw": "Pay", "job_location": "Location"},
}
"""Names of the lines that stand above an ad's body, by language."""

MAX_CHARACTERS = 50_000
"""A longer text is cut before it is read: no ad is longer, and hostile input stays cheap."""

_SAME = {
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "′": "'",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-",
    "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u200b": " ", "\ufeff": " ", "\t": " ", "\r": " ",
    "₱": "p", "ß": "s", "ø": "o", "ł": "l", "đ": "d", "ı": "i",
}  # fmt: skip


class _Folder(dict[int, str]):
    """A table for `str.translate` that fills itself: one character in, one character out."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = _SAME.get(character)
        if folded is None:
            base = unicodedata.normalize("NFKD", character)[:1]
            folded = (base if base and not unicodedata.combining(base) else character).lower()[:1]
            folded = _SAME.get(folded, folded) or character
        self[code] = folded
        return folded


_FOLD = _Folder()
_ODD = re.compile(r"[^\x00-\x08\n\x0b\x0c\x0e-_a-\x7f]")
"""What lower case alone does not fold: all beyond ASCII, the grave accent, tab and carriage return.

So few that looking for them is quicker than translating all, and one set of characters is quicker than a choice of two.
"""
_SHORT = 200
"""Characters of a text that is folded as quickly as it is looked up."""


def fold(text: str) -> str:
    r"""Return `text` in lower case, without accents, with plain quotes, dashes and blanks.

    The result has exactly the length of `text`, so that offsets hold in both:

    >>> fold("Perché “l’orario” È 9–18")
    'perche "l\'orario" e 9-18'
    """
    return _fold_long(text) if len(text) > _SHORT else _fold(text)


def _fold(text: str) -> str:
    if text.isascii():
        return text.lower().replace("`", "'").replace("\t", " ").replace("\r", " ")
    try:
        western = text.encode(_WESTERN)
    except UnicodeEncodeError:
        return _fold_any(text)
    return codecs.charmap_decode(western, "strict", _FOLD_WESTERN)[0]


def _fold_any(text: str) -> str:
    lower = text.lower()
    if len(lower) != len(text):  # `İ` becomes two characters
        return text.translate(_FOLD)
    return _ODD.sub(_fold_one, lower)


_fold_long = lru_cache(maxsize=4)(_fold)
"""Kept for a while, since every part of a reading folds the ad anew."""


def _fold_one(match: re.Match[str]) -> str:
    return _FOLD[ord(match.group())]


_WESTERN: Final = "cp1252"
"""The characters of nearly all ads; folded by a table of 256 places."""
_FOLD_WESTERN: Final = "".join(_fold_any(character) for character in bytes(range(256)).decode(_WESTERN, "replace"))


def compose(fields: Mapping[str, Any], language: str = "it") -> str:
    """Return the text that is read for an ad: title, then type, pay and place with headings, then the body.

    `fields` are an Ad's (`title`, `employment_type`, `pay_raw` or `base_salary`, `job_location`, `description`),
    or `text` alone, which is returned as it is.
    """
    if text := fields.get("text"):
        return str(text)
    names = HEADINGS.get(language, HEADINGS["en"])
    lines = [str(fields.get("title") or "").strip()]
    for field, name in names.items():
        value = _as_line(fields.get(field))
        if field == "pay_raw" and not value:
            value = _salary_line(fields.get("base_salary"), language)
        if value:
            lines.append(f"{name}: {value}")
    head = "\n".join(line for line in lines if line)
    body = str(fields.get("description") or "").strip()
    return "\n\n".join(part for part in (head, body) if part)


def _as_line(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(str(item) for item in value)
    return " ".join(str(value or "").split())


_UNITS = {
    "it": {
        "HOUR": "l'ora",
        "DAY": "al giorno",
        "WEEK": "a settimana",
        "MONTH": "al mese",
        "YEAR": "all'anno",
    },
    "en": {
        "HOUR": "per hour",
        "DAY": "per day",
        "WEEK": "per week",
        "MONTH": "per month",
        "YEAR": "per year",
    },
}


def _salary_line(salary: Any, language: str) -> str:
    if not isinstance(salary, Mapping):
        return _as_line(salary) if isinstance(salary, str) else ""
    bounds = [f"{bound:g}" for bound in (salary.get("min"), salary.get("max")) if isinstance(bound, (int, float))]
    if not bounds:
        return _as_line(salary.get("raw"))
    amount = " - ".join(dict.fromkeys(bounds))
    unit = _UNITS.get(language, _UNITS["en"]).get(str(salary.get("unit")), "")
    return " ".join(part for part in (amount, salary.get("currency") or "", unit) if part)
