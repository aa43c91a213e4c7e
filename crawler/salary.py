"""Pay in fields: schema.org `baseSalary` in all its forms, and the fields of JSON lists. Never a guess.

A lone `$` names no currency, a number without a unit no period, and 0 is how sources write "unknown".
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from typing import Any, Final

from crawler.ad import BaseSalary

_MAX_RAW: Final = 500

_UNITS: Final = {
    "HOUR": "hour hours hourly hr hrs h hur ora ore oraria orario all'ora l'ora per-hour perhour 1_hour",
    "DAY": "day days daily d giorno giorni giornaliera giornaliero al_giorno per-day 1_day",
    "WEEK": "week weeks weekly wk w wee settimana settimanale a_settimana per-week 1_week",
    "MONTH": "month months monthly mo mon m mese mesi mensile al_mese per-month 1_month",
    "YEAR": "year years yearly yr y ann annum annual annually anno anni annua annuale annui all'anno l'anno per-year "
    "1_year pa p.a.",
}
_UNIT_OF: Final = {word.replace("_", " "): unit for unit, words in _UNITS.items() for word in words.split()}
_SYMBOLS: Final = {
    "€": "EUR", "£": "GBP", "US$": "USD", "USD$": "USD", "CA$": "CAD", "C$": "CAD", "A$": "AUD", "AU$": "AUD",
    "EURO": "EUR", "EUROS": "EUR", "₹": "INR", "₱": "PHP", "R$": "BRL",
}  # fmt: skip
_CODE = re.compile(r"[A-Za-z]{3}")

_NUMBER = r"\d{1,3}(?:[.,' ]\d{3})+(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?"
_MONEY = r"(?:[A-Z]{0,3}[€£$₹₱]|EUROS?|Euros?|euros?|EUR|USD|GBP|CHF|CAD|AUD)"
_PLAIN = re.compile(
    rf"(?P<c1>{_MONEY})?\s?(?P<low>{_NUMBER})\s?(?P<k1>[kK])?\s?(?P<c2>{_MONEY})?"
    rf"(?:\s?(?:-|–|—|/|to|a|ai)\s?(?P<c3>{_MONEY})?\s?(?P<high>{_NUMBER})\s?(?P<k2>[kK])?\s?(?P<c4>{_MONEY})?)?"
    r"\s?(?P<unit>[/a-zA-Z' .]{0,24})"
)


def read_salary(value: Any, currency: str | None = None, unit: str | None = None) -> tuple[BaseSalary | None, str]:
    """Return (pay in fields, pay as free text) of a `baseSalary` or `estimatedSalary` value.

    Takes numbers, strings, ranges, MonetaryAmount, QuantitativeValue, PriceSpecification, and lists of them.
    `currency` and `unit` are what stands beside the value (`salaryCurrency`). A structure has no text.
    """
    if isinstance(value, list):
        value = next((item for item in value if item not in (None, "", {}, [])), None)
    if isinstance(value, Mapping):
        return _from_structure(value, currency, unit), ""
    if isinstance(value, str):
        return _from_text(value, currency, unit)
    number = read_number(value)
    return (None if number is None else make_salary(number, number, currency, unit, raw=str(value))), ""


def make_salary(low: Any, high: Any, currency: Any, unit: Any, raw: Any = None) -> BaseSalary | None:
    """Return pay in fields from a source's own fields; None when they hold no amount."""
    least, most = read_number(low), read_number(high)
    if least is None and most is None:
        return None
    if least is not None and most is not None and least > most:
        least, most = most, least
    if raw is None:
        raw = {"min": low, "max": high, "currency": currency, "unit": unit}
    shown = raw if isinstance(raw, str) else json.dumps(raw, ensure_ascii=False, default=str)
    return BaseSalary(read_currency(currency), least, most, read_unit(unit), shown[:_MAX_RAW])


