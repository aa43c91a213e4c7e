"""The notation of the lexicons: phrases that a person can write, turned into RE2 patterns.

One phrase a line, in folded form (lower case, no accents, plain quotes). What a phrase may hold:

    a blank            blanks and hyphens, and at most one line end: `full time` also finds `full-time`
    ` ?`               the same, or nothing: `part ?time` also finds `parttime`
    ` ... `            a gap of up to four words inside the sentence
    (a|b)  (a|b)?      one of several, or none
    [io]               one of these letters
    word*              any ending: `turn*` finds `turni`, `turnazione`
    '                  an apostrophe, a blank, or nothing
    <number> <time> <money> <day> …   the ready-made pieces of `PIECES`
    ^word           the text begins with it

A phrase begins and ends at the edge of a word.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, Final

import re2

ENCODING: Final = "cp1252"
"""Bytes that are matched: one a character, so that offsets hold; it knows `€` and `£`."""

_NUMBER: Final = r"\d+(?:[.,]\d+)*"
_TIME: Final = r"\d{1,2}(?:[:.h]\d{2})?(?:\s?(?:am|pm|a\.m\.|p\.m\.))?"
_DAY_IT: Final = r"(?:lun(?:edi)?|mar(?:tedi)?|mer(?:coledi)?|gio(?:vedi)?|ven(?:erdi)?|sab(?:ato)?|dom(?:enica)?)\.?"
_DAY_EN: Final = (
    r"(?:mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?\.?"
)
_CLOCK: Final = r"\d{1,2}(?:[:.h]\d{2}(?:\s?(?:am|pm|a\.m\.|p\.m\.))?|\s?(?:am|pm|a\.m\.|p\.m\.))"
_TO: Final = r"\s?(?:-|to|till|until|and|through)\s?"
_CENTS: Final = r"(?:\b[01][.,]\d{1,3}|\B[.,]\d{1,3}|\b1)"
_SMALL_IT: Final = "un|una|uno|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|quindici|venti|trenta"
_SMALL_EN: Final = "a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty"
_FEW: Final = rf"(?:\d+|{_SMALL_IT}|{_SMALL_EN})"
_SIGN: Final = r"(?:€|£|\$|usd|euro|eur)"
_ZONES_EN: Final = "central|us|usa|uk|australian?|london|ny|new york"

PIECES: Final = {
    "<number>": _NUMBER,
    "<some>": rf"(?:{_NUMBER}|{_SMALL_IT}|{_SMALL_EN})",
    "<time>": _TIME,
    "<span>": rf"{_TIME}\s?(?:-|to|till|until|alle|alle ore|a|al|/|fino alle)\s?(?:le )?{_TIME}",
    "<clock>": _CLOCK,
    "<clockspan>": rf"(?:{_CLOCK}{_TO}{_TIME}|{_TIME}{_TO}{_CLOCK})",
    "<small_money>": rf"(?:{_SIGN}\s?{_CENTS}|{_CENTS}\s?(?:{_SIGN}|dollar)|{_FEW}\s(?:cents?|centesim[oi]))",
    "<money>": rf"(?:(?:{_SIGN}|php|p|us\$)\s?{_NUMBER}k?|{_NUMBER}k?\s?(?:{_SIGN}|php|euri|dollar[is]?|pounds?))",
    "<day>": rf"(?:{_DAY_IT}|{_DAY_EN})",
    "<weekday_it>": _DAY_IT,
    "<weekday_en>": _DAY_EN,
    "<zone>": rf"(?:est|edt|pst|pdt|cst|cdt|mst|mdt|gmt|utc|bst|cet|cest|aest|aedt|eastern|pacific|{_ZONES_EN})",
    "<addetto>": r"addett[oaei](?:[/*][oaei])?",
    "<operatore>": r"operat(?:or[ei]|ric[ei])(?:/(?:trice|rice|ice|a))?",
    "<hours_en>": r"(?:hours?|hrs?|h)",
}
"""Ready-made pieces, by the name under which a phrase calls them."""

_AMOUNTS: Final = ("<money>", "<small_money>")
"""Pieces that may begin or end with a sign of currency, where no word has its edge."""
BLANK: Final = r"(?:[ -]+\n?|\n)[ -]*"
"""Blanks and hyphens, with at most one line end among them: a blank line parts what it stands between."""
MAYBE_BLANK: Final = r"[ -]*\n?[ -]*"
MAYBE_QUOTE: Final = "[' ]{0,2}"
_GAP: Final = rf"{BLANK}(?:[^\s.;:!?]+{BLANK}){{0,4}}"
_WORDLIKE: Final = set("abcdefghijklmnopqrstuvwxyz0123456789)]?*>")


def to_regex(phrase: str) -> str:
    """Return the RE2 pattern of a lexicon phrase."""
    body = phrase.strip()
    starts, ends = body[0], body[-1]
    literal_question = body.endswith(r"\?")
    body = body.replace(")*", "){0,3}").replace("*", "[a-z]*").replace(" ... ", _GAP.replace(" ", "\x00"))
    for name, piece in PIECES.items():
        body = body.replace(name, piece.replace(" ", r"\s").replace("'", "\x01"))
    body = body.replace(" ?", MAYBE_BLANK.replace(" ", "\x00")).replace(" ", BLANK).replace("\x00", " ")
    body = body.replace("'", MAYBE_QUOTE).replace("\x01", "'")
    before = r"\b" if starts in _WORDLIKE or starts in "([" else ""
    if starts == "<" and not phrase.strip().startswith(_AMOUNTS):
        before = r"\b"
    after = r"\b" if ends in _WORDLIKE and not literal_question and not phrase.strip().endswith(_AMOUNTS) else ""
    return f"{before}(?:{body}){after}"


def options(*, captures: bool = False) -> Any:
    """Return the RE2 options of every pattern: bytes, quiet, groups kept only on demand."""
    chosen = re2.Options()
    chosen.encoding = re2.Options.Encoding.LATIN1
    chosen.never_capture = not captures
    chosen.log_errors = False
    return chosen


@cache
def compiled(regex: str, *, captures: bool = False) -> Any:
    """Return the compiled pattern over bytes; raises re2.error when it is not RE2."""
    return re2.compile(regex.encode(ENCODING), options(captures=captures))


@lru_cache(maxsize=4)
def to_bytes(folded: str) -> bytes:
    """Return folded text as bytes, one a character; what the encoding lacks becomes `?`.

    Kept for a while, since pay, hours and cues ask for the same ad's one after the other.
    """
    return folded.encode() if folded.isascii() else folded.encode(ENCODING, "replace")
