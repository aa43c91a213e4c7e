"""Where telephone numbers stand in a text: chains of digit groups are read against the shapes numbers have.

What looks alike and stays: dates, times, amounts of money, VAT numbers, reference codes, addresses of pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

import re2

_FOLD: Final = {
    **dict.fromkeys([0xA0, 0x2007, 0x2009, 0x202F, 0x2002, 0x2003, 0x09], " "),
    **dict.fromkeys([0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212], "-"),
    **dict.fromkeys([0xB7, 0x2022, 0x2024], "."),
    **{0xFF10 + digit: str(digit) for digit in range(10)},
    0xFF0B: "+",
    0x2044: "/",
    0x2215: "/",
}
"""One character in, one out, so that positions hold."""

_FOLDED = re.compile(f"[{''.join(map(chr, _FOLD))}]")
_CHAIN = re.compile(r"\(?\+?\(?[0-9]+(?:\)?[ ]{0,2}[.\-/_]?[ ]{0,2}\(?[0-9]+)*")
_GROUP = re.compile(r"[0-9]+")
_SIX_DIGITS = re2.compile("[0-9](?:[^0-9]{0,8}[0-9]){5}")
"""What every telephone number holds, at the least: most texts are done with this one search."""
_SHORTEST: Final = 6
"""No telephone number has fewer digits."""
_LONGEST: Final = 15
"""No telephone number has more digits (ITU-T E.164)."""
_LENGTHS: Final = {"": frozenset(range(6, 16)), "0": frozenset(range(8, 16)), "3": frozenset({9, 10, 12})}
"""First digit → how many digits a number has; empty for one that a plus or a word tells."""
_LENGTHS_ELSE: Final = frozenset({9, 10, 11})
_MOST_GROUPS: Final = 8
_NEAR: Final = 3
"""A word such as `tel.` speaks of a number that begins in one of this many groups after it."""

_NUMBER = r"(?:[0-9]{1,3}(?:[., '][0-9]{3}){1,3}(?:[.,][0-9]{1,2})?|[0-9]{1,6}(?:[.,][0-9]{1,2})?)"
_RANGE = rf"{_NUMBER}(?:\s{{0,2}}[-/]\s{{0,2}}[€$£]?\s?{_NUMBER})?"
_CURRENCY = r"(?:€|\$|£|eur[oi]?s?\b|usd\b|gbp\b|chf\b|php\b|inr\b|dollar[is]?\b)"
_PER = (
    r"(?:lord[ioae]\b|nett[ioae]\b|mensil[ei]\b|annu[aoi]\w{0,3}\b|k\b|/\s?(?:h|hr|ora|hour|mese|month|anno|year)\b"
    r"|al mese\b|all'ora\b|l'ora\b|all'anno\b|per (?:hour|month|year|week|day)\b|an hour\b|a (?:month|week|year)\b)"
)
_TIME = r"(?:[01]?[0-9]|2[0-4])[.:h][0-5][0-9]"
_TIME_OF_4 = r"(?:[01][0-9]|2[0-4])[0-5][0-9]"
_AMOUNTS = rf"{_CURRENCY}\s{{0,2}}{_RANGE}|(?<![0-9]){_RANGE}\s{{0,2}}(?:{_CURRENCY}|{_PER})(?!\s?[0-9])"
_OTHERS = (
    r"(?<![0-9])[0-9]{1,2}[./-][0-9]{1,2}[./-](?:19|20)[0-9]{2}(?![0-9])"
    r"|(?<![0-9])(?:19|20)[0-9]{2}[./-][0-9]{1,2}[./-][0-9]{1,2}(?![0-9])"
    rf"|(?<![0-9.]){_TIME}\s{{0,2}}[-/]\s{{0,2}}{_TIME}(?![0-9]|\.[0-9])"
    rf"|(?<![0-9]){_TIME_OF_4}\s{{0,2}}-\s{{0,2}}{_TIME_OF_4}(?![0-9]|[ .-][0-9])"
    r"|https?://[^\s<>]{1,300}|www\.[^\s<>]{1,300}"
)
_MAYBE_AMOUNT = re2.compile(rf"(?i){_CURRENCY}|{_PER}")
_PROTECTED = re.compile(rf"(?=[0-9€$£eugcpidhw])(?:{_AMOUNTS}|{_OTHERS})", re.IGNORECASE)
"""Dates, times, amounts and addresses of pages. The look ahead passes over what none of them begins with."""
_PROTECTED_BUT_AMOUNTS = re.compile(rf"(?=[0-9hw])(?:{_OTHERS})", re.IGNORECASE)
_CUE = re2.compile(
    r"(?i)(?:^|[^\pL\pN])(?:tel|tél|telefon[aoi][\pL\pN_]{0,4}|telefonic[oi]|phone|ph|cell?|cellular[ei]|mobile|mob|handy|fax|sms|"
    r"whats ?app|wapp|wa|viber|telegram|signal|call|text|ring|dial|chiam(?:a|aci|ami|are|ateci|atemi|ando)|"
    r"contatta(?:re|ci|mi|teci)?|contatto|contact|numero|number|recapito)"
    r"(?:[^\pL\pN\n€$£\x{e000}][^0-9\n€$£\x{e000}]{0,24})?$"
)
_NOT_A_PHONE = re2.compile(
    r"(?i)(?:(?:^|[^\pL\pN_])(?:p\.?\s?iva|partita iva|vat(?: (?:no|number|id))?|c\.?\s?f\.?|"
    r"cod(?:ice)?\.?(?: [\pL\pN_]{1,10})?|fiscale|r\.?e\.?a\.?|iban|matricola|prot(?:ocollo)?|rif(?:erimento)?|"
    r"ref(?:erence)?|id|annuncio|offerta|job|req(?:uisition)?|iscrizione|albo|ordine|fattura|invoice|order|isbn|ean|"
    r"sku|siret|siren|ticket|numero d'ordine|tax (?:id|code))\.?)[\s\x{a0}.:#°n()/-]{0,8}$"
)
_COUNTRY: Final = {
    "1": (11, 11), "7": (11, 11), "20": (11, 12), "27": (11, 11), "30": (12, 12), "31": (11, 11),
    "32": (10, 11), "33": (11, 11), "34": (11, 11), "36": (10, 11), "39": (8, 13), "40": (11, 11),
    "41": (11, 11), "43": (10, 13), "44": (11, 12), "45": (10, 10), "46": (10, 11), "47": (10, 10),
    "48": (11, 11), "49": (10, 13), "51": (10, 11), "52": (12, 13), "54": (12, 13), "55": (12, 13),
    "56": (11, 11), "57": (12, 12), "58": (12, 12), "60": (10, 12), "61": (11, 11), "62": (10, 13),
    "63": (11, 12), "64": (10, 11), "65": (10, 10), "66": (10, 11), "81": (11, 12), "82": (11, 12),
    "84": (11, 12), "86": (12, 13), "90": (12, 12), "91": (12, 12), "92": (12, 12), "94": (11, 11),
}  # fmt: skip
"""Country code → least and most digits with it (ITU-T E.164 national plans, rounded); others 8 to 15."""
_TOLL_FREE: Final = ("800", "803", "840", "848", "892", "899", "199")
_PAIRS: Final = 5
_MOBILE_SHAPES: Final = {
    (10,), (3, 7), (3, 3, 4), (3, 4, 3), (3, 2, 2, 3), (3, 3, 2, 2), (3, 2, 3, 2), (3, 6), (3, 1, 3, 3), (3, 2, 5),
    (3, 5, 2), (2, 2, 2, 2, 2), (3, 3, 3),
}  # fmt: skip
_MOBILE_SHAPES_TOLD: Final = {(5, 5), (4, 6), (6, 4), (9,), (1, 9), (4, 3, 3), (4, 2, 2, 2)}
"""Groupings that are a mobile number only where a word says so: they are also ranges and codes."""


class _Group(NamedTuple):
    start: int
    end: int
    digits: str
    gap: str
    """What stands before it: blanks, signs, brackets."""


def phone_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each telephone number, in order, never overlapping."""
    folded = text.replace("\t", " ") if text.isascii() else _FOLDED.sub(lambda found: _FOLD[ord(found.group())], text)
    if not _SIX_DIGITS.search(folded):
        return
    chains = [each for each in _CHAIN.finditer(folded) if sum(map(str.isdigit, each.group()[:40])) >= _SHORTEST]
    if not chains:
        return
    pattern = _PROTECTED if _MAYBE_AMOUNT.search(folded) else _PROTECTED_BUT_AMOUNTS
    protected = [match.span() for match in pattern.finditer(folded) if "phone=" not in match.group()]
    at = 0
    for chain in chains:
        while at < len(protected) and protected[at][1] <= chain.start():
            at += 1
        yield from _in_chain(folded, chain, protected, at)


