"""Finding numbers that may be money: one number or a range, with currency and scale."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from classifier.pay_notation import AFTER, NUMBER, SCALES, currency_before, currency_of, parse_number
from classifier.pay_spoken import spoken_amounts
from classifier.pay_unit_words import TIME_WORDS, UNIT_WORDS
from classifier.pay_units import unit_behind


class Amount(NamedTuple):
    """A number in a text, read but not yet judged."""

    start: int
    """Offset of the first character, currency included."""
    end: int
    """Offset behind the last character, currency included."""
    low: float
    """The number, or the lower of two."""
    high: float
    """The number, or the higher of two."""
    currency: str | None
    """ISO code, or None."""
    source: str | None
    """`symbol` or `text`; None without currency."""
    percent: bool = False
    """True for a percentage."""
    scaled: bool = False
    """True when written with k or mila."""
    plain: bool = False
    """True when written without a mark of thousands or decimals, in figures."""

    @property
    def ranged(self) -> bool:
        """Whether two different numbers are stated."""
        return self.high != self.low


_SCALE: Final = r"\s?(?:k|mila|thousand)\b"
_TAIL: Final = r"[,.]-{1,2}(?!\d)|,=|/00"
_PERCENT: Final = r"\s?%|\s?per ?cento\b|\s?percent\b"
_CENTS: Final = r"\s?(?:centesim[oi]\b|cents?\b|cent\.|¢)"
_BETWEEN: Final = (
    r"\s?/\s?(?:hr|hour|h|ora|month|mo|m|mese|week|wk|day|year|yr)|\s?(?:per|an|a|al) (?:hour|month|mese|week|day|"
    r"year)|"
    r"\s?(?:l'|all')ora"
)
_JOIN: Final = r"-{1,3}|/|~|ad?|al|ai|to|ed? il|ed? i|e gli|e le|e|and|or|o|up to|fino ad?|\\-"
_SIGN: Final = r"(?:us|aud|au|a|cad|ca|c|nz|sgd|s|hk|usd|euro?|php|inr|gbp|rs|p|r(?=\d))?\.?\s?(?:r\$|[€$£₱₹¥])?\s?"
_WRITTEN: Final = rf"({NUMBER})({_TAIL})?({_SCALE})?({AFTER}|{_CENTS}|{_PERCENT})?"
_PATTERN: Final = re.compile(rf"{_WRITTEN}(?:({_BETWEEN})?(?:\s?({_JOIN})\s?|\s)({_SIGN}){_WRITTEN})?")
_SECOND: Final = 8
"""Group of the second number."""
_MILLIONS: Final = re.compile(r"\+?\s?(?:mln|ml[di]|milion[ei]|million[si]?|billions?|miliard[oi]|mm?|bn|b)\b")
_LETTERS: Final = re.compile(r"[a-z]{1,12}")
_EURO_AND: Final = re.compile(r" ?e (\d\d)(?= ?(?:$|[/.,;)\n]|l'|all'|al |ad? |per |cent|nett|lord))")
_RANGE_WORD: Final = re.compile(r"\b(?:tra|fra|between)\b[^.;\n]{0,14}$")
_HINT_BEHIND: Final = re.compile(
    r"[ ,(]{0,2}(?:nett|lord|gross|net\b|pulit|in busta|ral\b|annu|mens|orari|al |mese|all'|l'|/|per |an? |ogni |hour|"
    r"month|week|year|p\.a|x ?1|tutto|fissi|e \d\d|\+)"
)
HINTS_BEFORE: Final = frozenset(
    "ral fisso fissa fissi tariffa compenso stipendio retribuzione budget salary pay rate wage paga compensation base "
    "occasionale indicativa indicativo lorda lordo netta netto annua annuo mensile oraria orario giornaliera "
    "giornaliero range profilo di da is of tra fra max circa a sui 💶 💰 💵".split()
)
"""Words one of which stands last before a number without currency that is pay."""
ALTERNATIVE: Final = re.compile(
    r"\b(?:sale|salgono|poi|notte|nott?urn[oi]|festivi|estero|dopo|rising|then|later)\b[a-z ]{0,28}$"
)
"""Words of later or other work, before a number that stands for it: `8 € l'ora, poi 9`."""
_HINT_REACH: Final = 16
_HINT_GAP: Final = 40
"""So near behind another amount a lone number may stand for later or other work."""
_UNKNOWN: Final = (None, None)
_WIDEST: Final = 60
"""A second number more than so many times the first is no range."""
_THOUSAND: Final = 1000
_LEAST_PESOS: Final = 40
"""`PHP 8` is a programming language."""


def find_amounts(folded: str, line: tuple[int, int] = (-1, -1)) -> list[Amount]:
    """Return every number of `folded` that may be pay, with its currency, ranges as one, in order.

    A plain number with nothing of pay beside it is left out, save in the pay line, which stands at `line`.
    """
    found: list[Amount] = []
    place, length = 0, len(folded)
    while match := _PATTERN.search(folded, place):
        place = match.end()
        if place < length and folded[place].isdigit() and match.group(_SECOND) is None:
            while place < length and folded[place].isdigit():
                place += 1
            continue  # a telephone number, a code
        if match.lastindex == 1 and not line[0] <= match.start() < line[1] and _is_idle(folded, match, found):
            continue
        amount = _read(folded, match)
        place = max(amount.end, match.start() + 1)
        if not _is_foreign(folded, amount, match):
            found.append(amount)
    spoken = spoken_amounts(folded)
    return sorted([*found, *(_spoken(*hit) for hit in spoken)]) if spoken else found


def _is_idle(folded: str, match: re.Match[str], found: list[Amount]) -> bool:
    """Return whether nothing beside a lone number, written without currency or scale, can make it pay."""
    start, end = match.span()
    if currency_before(folded, start) or _HINT_BEHIND.match(folded, end):
        return False
    if "." in match.group() or "," in match.group() or " " in match.group():
        return False
    last = folded[max(0, start - _HINT_REACH) : start].rstrip(" :=(-\n").rpartition(" ")[2]
    if last.rpartition("\n")[2].strip("(:") in HINTS_BEFORE:
        return False
    near = bool(found) and start - found[-1].end <= _HINT_GAP
    return not (near and ALTERNATIVE.search(folded, max(0, start - _HINT_GAP), start))


def _read(folded: str, match: re.Match[str]) -> Amount:
    one, tail, scale, after, between, join, joined, two, _, scale2, after2 = match.groups("")
    start, end = match.span()
    sign = currency_before(folded, start) if start else ""
    low = high = parse_number(one) * (SCALES[scale.strip()] if scale else 1)
    if two:
        low, high = _shared(low, parse_number(two), one, two, scale.strip(), scale2.strip())
        if not (low <= high <= low * _WIDEST and _is_range(folded, match, between, join, after, after2)):
            two = joined = after2 = scale2 = ""
            end = max(match.end(group) for group in range(1, 5))
            low = high = parse_number(one) * (SCALES[scale.strip()] if scale else 1)
    elif " " in one and not sign and folded.endswith("budget ", 0, start):
        low, high = _spaced(one)
    elif (sign[-1:] == "." or folded.endswith((" .", "$."), 0, start)) and one.isdigit():
        low = high = float(f"0.{one}")  # `$.50`
    last = after2 if two else after
    currency, source = _currency(sign, after, joined, after2) if sign or after or after2 or joined else _UNKNOWN
    if last:
        if ("cent" in last and "per" not in last) or "¢" in last:
            low, high = _cents(low), _cents(high)
            if currency is None:
                currency, source = "EUR" if "centesim" in last or "," in one else "USD", "text"
        elif not two and folded.startswith((" e ", "e "), end) and (more := _EURO_AND.match(folded, end)):
            low = high = low + int(more.group(1)) / 100  # `7 euro e 50`
            end = more.end()
        elif sign and not two and after.strip() == "ph":
            end = match.start(4)  # `£12 ph`: an hour
            currency, source = _currency(sign)
    percent = "%" in last or "per" in last
    plain = not tail and one.isdigit() and (not two or two.isdigit())
    return Amount(start - len(sign), end, low, high, currency, source, percent, bool(scale or scale2), plain)


def _spaced(one: str) -> tuple[float, float]:
    """Return the two ends of `Budget 20 30 USD`, or the one number with a mark of thousands."""
    first, _, second = one.partition(" ")
    low, high = parse_number(first), parse_number(second)
    return (low, high) if low <= high <= low * _WIDEST else (parse_number(one), parse_number(one))


def _is_range(folded: str, match: re.Match[str], between: str, join: str, after: str, after2: str) -> bool:
    end = match.end()
    if folded[end : end + 1].isdigit() or ("%" in after and "%" not in after2):
        return False
    if not join and not folded.endswith("budget ", 0, match.start()):
        return False  # `Budget 20 30 USD`
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


def _currency(*written: str) -> tuple[str | None, str | None]:
    """Return (ISO code, source) of what is written around a number; a code or name says more than a sign."""
    best: tuple[str | None, str | None] = _UNKNOWN
    for word in written:
        if word:
            found = currency_of(word)
            if found and (best is _UNKNOWN or (best[1] == "symbol" and found[1] == "text")):
                best = found
    return best


def _cents(value: float) -> float:
    """Return `value` cents as units; `0,20 cent` is taken for twenty cents."""
    return round(value / 100, 4) if value >= 1 else value


def _is_foreign(folded: str, amount: Amount, match: re.Match[str]) -> bool:
    """Return whether a number is no money at all: millions, a 401(k), `PHP 8`, `CAD 2d`."""
    after = folded[amount.end : amount.end + 2]
    if ("m" in after or "b" in after) and _MILLIONS.match(folded, amount.end):
        return True
    if match.group(3) and match.group(1) == "401":
        return True
    if amount.source == "text" and amount.low == amount.high:
        letters = _LETTERS.match(folded, amount.end)
        if letters and match.group(4) is None and letters.group() not in UNIT_WORDS:
            return True
        small = amount.currency == "PHP" and amount.low < _LEAST_PESOS and amount.plain
        return small and unit_behind(folded, amount.end) is None
    return False


def _spoken(start: int, end: int, low: float, high: float, word: str) -> Amount:
    if word.startswith("cent"):
        low, high = round(low / 100, 4), round(high / 100, 4)
        currency = "EUR" if word == "centesimi" else "USD"
    else:
        found = currency_of(word)
        currency = found[0] if found else "EUR"
    return Amount(start, end, low, high, currency, "text")
