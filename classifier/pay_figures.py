"""One number or a range as it is written, with currency, scale, cents and percent: from a match to an `Amount`."""

from __future__ import annotations

import re
from typing import Final

from classifier.pay_notation import AFTER, NUMBER, SCALES, currency_of, parse_number
from classifier.pay_unit_words import TIME_WORDS
from classifier.pay_units import unit_behind

Money = tuple[str | None, str | None]
"""A currency's ISO code and where it is taken from, `symbol` or `text`; (None, None) where none is written."""


class Amount:
    """A number in a text, read but not yet judged."""

    __slots__ = ("currency", "end", "high", "low", "percent", "plain", "ranged", "scaled", "source", "start")

    def __init__(
        self,
        start: int,
        end: int,
        low: float,
        high: float,
        money: Money,
        *,
        percent: bool = False,
        scaled: bool = False,
        plain: bool = False,
    ) -> None:
        self.start: int = start
        """Offset of the first character, currency included."""
        self.end: int = end
        """Offset behind the last character, currency included."""
        self.low: float = low
        """The number, or the lower of two."""
        self.high: float = high
        """The number, or the higher of two."""
        self.currency: str | None = money[0]
        """ISO code, or None."""
        self.source: str | None = money[1]
        """`symbol` or `text`; None without currency."""
        self.percent: bool = percent
        """True for a percentage."""
        self.scaled: bool = scaled
        """True when written with k or mila."""
        self.plain: bool = plain
        """True when written without a mark of thousands or decimals, in figures."""
        self.ranged: bool = low != high
        """True when two different numbers are stated."""


_SCALE: Final = r"\s?(?:k|mila|thousand)\b"
_TAIL: Final = r"[,.]-{1,2}(?!\d)|,=|/00"
_PERCENT: Final = r"\s?%|\s?per ?cento\b|\s?percent\b"
_CENTS: Final = r"\s?(?:centesim[oi]\b|cents?\b|cent\.|¢)"
_BETWEEN: Final = (
    r"\s?/\s?(?:hr|hour|h|ora|month|mo|m|mese|week|wk|day|year|yr)|\s?(?:per|an|a|al) (?:hour|month|mese|week|day|"
    r"year)|"
    r"\s?(?:l'|all')ora"
)
_JOIN: Final = r"-{1,3}|/|~|ad?|al|ai|to|ed? il|ed? i|e gli|e le|e|and|or|o|up to|fino ad?|max|\\-"
_SIGN: Final = r"(?:us|aud|au|a|cad|ca|c|nz|sgd|s|hk|usd|euro?|php|inr|gbp|rs|p|r(?=\d)|)\.?\s?(?:r\$|[€$£₱₹¥]|)\s?"
_WRITTEN: Final = rf"({NUMBER})(?:({_TAIL})|)(?:({_SCALE})|)(?:({AFTER}|{_CENTS}|{_PERCENT})|)"
_NEAR: Final = r"(?=[^0-9]{0,40}[0-9])"
"""A second number is looked for only where a digit stands so near that it can be one."""
PATTERN: Final = re.compile(
    rf"{_WRITTEN}(?:{_NEAR}(?:({_BETWEEN})|)(?:\s?({_JOIN})\s?|\s)({_SIGN}){_WRITTEN}|)(?:(\d+)|)"
)
LONE, SECOND, MORE = 1, 8, 12
"""Groups of `PATTERN`: the first number, the second, and digits right behind, which make a code of the whole."""
_LETTERS: Final = re.compile(r"[a-z]{1,12}")
_EURO_AND: Final = re.compile(r" ?e (\d\d)(?= ?(?:$|[/.,;)\n]|l'|all'|al |ad? |per |cent|nett|lord))")
_RANGE_WORD: Final = re.compile(r"\b(?:tra|fra|between)\b[^.;\n]{0,14}$")
_COUNTED: Final = re.compile(r" (?:ore|orette|hours|hrs|giorni|days|settimane|weeks)\b")
"""Behind a second number without currency: `8 euro l'ora fino a 20 ore`, `$12 - 25 hours a week` are no ranges."""
_LEAST: Final = ("min ", "minimo ", "min. ", "min: ")
UNKNOWN: Final[Money] = (None, None)
"""No currency is written."""
WIDEST: Final = 60
"""A second number more than so many times the first is no range."""
_THOUSAND: Final = 1000


def read(folded: str, match: re.Match[str], sign: str) -> Amount:
    """Return what a match of `PATTERN` states: a range, or its first number; `sign` is the currency written before it.

    >>> text = "8-10 euro"
    >>> amount = read(text, PATTERN.search(text), "")
    >>> amount.start, amount.end, amount.low, amount.high, amount.currency, amount.source
    (0, 9, 8.0, 10.0, 'EUR', 'text')
    """
    if match.group(SECOND):
        both = _read_two(folded, match, sign)
        if both is not None:
            return both
    one, tail, scale, after = match.group(1, 2, 3, 4)
    start, end = match.start(), match.end(4 if after else 3 if scale else 2 if tail else 1)
    if folded[start - 1 : start] == "." or " " in one:
        low, high = _odd_value(folded, start, one, scale, sign)
    else:
        low = high = parse_number(one) * SCALES[scale.strip()] if scale else parse_number(one)
    plain = tail is None and one.isdigit()
    if not after:
        money = (currency_of(sign) or UNKNOWN) if sign else UNKNOWN
        return Amount(start - len(sign), end, low, high, money, scaled=scale is not None, plain=plain)
    money = _currency(sign, after) if sign else (currency_of(after) or UNKNOWN)
    if _are_cents(after):
        low, high = _cents(low), _cents(high)
        money = money if money[0] else _cents_of(after, one)
    elif folded.startswith((" e ", "e "), end) and (more := _EURO_AND.match(folded, end)):
        low = high = low + int(more.group(1)) / 100  # `7 euro e 50`
        end = more.end()
    elif sign and after.strip() == "ph":
        end = match.start(4)  # `£12 ph`: an hour
        money = currency_of(sign) or UNKNOWN
    percent = "%" in after or "per" in after
    return Amount(start - len(sign), end, low, high, money, percent=percent, scaled=scale is not None, plain=plain)


