"""Contacts in an ad's text are masked before anything is stored: `[email]` and `[phone]`.

E-mail patterns run in RE2 (linear time), telephone numbers are read group by group in `crawler.mask_phones`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final

import re2

from crawler.mask_phones import phone_spans

EMAIL: Final = "[email]"
"""Stands for an e-mail address."""
PHONE: Final = "[phone]"
"""Stands for a telephone number or a link that dials one."""

_S = r"[ \t\x{a0}]"
_WORD = r"[\pL\pN][\pL\pN._%+\-]*"
_LABEL = r"[\pL\pN][\pL\pN\-]*"
_OPEN, _CLOSE = r"[\[({<|*_\-\"'“‘]", r"[\])}>|*_\-\"'”’]"
_SIGN = r"(?:@@?|[＠﹫]|&#64;|&commat;|%40)"
_AT_BRACKETED = rf"{_S}*{_OPEN}{_S}*(?:{_SIGN}|at|a|chiocciola|chiocciolina|arroba){_S}*{_CLOSE}{_S}*"
_AT_SPELT = rf"{_S}+(?:chiocciola|chiocciolina|arroba){_S}+"
_DOT_SPELT = rf"(?:{_S}*{_OPEN}{_S}*(?:\.|dot|punto|point){_S}*{_CLOSE}{_S}*|{_S}+(?:dot|punto){_S}+)"
_DOT = rf"(?:\.|,|{_S}\.{_S}|{_DOT_SPELT})"
_TOP = (
    r"(?:it|com|net|org|eu|io|info|biz|co|uk|de|fr|es|ch|at|be|nl|pt|pl|ro|me|app|dev|ai|us|ca|au|in|ph|ie|sm|va|"
    r"tv|cc|online|site|email|work|jobs|agency|studio|cloud|tech|pro|shop|store|xyz|website|test|example|edu|gov|mobi|name)"
)
_PROVIDERS = (
    r"(?:gmail|googlemail|hotmail|outlook|live|yahoo|ymail|icloud|me|proton|protonmail|libero|virgilio|tiscali|"
    r"alice|tin|aruba|pec|legalmail|fastwebnet|msn|aol|gmx|zoho|mail|email|inwind|iol)"
)
_ROLES = (
    r"(?:info|hr|hello|ciao|jobs?|lavoro|cv|curriculum|contact|contatti|segreteria|recruiting|selezione|careers?|"
    r"admin|posta)"
)
_LOCAL_SPELT = rf"(?:{_WORD}{_S}(?:punto|dot|underscore|trattino){_S})?{_WORD}"


def _compiled(*patterns: str) -> tuple[Any, ...]:
    return tuple(map(re2.compile, patterns))


_SIGNED = _compiled(
    rf"(?i)(?:mailto:)?[\pL\pN._%+\-]*[\pL\pN]{_SIGN}{_LABEL}(?:{_DOT_SPELT}{_LABEL}|\.{_LABEL})+",
    rf"(?i)[\pL\pN._%+\-]+{_S}*{_SIGN}{_S}*{_LABEL}(?:{_DOT}{_LABEL})*?{_DOT}{_TOP}\b",
)
_ROUND_ABOUT = _compiled(
    rf"(?i){_LOCAL_SPELT}(?:{_AT_BRACKETED}|{_AT_SPELT}){_LABEL}(?:{_DOT}{_LABEL})*?{_DOT}\pL+",
    rf"(?i){_LOCAL_SPELT}{_S}+at{_S}+{_LABEL}(?:(?:\.|{_DOT_SPELT}){_LABEL})*?{_DOT_SPELT}\pL+",
    rf"(?i)(?:{_WORD}[._\d][\pL\pN._\-]*|{_ROLES}){_S}+at{_S}+{_LABEL}(?:\.{_LABEL})*?\.{_TOP}\b",
    rf"(?i){_WORD}{_S}+(?:at|et){_S}+{_PROVIDERS}{_DOT}{_TOP}\b",
    rf"(?i){_WORD}[._\d][\pL\pN._\-]*{_S}+at{_S}+{_PROVIDERS}\b",
)
_IN_CAPITALS = _compiled(r"[\pL\pN._\-]+AT[\p{Ll}\pN\-]+(?:DOT[\p{Ll}\pN\-]+)+")
_OF_PROVIDERS = _compiled(rf"(?i)[\pL\pN._%+\-]+{_SIGN}{_PROVIDERS}\b")
_SIGNS: Final = ("@", "＠", "﹫", "&", "%40")
"""What a text with an `@` in any spelling holds, at the least."""
_MAYBE_ROUND_ABOUT = re2.compile(rf"(?i){_S}[ae]t{_S}|{_OPEN}{_S}*at?{_S}*{_CLOSE}|chiocciol|arroba")
_MAYBE_PHONE = re2.compile(r"(?i)\pN|whatsapp")
_DIALS = re2.compile(
    r"(?i)(?:https?://)?(?:www\.)?(?:wa\.me|api\.whatsapp\.com|web\.whatsapp\.com|chat\.whatsapp\.com)/[^\s<>\"')\]]*"
    r"|(?:tel|sms|callto):/{0,2}\+?[0-9().\-]{6,}|(?:whatsapp|viber|signal)://[^\s<>\"')\]]*[0-9][^\s<>\"')\]]*"
)
_SURROGATES = re.compile("[\ud800-\udfff]")


@lru_cache(maxsize=64)
def mask_contacts(text: str) -> str:
    """Return `text` with e-mail addresses, telephone numbers and links that dial them masked.

    Obfuscated addresses (`nome [at] dominio.it`, `nome chiocciola dominio punto it`) count too; pay, hours, dates,
    VAT numbers and reference codes stay. Runs in linear time on any text.

    >>> mask_contacts("Scrivi a anna@studio.test o chiama il 333 0000123: 10-12 € l'ora, 9.00-18.00")
    "Scrivi a [email] o chiama il [phone]: 10-12 € l'ora, 9.00-18.00"
    """
    text = _without_emails(text if text.isascii() else _SURROGATES.sub("\ufffd", text))
    if not _MAYBE_PHONE.search(text):
        return text
    text = _DIALS.sub(PHONE, text)
    parts, end = [], 0
    for start, stop in phone_spans(text):
        parts += [text[end:start], PHONE]
        end = stop
    return "".join([*parts, text[end:]])


def _without_emails(text: str) -> str:
    """Mask addresses, pattern after pattern; most texts hold nothing that any of them needs."""
    signed = any(sign in text for sign in _SIGNS)
    patterns = [
        *(_SIGNED if signed else ()),
        *(_ROUND_ABOUT if signed or _MAYBE_ROUND_ABOUT.search(text) else ()),
        *(_IN_CAPITALS if "AT" in text and "DOT" in text else ()),
        *(_OF_PROVIDERS if signed else ()),
    ]
    for pattern in patterns:
        text = pattern.sub(EMAIL, text)
    return text