def _in_chain(text: str, chain: re.Match[str], protected: list[tuple[int, int]], at: int) -> Iterator[tuple[int, int]]:
    for run in _runs(text, chain, protected, at):
        before = text[max(0, run[0].start - 48) : run[0].start].rstrip("(+ ").replace("phone]", "\ue000")
        plus = "+" in run[0].gap
        glued = run[0].gap == "" and text[max(0, run[0].start - 1) : run[0].start].isalpha()
        cue = bool(_CUE.search(before))
        if not plus and ((glued and not cue) or _NOT_A_PHONE.search(before)):
            continue
        if _is_spelt_out(run, cue=cue):
            yield run[0].start - len(run[0].gap), run[-1].end
            continue
        first = 0
        while first < len(run):
            size = _size(run, first, plus=plus and first == 0, cue=cue and first < _NEAR)
            if size:
                group = run[first]
                yield group.start - len(group.gap) if first == 0 else group.start, run[first + size - 1].end
            first += size or 1


def _runs(text: str, chain: re.Match[str], protected: list[tuple[int, int]], at: int) -> Iterator[list[_Group]]:
    """Cut a chain where a protected span stands."""
    run: list[_Group] = []
    last = chain.start()
    for match in _GROUP.finditer(text, chain.start(), chain.end()):
        while at < len(protected) and protected[at][1] <= match.start():
            at += 1
        if at < len(protected) and protected[at][0] < match.end():
            if run:
                yield run
            run = []
        else:
            gap = text[last : match.start()]
            run.append(
                _Group(match.start(), match.end(), match.group(), gap if run or "+" in gap or gap == "(" else "")
            )
        last = match.end()
    if run:
        yield run


