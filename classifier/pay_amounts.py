"""Finding numbers that may be money: one number or a range, with currency, scale and open ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from classifier.pay_notation import AFTER, BEFORE, NUMBER, SCALES, currency_of, parse_number
from classifier.pay_spoken import spoken_amounts


@dataclass(slots=True)
class Amount:
    """A number in a text, read but not yet judged."""

    start: int
    """Offset of the first character, currency included."""
    end: int
    """Offset behind the last character, currency included."""
    low: float
    """The number, or the lower of two."""
    high: float
    """The number, or the higher of two."""
    currency: str | None = None
    """ISO code, or None."""
    source: str | None = None
    """`symbol` or `text`."""
    percent: bool = False
    """True for a percentage."""
    scaled: bool = False
    """True when written with k or mila."""
    plain: bool = True
    """False when written with a mark of thousands or decimals."""

    @property
    def ranged(self) -> bool:
        """Whether two numbers are stated."""
        return self.high != self.low


_SCALE: Final = r"\s?(?:k|mila|thousand)\b"
_TAIL: Final = r"(?:[,.]-{1,2}|,=|/00)"
_CENTS: Final = r"\s?(?:centesim[oi]\b|cents?\b|cent\.|¢)"
_BETWEEN: Final = r"(?:\s?/\s?(?:hr|hour|h|ora|month|mo|mese|week|day|year|yr)|\s?(?:per|an|l'|all'|al)\s?(?:hour|ora|month|mese|week))?"
_JOIN: Final = r"(?:-{1,3}|/|~|ad?|al|ai|to|e|and|o|or|up to|fino ad?|\\-)"
_SIGN: Final = r"(?:(?:us|aud|au|a|cad|ca|c|nz|sgd|s|hk|usd|euro?|php|inr|gbp|rs|p)?\.?\s?(?:r\$|[€$£₱₹¥])?\s?)"
_PATTERN: Final = re.compile(
    rf"({NUMBER})({_TAIL})?({_SCALE})?({AFTER}|{_CENTS}|\s?%)?"
    rf"(?:{_BETWEEN}\s?({_JOIN})\s?({_SIGN})({NUMBER})({_TAIL})?({_SCALE})?({AFTER}|{_CENTS}|\s?%)?)?"
)
_MILLIONS: Final = re.compile(r"\+?\s?(?:mln|ml[di]|milion[ei]|million[si]?|billions?|miliard[oi]|mm?|bn|b)\b")
_EURO_AND: Final = re.compile(r" ?e (\d\d)\b")
_WIDEST: Final = 60
"""A second number more than so many times the first is no range."""
_THOUSAND: Final = 1000


def find_amounts(folded: str) -> list[Amount]:
    """Return every number of `folded` with its currency, ranges as one, in order."""
    found = list(_written(folded))
    if "euro" in folded or "dollar" in folded or " cent" in folded or "pounds" in folded or "bucks" in folded:
        spoken = [_spoken(*hit) for hit in spoken_amounts(folded)]
        if spoken:
            found = sorted([*found, *spoken], key=lambda amount: amount.start)
    return found


def _written(folded: str) -> Iterator[Amount]:
    place = 0
    while match := _PATTERN.search(folded, place):
        place = match.end()
        nxt = folded[place : place + 1]
        if nxt.isdigit():
            # a telephone number, a code: no number of ours
            while folded[place : place + 1].isdigit():
                place += 1
            continue
        amount, place = _read(folded, match)
        if amount is not None:
            yield amount


def _spoken(start: int, end: int, value: float, word: str) -> Amount:
    cents = word.startswith("cent")
    value = round(value / 100, 4) if cents else value
    currency = "EUR" if word == "centesimi" else "USD" if cents else currency_of(word)[0]  # type: ignore[index]
    return Amount(start, end, value, value, currency, "text", plain=False)


def _read(folded: str, match: re.Match[str]) -> tuple[Amount | None, int]:
    one, tail, scale, after, join, sign, two, tail2, scale2, after2 = match.groups()
    start = match.start()
    before = BEFORE.search(folded[max(0, start - 9) : start]) if start else None
    low = parse_number(one)
    end = match.end()
    high = low
    if " " in one and folded[max(0, start - 9) : start].rstrip().endswith("budget"):
        first, _, second = one.partition(" ")
        if two is None and parse_number(first) <= parse_number(second) <= _WIDEST * parse_number(first):
            one, two, join, sign, after, after2 = first, second, "-", "", "", after
            low = high = parse_number(first)
    if two is not None:
        high = parse_number(two)
        low, high, scale = _share(low, high, one, two, scale, scale2)
        if not _is_range(folded, start, low, high, join, after, after2):
            two = None
            end = match.end(4) if after else match.end(3) if scale else match.end(2) if tail else match.end(1)
            low = high = parse_number(one)
            scale = match.group(3)
    if two is None and scale:
        low = high = low * SCALES[scale.strip()]
    written = (
        before.group().strip() if before else "",
        after or "",
        sign or "" if two else "",
        after2 or "" if two else "",
    )
    percent = "%" in written[1] or "%" in written[3]
    currency, source = _currency(written)
    amount = Amount(
        start - (len(before.group()) if before else 0),
        end,
        low,
        high,
        currency,
        source,
        percent,
        bool(scale),
        plain=one.isdigit() and not tail,
    )
    if currency == "PHP" and high < 40 and "." not in one and not folded.startswith(("/", " per", " an", " p"), end):
        return None, end
    if one == "401" and scale or _MILLIONS.match(folded, end) or folded[end : end + 1].isdigit():
        return None, end
    _cents(amount, written, folded)
    return amount, amount.end


def _share(low, high, one, two, scale, scale2):
    """Share a scale that is written once: `22-26k`, `38-43.000`."""
    if scale2:
        factor = SCALES[scale2.strip()]
        return (
            (low * (SCALES[scale.strip()] if scale else factor if low < _THOUSAND else 1)),
            high * factor,
            scale2,
        )
    if scale:
        factor = SCALES[scale.strip()]
        return low * factor, high * factor if high < _THOUSAND else high, scale
    if one.isdigit() and low < _THOUSAND and high >= _THOUSAND * low and high % _THOUSAND == 0:
        return low * _THOUSAND, high, scale
    if one.isdigit() and 10 <= low < 300 and not two.isdigit() and high >= 10 * _THOUSAND and low * _THOUSAND < high:
        return low * _THOUSAND, high, scale
    return low, high, scale


_TWO = re.compile(r"\b(?:tra|fra|between|da|from|dai|dal|budget)\b[^.;\n]{0,12}$")


def _is_range(folded, start, low, high, join, after, after2):
    if not low <= high <= low * _WIDEST:
        return False
    if join in {"e", "and"}:
        return bool(re.search(r"\b(?:tra|fra|between)\b[^.;\n]{0,14}$", folded[max(0, start - 22) : start]))
    if "%" in (after or "") and "%" not in (after2 or ""):
        return False
    return True


def _currency(written):
    best = None
    for word in written:
        word = word.strip()
        if not word or "%" in word:
            continue
        found = currency_of(word)
        if found and (best is None or (best[1] == "symbol" and found[1] == "text")):
            best = found
    return best or (None, None)


def _cents(amount, written, folded):
    unit = (written[3] or written[1]).strip()
    if unit.startswith(("cent", "¢")):
        if amount.low >= 1:
            amount.low, amount.high = round(amount.low / 100, 4), round(amount.high / 100, 4)
        if amount.currency is None:
            amount.currency, amount.source = ("EUR" if unit.startswith("centesim") else None), "text"
            if unit in {"cent", "cents", "¢"}:
                amount.currency = "EUR" if "," in folded[amount.start : amount.end] else "USD"
        return
    if amount.currency and not amount.ranged and amount.plain:
        more = _EURO_AND.match(folded, amount.end)
        if more:
            amount.low = amount.high = amount.low + int(more.group(1)) / 100
            amount.end = more.end()