def read_plain(folded: str, start: int, end: int, last: int, sign: str) -> Amount:
    """Return the one number that stands from `start` to `end`, with its currency `sign` before it or up to `last`.

    >>> amount = read_plain("7,50 euro", 0, 4, 9, "")
    >>> amount.low, amount.end, amount.currency
    (7.5, 9, 'EUR')
    """
    written = folded[start:end]
    value = parse_number(written)
    if end == last:
        money = (currency_of(sign) or UNKNOWN) if sign else UNKNOWN
    else:
        after = folded[end:last]
        money = _currency(sign, after) if sign else (currency_of(after) or UNKNOWN)
    return Amount(start - len(sign), last, value, value, money, plain=written.isdigit())


def _odd_value(folded: str, start: int, one: str, scale: str | None, sign: str) -> tuple[float, float]:
    """Return both ends of a number behind a dot or with a blank in it: they are one save in `Budget 20 30 USD`."""
    if folded[start - 1 : start] == "." and one.isdigit() and (sign or folded.endswith((" .", "$."), 0, start)):
        value = float(f"0.{one}")  # `$.50`
    elif " " in one and not sign and folded.endswith("budget ", 0, start):
        return _spaced(one)
    else:
        value = parse_number(one)
        if scale:
            value *= SCALES[scale.strip()]
    return value, value


def _read_two(folded: str, match: re.Match[str], sign: str) -> Amount | None:
    """Return the range that `match` finds, or None where its two numbers are none."""
    one, tail, scale, after, between, join, joined, two, _, scale2, after2, more = match.groups("")
    low = parse_number(one) * (SCALES[scale.strip()] if scale else 1)
    low, high = _shared(low, parse_number(two), one, two, scale.strip(), scale2.strip())
    if more or not (low <= high <= low * WIDEST and _is_range(folded, match, between, join, after, after2)):
        return None
    if not after2 and (sign or after) and not joined.strip() and _COUNTED.match(folded, match.end()):
        return None
    money = _currency(sign, after, joined, after2)
    if after2 and _are_cents(after2):
        low, high = _cents(low), _cents(high)
        money = money if money[0] else _cents_of(after2, one)
    percent = "%" in after2 or "per" in after2
    plain = not tail and one.isdigit() and two.isdigit()
    start, end = match.span()
    scaled = bool(scale or scale2)
    return Amount(start - len(sign), end, low, high, money, percent=percent, scaled=scaled, plain=plain)


def _are_cents(after: str) -> bool:
    return "¢" in after or ("cent" in after and "per" not in after)


def _cents_of(after: str, number: str) -> Money:
    """Return the currency of cents beside which none is named, and its source."""
    return "EUR" if "centesim" in after or "," in number else "USD", "text"


def _spaced(one: str) -> tuple[float, float]:
    """Return the two ends of `Budget 20 30 USD`, or the one number with a mark of thousands."""
    first, _, second = one.partition(" ")
    low, high = parse_number(first), parse_number(second)
    return (low, high) if low <= high <= low * WIDEST else (parse_number(one), parse_number(one))


def _is_range(folded: str, match: re.Match[str], between: str, join: str, after: str, after2: str) -> bool:
    end = match.end()
    if "%" in after and "%" not in after2:
        return False
    if not join and not folded.endswith("budget ", 0, match.start()):
        return False  # `Budget 20 30 USD`
    if join == "max" and not folded.endswith(_LEAST, 0, match.start()):
        return False  # `min 10 max 15`
    if join in {"e", "and", "e il", "e i", "ed il", "ed i", "e gli", "e le"} and not _RANGE_WORD.search(
        folded[max(0, match.start() - 24) : match.start()]
    ):
        return False
    if between:
        unit = unit_behind(folded, end)
        return unit is None or unit.name == TIME_WORDS.get(_LETTERS.findall(between)[-1])
    return True


def _shared(low: float, high: float, one: str, two: str, scale: str, scale2: str) -> tuple[float, float]:
    """Return both numbers; a scale that is written once holds for both: `22-26k`, `38-43.000`."""
    if scale2:
        high *= SCALES[scale2]
        if not scale and low < _THOUSAND:
            low *= SCALES[scale2]
    elif scale:
        if high < _THOUSAND:
            high *= SCALES[scale]
    elif one.isdigit() and not two.isdigit() and low < high / 100 and low * _THOUSAND <= high < 1e6:  # noqa: PLR2004
        low *= _THOUSAND
    return low, high


def _currency(*written: str) -> Money:
    """Return the currency of what is written around a number; a code or name says more than a sign."""
    best = UNKNOWN
    for word in written:
        found = currency_of(word) if word else None
        if found:
            if found[1] == "text":
                return found
            best = best if best[1] else found
    return best


def _cents(value: float) -> float:
    """Return `value` cents as units; `0,20 cent` is taken for twenty cents."""
    return round(value / 100, 4) if value >= 1 else value
