"""How numbers and currencies are written in ads, Italian and English; over folded text.

A dot or comma before exactly three digits marks thousands, except behind a lone zero (`0.015`); of two different
marks the last is the decimal one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

NUMBER: Final = (
    r"[0-9](?:\d{0,2}(?:[.,' ]\d{3}){1,3}(?:[.,]\d{1,2}|)|\d{0,8}(?:,\d\d(?:,\d\d|),\d{3}(?!\d)|\\?[.,]\d{1,4}|))"
)
"""One number, with marks of thousands (Indian ones too: `3,25,000`) and decimals; it begins with a set of digits, so
that a search leaps to one. `(?:…|)` is quicker than `(?:…)?`, here and in what is made of it."""

SCALES: Final = {"k": 1e3, "mila": 1e3, "thousand": 1e3}
"""Words behind a number that multiply it."""

SYMBOLS: Final = {"€": "EUR", "$": "USD", "£": "GBP", "₱": "PHP", "₹": "INR", "r$": "BRL", "¥": "JPY"}
"""Currency signs."""

DOLLARS: Final = {
    "us": "USD", "u.s.": "USD", "usd": "USD", "a": "AUD", "au": "AUD", "aud": "AUD", "c": "CAD", "ca": "CAD",
    "cad": "CAD", "can": "CAD", "s": "SGD", "sg": "SGD", "sgd": "SGD", "nz": "NZD", "nzd": "NZD", "hk": "HKD",
    "hkd": "HKD", "r": "BRL", "mx": "MXN",
}  # fmt: skip
"""Letters before a dollar sign."""

CODES: Final = {
    code.lower(): code
    for code in (
        "EUR USD GBP PHP INR AUD CAD NZD SGD HKD CHF ZAR BRL MXN PLN RON IDR MYR THB TRY JPY SEK DKK NOK CZK HUF ILS"
        " PKR BDT NGN KES ARS COP VND EGP AED SAR USDT"
    ).split()
}
"""ISO 4217 codes met in ads (and the token USDT), lower case."""

WORDS: Final = {
    **CODES,
    "euro": "EUR", "euros": "EUR", "eu": "EUR", "dollar": "USD", "dollars": "USD", "dollari": "USD", "bucks": "USD",
    "pound": "GBP", "pounds": "GBP", "sterling": "GBP", "sterline": "GBP", "quid": "GBP", "peso": "PHP",
    "pesos": "PHP", "ph": "PHP", "p": "PHP", "rupees": "INR", "rupee": "INR", "rs": "INR", "rs.": "INR",
    "rand": "ZAR", "r": "ZAR", "reais": "BRL", "franchi": "CHF", "naira": "NGN",
}  # fmt: skip
"""Names and codes of currencies, lower case. `P` and `Rs` are the usual short forms of pesos and rupees."""


def one_of(words: Iterable[str]) -> str:
    """Return a pattern for one of `words`, the longest that fits, put together by first letters: quicker to turn down.

    >>> one_of(["euro", "usd", "eu"])
    'e(?:uro|u)|u(?:sd)'
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())


_CODE: Final = one_of(CODES)
_LETTERS: Final = rf"(?:\b(?:(?:us|u\.s\.|{_CODE})\s?|(?:au?|ca?|can|sg?|nz|hk|mx)(?=\$)))?"
_BEFORE: Final = re.compile(rf"(?:\b(?:{_CODE}|euros?|rs\.?|p):?|\br(?=$)|{_LETTERS}(?:r\$|[€$£₱₹¥])\.?)\s?$")
NAMES: Final = tuple(word for word in WORDS if word not in {"p", "r", "rs.", "eu"})
"""Names and codes of currencies that stand behind a number."""
_NAME: Final = one_of(NAMES)
AFTER: Final = (
    r"(?:\+?\s?(?=[a-z€$£₱₹¥])(?:"
    rf"[€$£₱₹¥](?:\s?(?:{_CODE})\b|)(?!\s?\d)|(?:us|u\.s\.|au?|ca?|sg?|nz|hk)\s?\$(?!\s?\d)|"
    rf"(?:{_NAME})\b(?!\s?\d)))"
)
"""A currency right behind a number, as a pattern."""