def read_number(value: Any) -> float | None:
    """Return the positive number of a number or numeric text (`1.200,50`, `55,000`, `31,2k`); else None."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        try:
            number = float(value)
        except OverflowError:
            return None
    else:
        text = str(value)[:40].strip().lstrip("€£$").strip()
        thousand = text[-1:] in {"k", "K"}
        if not re.fullmatch(_NUMBER, text.rstrip("kK").strip()):
            return None
        number = _amount(text.rstrip("kK").strip()) * (1000 if thousand else 1)
    return number if math.isfinite(number) and number > 0 else None


def read_currency(value: Any) -> str | None:
    """Return the ISO 4217 code of a code or of a symbol that means one currency; `$` alone is None."""
    text = str(value or "").strip()
    if found := _SYMBOLS.get(text) or _SYMBOLS.get(text.upper()):
        return found
    return text.upper() if _CODE.fullmatch(text) else None


def read_unit(value: Any) -> str | None:
    """Return HOUR, DAY, WEEK, MONTH or YEAR of a unit text or UN/CEFACT code (`ANN`, `HUR`); else None."""
    text = " ".join(str(value or "").lower().replace("_", " ").split()).strip("/ ")
    for end in ("-salary", "-wage", " salary", " lordi", " lorda", " lordo", " netti", " netta", " netto"):
        text = text.removesuffix(end)
    for start in ("per ", "a ", "al ", "each ", "every ", "an "):
        if text.startswith(start) and text[len(start) :] in _UNIT_OF:
            text = text[len(start) :]
    return _UNIT_OF.get(text)


def _from_structure(node: Mapping[str, Any], currency: str | None, unit: str | None) -> BaseSalary | None:
    low: Any = None
    high: Any = None
    inner: Any = node
    for _ in range(4):  # MonetaryAmount → value → QuantitativeValue (→ value): no page nests deeper
        if isinstance(inner, list):
            inner = next((item for item in inner if item not in (None, "", {}, [])), None)
        if not isinstance(inner, Mapping):
            break
        currency = inner.get("currency") or inner.get("priceCurrency") or currency
        unit = inner.get("unitText") or inner.get("unitCode") or unit
        low = _first(inner, "minValue", "minPrice", "lowPrice", "min") or low
        high = _first(inner, "maxValue", "maxPrice", "highPrice", "max") or high
        inner = _first(inner, "value", "price", "priceSpecification", "median")
    if low is None and high is None and not isinstance(inner, Mapping):
        read, _ = _from_text(inner, currency, unit) if isinstance(inner, str) else (None, "")
        if read is None:
            return make_salary(inner, inner, currency, unit, raw=dict(node))
        low, high, currency, unit = read.min, read.max, read.currency or currency, read.unit or unit
    return make_salary(low, high, currency, unit, raw=dict(node))


def _first(node: Mapping[str, Any], *names: str) -> Any:
    for name in names:
        value = node.get(name)
        if value not in (None, "", [], {}):
            return value
    return None


def _from_text(text: str, currency: str | None, unit: str | None) -> tuple[BaseSalary | None, str]:
    """Read a text only when the whole of it is an amount or a range with, perhaps, currency and period."""
    line = " ".join(text.split())[:_MAX_RAW]
    found = _PLAIN.fullmatch(line)
    if not found:
        return None, line
    word = found["unit"].strip()
    read = read_unit(word)
    if word and read is None:
        return None, line
    shown = {each.strip() for each in (found["c1"], found["c2"], found["c3"], found["c4"]) if each}
    codes = {read_currency(each) for each in shown}
    low, high = _amount(found["low"]), _amount(found["high"]) if found["high"] else None
    if found["k1"] or (found["k2"] and low < 1000):  # noqa: PLR2004 - `3-5k` is 3k-5k
        low *= 1000
    if high is not None and found["k2"]:
        high *= 1000
    code = codes.pop() if len(codes) == 1 else None
    salary = make_salary(low, low if high is None else high, code or currency, read or unit, raw=line)
    return salary, line


def _amount(text: str) -> float:
    """Read `1.200`, `1,200`, `1.200,50`, `31,2`, `55000`: a last group of three digits is thousands."""
    digits = text.replace("'", "").replace(" ", "")
    last = max(digits.rfind("."), digits.rfind(","))
    if last < 0:
        return float(digits)
    whole, part = re.sub(r"[.,]", "", digits[:last]), digits[last + 1 :]
    return float(whole + part) if len(part) == 3 else float(f"{whole}.{part}")  # noqa: PLR2004 - thousands
