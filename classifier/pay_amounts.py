"""Finding numbers that may be money: one number or a range, with currency and scale."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from classifier.pay_notation import AFTER, BEFORE, LONGEST_BEFORE, NUMBER, SCALES, currency_of, parse_number
from classifier.pay_spoken import spoken_amounts
from classifier.pay_units import TIME_WORDS, UNIT_WORDS, unit_behind


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
    """`symbol` or `text`; None without currency."""
    percent: bool = False
    """True for a percentage."""
    scaled: bool = False
    """True when written with k or mila."""
    plain: bool = True
    """False when written with a mark of thousands or decimals, or in words."""

    @property
    def ranged(self) -> bool:
        """Whether two different numbers are stated."""
        return self.high != self.low


class _Part(NamedTuple):
    """One number as written."""

    digits: str
    tail: str
    scale: str
    after: str

    @property
    def value(self) -> float:
        return parse_number(self.digits)


_SCALE: Final = r"\s?(?:k|mila|thousand)\b"
_TAIL: Final = r"[,.]-{1,2}|,=|/00"
_CENTS: Final = r"\s?(?:centesim[oi]\b|cents?\b|cent\.|¢)"
_BETWEEN: Final = (
    r"\s?/\s?(?:hr|hour|h|ora|month|mo|m|mese|week|wk|day|year|yr)|\s?(?:per|an|a|al) (?:hour|month|mese|week|day|year)|"
    r"\s?(?:l'|all')ora"
)
_JOIN: Final = r"-{1,3}|/|~|ad?|al|ai|to|e|and|o|or|up to|fino ad?|\\-"
_SIGN: Final = r"(?:us|aud|au|a|cad|ca|c|nz|sgd|s|hk|usd|euro?|php|inr|gbp|rs|p)?\.?\s?(?:r\$|[€$£₱₹¥])?\s?"
_WRITTEN: Final = rf"({NUMBER})({_TAIL})?({_SCALE})?({AFTER}|{_CENTS}|\s?%)?"
_PATTERN: Final = re.compile(rf"{_WRITTEN}(?:({_BETWEEN})?\s?({_JOIN})\s?({_SIGN}){_WRITTEN})?")
_MILLIONS: Final = re.compile(r"\+?\s?(?:mln|ml[di]|milion[ei]|million[si]?|billions?|miliard[oi]|mm?|bn|b)\b")
_LETTERS: Final = re.compile(r"[a-z]{1,12}")
_EURO_AND: Final = re.compile(r" ?e (\d\d)\b")
_RANGE_WORD: Final = re.compile(r"\b(?:tra|fra|between)\b[^.;\n]{0,14}$")
_MONEY_WORDS: Final = ("euro", "dollar", " cent", "pounds", "bucks", "pesos", "sterline")
_WIDEST: Final = 60
"""A second number more than so many times the first is no range."""
_THOUSAND: Final = 1000
_LEAST_PESOS: Final = 40
"""`PHP 8` is a programming language."""


def find_amounts(folded: str) -> list[Amount]:
    """Return every number of `folded` with its currency, ranges as one, in order."""
    found = list(_written(folded))
    if any(word in folded for word in _MONEY_WORDS):
        spoken = [_spoken(*hit) for hit in spoken_amounts(folded)]
        if spoken:
            found = sorted([*found, *spoken], key=lambda amount: amount.start)
    return found


def _written(folded: str) -> Iterator[Amount]:
    place, length = 0, len(folded)
    while match := _PATTERN.search(folded, place):
        place = match.end()
        if place < length and folded[place].isdigit():
            while place < length and folded[place].isdigit():
                place += 1
            if match.group(8) is None:
                continue  # a telephone number, a code
        amount = _read(folded, match)
        place = max(amount.end, match.start() + 1) if amount.low != amount.high or place == match.end() else place
        if match.group(8) is not None and not amount.ranged:
            place = amount.end
        if not _is_foreign(folded, amount, match):
            yield amount


def _read(folded: str, match: re.Match[str]) -> Amount:
    one, two, joined = _parts(folded, match)
    start, end = match.start(), _end(match, whole=two is not None)
    before = BEFORE.search(folded[max(0, start - LONGEST_BEFORE) : start]) if start else None
    sign = before.group() if before else ""
    low, high = _values(one, two)
    if sign.endswith(".") and one.digits.isdigit() and two is None:
        low = high = float(f"0.{one.digits}")  # `$.50`
    currency, source = _currency((sign, one.after, joined, two.after if two else ""))
    amount = Amount(
        start=start - len(sign),
        end=end,
        low=low,
        high=high,
        currency=currency,
        source=source,
        percent="%" in one.after or (two is not None and "%" in two.after),
        scaled=bool(one.scale or (two and two.scale)),
        plain=one.digits.isdigit() and not one.tail and (two is None or two.digits.isdigit()),
    )
    _cents(folded, amount, (two or one).after.strip())
    return amount


def _parts(folded: str, match: re.Match[str]) -> tuple[_Part, _Part | None, str]:
    """Return the first number, the second when the two make a range, and the sign between them."""
    groups = [group or "" for group in match.groups()]
    one, two = _Part(*groups[:4]), _Part(*groups[7:])
    start = match.start()
    if not two.digits:
        first, _, second = one.digits.partition(" ")
        if second and folded[max(0, start - LONGEST_BEFORE) : start].rstrip().endswith("budget"):
            low, high = parse_number(first), parse_number(second)
            if low <= high <= low * _WIDEST:  # `Budget 20 30 USD`
                return _Part(first, "", "", ""), _Part(second, *one[1:]), ""
        return one, None, ""
    return (one, two, groups[6]) if _is_range(folded, match, one, two) else (one, None, "")


def _is_range(folded: str, match: re.Match[str], one: _Part, two: _Part) -> bool:
    low, high = _values(one, two)
    end = match.end()
    if not low <= high <= low * _WIDEST or folded[end : end + 1].isdigit():
        return False
    if match.group(6) in {"e", "and"} and not _RANGE_WORD.search(folded[max(0, match.start() - 24) : match.start()]):
        return False
    if "%" in one.after and "%" not in two.after:
        return False
    between = match.group(5)
    if between:
        unit = unit_behind(folded, end)
        words = _LETTERS.findall(between)
        return unit is None or unit.name == TIME_WORDS.get(words[-1])
    return True


def _end(match: re.Match[str], *, whole: bool) -> int:
    if whole or match.group(8) is None:
        return match.end()
    return max(match.end(group) for group in range(1, 5))


def _values(one: _Part, two: _Part | None) -> tuple[float, float]:
    """Return both numbers; a scale that is written once holds for both: `22-26k`, `38-43.000`."""
    low = one.value * (SCALES[one.scale.strip()] if one.scale else 1)
    if two is None:
        return low, low
    high = two.value * (SCALES[two.scale.strip()] if two.scale else 1)
    if two.scale and not one.scale and low < _THOUSAND:
        low *= SCALES[two.scale.strip()]
    elif one.scale and not two.scale and high < _THOUSAND:
        high *= SCALES[one.scale.strip()]
    elif one.digits.isdigit() and not two.digits.isdigit() and low < high / 100 and low * _THOUSAND <= high < 1e6:  # noqa: PLR2004
        low *= _THOUSAND
    return low, high


def _currency(written: tuple[str, ...]) -> tuple[str | None, str | None]:
    """Return (ISO code, source) of what is written around a number; a code or name says more than a sign."""
    best: tuple[str | None, str | None] = (None, None)
    for word in written:
        found = currency_of(word) if word and "%" not in word else None
        if found and (best[0] is None or (best[1] == "symbol" and found[1] == "text")):
            best = found
    return best


def _cents(folded: str, amount: Amount, after: str) -> None:
    """Turn cents into units, and add the cents of `7 euro e 50`; `0,20 cent` is taken for twenty cents."""
    if after.startswith(("cent", "¢")):
        if amount.low >= 1:
            amount.low, amount.high = round(amount.low / 100, 4), round(amount.high / 100, 4)
        if amount.currency is None:
            euro = after.startswith("centesim") or "," in folded[amount.start : amount.end]
            amount.currency, amount.source = "EUR" if euro else "USD", "text"
    elif amount.currency and amount.plain and not amount.ranged:
        more = _EURO_AND.match(folded, amount.end)
        if more:
            amount.low = amount.high = amount.low + int(more.group(1)) / 100
            amount.end = more.end()


def _is_foreign(folded: str, amount: Amount, match: re.Match[str]) -> bool:
    """Return whether a number is no money at all: millions, a 401(k), `PHP 8`, `CAD 2d`."""
    if _MILLIONS.match(folded, amount.end) or (match.group(1) == "401" and match.group(3)):
        return True
    if amount.source == "text" and not amount.ranged:
        letters = _LETTERS.match(folded, amount.end)
        if letters and match.group(4) is None and letters.group() not in UNIT_WORDS:
            return True
        unit = unit_behind(folded, amount.end)
        return amount.currency == "PHP" and amount.low < _LEAST_PESOS and amount.plain and unit is None
    return False


def _spoken(start: int, end: int, value: float, word: str) -> Amount:
    if word.startswith("cent"):
        value, currency = round(value / 100, 4), "EUR" if word == "centesimi" else "USD"
    else:
        found = currency_of(word)
        currency = found[0] if found else "EUR"
    return Amount(start, end, value, value, currency, "text", plain=False)