def _size(run: list[_Group], first: int, *, plus: bool, cue: bool) -> int:
    """Return how many of the groups, from `first`, make the longest telephone number; 0 for none."""
    told = plus or cue
    if not told and not _may_begin(run, first):
        return 0
    lengths = _LENGTHS.get("" if told else run[first].digits[0], _LENGTHS_ELSE)
    window = run[first : first + _MOST_GROUPS]
    if not plus and len(run[first].digits) == 1 and all(len(group.digits) == 1 for group in window):
        return 0  # see `_is_spelt_out`
    numbers, digits = [], ""
    for size, group in enumerate(window, 1):
        digits += "" if plus and group.digits == "0" and "(" in group.gap else group.digits
        if len(digits) > _LONGEST:
            break
        if len(digits) in lengths:
            numbers.append((size, digits))
    for size, number in reversed(numbers):
        if _international(number) if plus else _national(window[:size], number, cue=cue):
            return size
    return 0


def _may_begin(run: list[_Group], first: int) -> bool:
    """Return whether a number may begin with this group, without a word that says so; `_national` in short."""
    digits = run[first].digits
    size = len(digits)
    if size == 1:
        return digits == "1" and first + 1 < len(run) and len(run[first + 1].digits) == 3  # noqa: PLR2004
    if digits[0] == "0":
        return digits != "00" and (size <= 5 or size >= 8)  # noqa: PLR2004
    if digits[0] == "3":
        return digits[1] != "0" or size == 3  # noqa: PLR2004
    return size in {3, 9, 10}


def _is_spelt_out(run: list[_Group], *, cue: bool) -> bool:
    """Return whether a number is written digit by digit: `3 3 3 1 2 3 4 5 6 7`."""
    single = 9 <= len(run) <= 13 and all(len(group.digits) == 1 for group in run)  # noqa: PLR2004
    return single and (cue or run[0].digits in {"0", "3"})