_LONGEST: Final = 9
"""Characters before a number in which its currency stands."""


def currency_before(folded: str, start: int) -> str:
    """Return the currency written right before `start`, blanks included, or an empty string.

    >>> currency_before("offriamo eur 14,00", 13), currency_before("dal 1 al 5", 4)
    ('eur ', '')
    """
    window = folded[start - _LONGEST if start > _LONGEST else 0 : start]
    written = window.rstrip(" \n:.")
    last = written[-1:]
    if last not in _LAST:
        return ""
    if last in _SIGNS:  # mostly a sign alone
        before = written[-2:-1]
        if (not before or before in _BLANKS) and window[len(written) :] in _GAPS:
            word = written[:-1].rstrip().rpartition(" ")[2]
            if not word or (word.isalpha() and word not in _WORDS_OF_SIGNS) or not word[-1].isalpha():
                return window[len(written) - 1 :]
    else:
        word = written[written.rfind(" ") + 1 :]
        if word.isalpha() and word not in WORDS_BEFORE:
            return ""
    match = _BEFORE.search(window)
    return match.group() if match else ""


_SIGNS: Final = frozenset("€$£₱₹¥")
_BLANKS: Final = frozenset(" \n")
_WORDS_OF_SIGNS: Final = frozenset((*CODES, "us"))
"""Words before a sign that belong to it: `us $`."""
_GAPS: Final = frozenset(("", " "))
WORDS_BEFORE: Final = frozenset((*CODES, "euro", "euros", "rs", "p", "r"))
_LAST: Final = _SIGNS | {word[-1] for word in WORDS_BEFORE}
"""With one of these ends what is a currency."""


def parse_number(digits: str) -> float:
    """Return the value of a number as written.

    >>> [parse_number(written) for written in ("1.200,50", "1,200.00", "7,50", "1 250", "0.015", "1'400", "3,25,000")]
    [1200.5, 1200.0, 7.5, 1250.0, 0.015, 1400.0, 325000.0]
    """
    if digits.isdigit():
        return float(digits)
    whole, mark, tail = digits.partition(",") if "," in digits else digits.partition(".")
    if mark and len(tail) < 3 and whole.isdigit() and tail.isdigit():  # noqa: PLR2004 - `7,50`
        return float(f"{whole}.{tail}")
    return _marked(digits)


def _marked(digits: str) -> float:
    """Return the value of a number with several marks, or three and more digits behind the last."""
    plain = digits.replace("'", "").replace(" ", "").replace("\\", "")
    mark = max(plain.rfind("."), plain.rfind(","))
    if mark < 0:
        return float(plain)
    whole, tail = plain[:mark], plain[mark + 1 :]
    other = "." in whole or "," in whole
    same = plain.count(plain[mark]) > 1
    if len(tail) == 3 and (same or not other) and whole.strip("0.,"):  # noqa: PLR2004 - thousands
        return float(plain.replace(".", "").replace(",", ""))
    return float(whole.replace(".", "").replace(",", "") + "." + tail)


@lru_cache(1024)
def currency_of(written: str) -> tuple[str, str] | None:
    """Return (ISO code, `symbol` or `text`) of a currency as written, or None.

    >>> currency_of("us $"), currency_of("€"), currency_of("pesos"), currency_of("$aud")
    (('USD', 'text'), ('EUR', 'symbol'), ('PHP', 'text'), ('AUD', 'text'))
    """
    plain = written.strip(" .:-+")
    if plain in SYMBOLS:
        return SYMBOLS[plain], "symbol"
    if plain in WORDS:
        return WORDS[plain], "text"
    if plain[:1] in SYMBOLS:
        word = plain[1:].strip()
        return (CODES[word], "text") if word in CODES else (SYMBOLS[plain[0]], "symbol")
    letters = plain[:-1].strip()
    if plain[-1:] == "$" and letters in DOLLARS:
        return DOLLARS[letters], "text"
    if letters in CODES:
        return CODES[letters], "text"
    return None