def _international(digits: str) -> bool:
    least, most = next((_COUNTRY[digits[:n]] for n in (1, 2) if digits[:n] in _COUNTRY), (8, 15))
    if digits.startswith("390"):
        least, most = 9, 13
    elif digits.startswith("393"):
        least, most = 11, 12
    return least <= len(digits.replace("440", "44", 1) if digits.startswith("440") else digits) <= most


def _national(window: list[_Group], digits: str, *, cue: bool) -> bool:
    shape = tuple([len(group.digits) for group in window])
    if digits.startswith("00") and len(digits) >= 11:  # noqa: PLR2004 - 00, a country, a number
        return window[0].digits != "00" and _international(digits[2:])
    if _is_date(window) or (shape[0] <= 3 and set(shape[1:]) == {3} and _gaps(window) == {"."}):  # noqa: PLR2004
        return cue and digits[:3] in _TOLL_FREE  # 320.000.000 is an amount
    if digits[0] == "0":
        return _zero(shape, digits, cue=cue)
    tight = all(len(group.gap) <= 2 for group in window[1:])  # noqa: PLR2004 - a sign, or a bracket and a blank
    return (
        (digits.startswith("393") and len(digits) == 12 and shape[0] in {2, 5, 12})  # noqa: PLR2004
        or (digits[0] == "3" and "2" <= digits[1] <= "9" and _is_mobile(shape, digits, window, cue=cue))
        or (digits[:3] in _TOLL_FREE and len(digits) == 9 and shape[0] in {3, 9} and tight)  # noqa: PLR2004
        or (tight and _is_american(shape, digits))
        or (shape == (10,) and digits[0] in "6789")
        or (cue and len(digits) <= 13 and max(shape) >= 3 and len(shape) <= 5)  # noqa: PLR2004
    )


def _zero(shape: tuple[int, ...], digits: str, *, cue: bool) -> bool:
    """Numbers with a leading 0: Italian landlines, and British, French, German or Philippine ones."""
    if digits[1] == "0" or not (2 <= shape[0] <= 5 or len(shape) == 1):  # noqa: PLR2004
        return False
    if set(shape) == {2}:
        return len(shape) == _PAIRS or (cue and len(shape) >= 4)  # noqa: PLR2004
    if len(shape) == 1 and not cue:
        return len(digits) in {9, 10} or (len(digits) == 11 and not _is_vat_number(digits))  # noqa: PLR2004
    return (6 if cue else 8) <= len(digits) <= 11  # noqa: PLR2004 - an area code and 5 to 8 digits


def _gaps(window: list[_Group]) -> set[str]:
    """Return the signs between the groups."""
    return {group.gap.strip() for group in window[1:]}


def _is_mobile(shape: tuple[int, ...], digits: str, window: list[_Group], *, cue: bool) -> bool:
    if len(digits) not in {9, 10}:
        return False
    if shape == (3, 3, 3):
        return cue or not _gaps(window) & {"-", "/"}
    return shape in _MOBILE_SHAPES or (cue and shape in _MOBILE_SHAPES_TOLD)


def _is_american(shape: tuple[int, ...], digits: str) -> bool:
    if shape == (1, 3, 3, 4) and digits[0] == "1":
        shape, digits = shape[1:], digits[1:]
    return shape == (3, 3, 4) and digits[0] in "23456789" and digits[3] in "23456789"


def _is_vat_number(digits: str) -> bool:
    """Return whether eleven digits are an Italian VAT number: the last one is a check digit (Luhn's)."""
    doubled = sum(sum(divmod(2 * int(digit), 10)) for digit in digits[1::2])
    return (doubled + sum(map(int, digits[::2]))) % 10 == 0


def _is_date(window: list[_Group]) -> bool:
    if len(window) < 3 or len(year := window[2].digits) != 4 or year[:2] not in {"19", "20"}:  # noqa: PLR2004
        return False
    day, month = window[0].digits, window[1].digits
    return len(day) <= 2 and len(month) <= 2 and 1 <= int(month) <= 12  # noqa: PLR2004
