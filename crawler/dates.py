"""Dates as sources publish them → ISO 8601; what cannot be read without guessing is None."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import Final

_YEARS: Final = (1990, 2100)
_MILLISECONDS: Final = 100_000_000_000
"""An epoch above this (year 5138 in seconds) is in milliseconds."""

_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:[T ]{1,2}(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s{0,2}(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?",
    re.I,
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_NUMERIC = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_DAY_MONTH = re.compile(
    r"(?:[a-zì]{2,10},?\s)?(\d{1,2})(?:st|nd|rd|th|º|°)?\s(?:of\s|de\s)?([a-z]{3,10})\.?,?\s(\d{4})"
)
_MONTH_DAY = re.compile(r"(?:[a-z]{3,10},?\s)?([a-z]{3,10})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})")
_JAVA = re.compile(r"[a-z]{3}\s([a-z]{3})\s(\d{1,2})\s(\d{2}):(\d{2}):(\d{2})\s(?:utc|gmt)\s(\d{4})")
_EPOCH = re.compile(r"-?\d{9,13}(?:\.\d{1,6})?")

_MONTHS: Final = {
    prefix: number
    for number, prefixes in enumerate(
        (
            "jan gen",
            "feb",
            "mar",
            "apr",
            "may mag",
            "jun giu",
            "jul lug",
            "aug ago",
            "sep set",
            "oct ott",
            "nov",
            "dec dic",
        ),
        1,
    )
    for prefix in prefixes.split()
}


def read_date(value: object, *, naive_is_utc: bool = False, day_first: bool | None = None) -> str | None:
    """Return a date (`2026-11-02`) or a UTC date-time (`2026-11-02T08:00:00+00:00`); None when it is neither.

    A time without a zone is dropped unless `naive_is_utc` (the source says so). `02/11/2026` is read only when
    one order is possible, or `day_first` tells which. Numbers are Unix seconds or milliseconds.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _epoch(value)
    text = " ".join(str(value)[:80].split())
    if _EPOCH.fullmatch(text):
        return _epoch(float(text))
    if found := _ISO.match(text):
        return _iso(found, naive_is_utc=naive_is_utc)
    return _words(text.lower(), day_first) or _mail(text)


def _iso(found: re.Match[str], *, naive_is_utc: bool) -> str | None:
    year, month, day, hour, minute, second, zone = found.groups()
    read = _date(year, month, day)
    if read is None or hour is None or (zone is None and not naive_is_utc):
        return read.isoformat() if read else None
    try:
        local = datetime(read.year, read.month, read.day, int(hour), int(minute), int(second or 0), tzinfo=_zone(zone))
        return local.astimezone(UTC).isoformat()
    except (ValueError, OverflowError):
        return read.isoformat()


def _zone(zone: str | None) -> timezone:
    if not zone or zone[0] not in "+-":
        return UTC
    digits = zone[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if zone[0] == "-" else offset)


def _epoch(value: float) -> str | None:
    try:
        seconds = value / 1000 if abs(value) > _MILLISECONDS else value
        read = datetime.fromtimestamp(seconds, UTC).replace(microsecond=0)
    except (ValueError, OverflowError, OSError):
        return None
    return read.isoformat() if _YEARS[0] <= read.year <= _YEARS[1] else None


def _words(text: str, day_first: bool | None) -> str | None:
    if found := _COMPACT.fullmatch(text):
        read = _date(*found.groups())
    elif found := _NUMERIC.match(text):
        read = _numeric(found[1], found[2], found[3], day_first)
    elif found := _JAVA.fullmatch(text):
        month, day, hour, minute, second, year = found.groups()
        read = _date(year, _month(month), day)
        return f"{read.isoformat()}T{hour}:{minute}:{second}+00:00" if read else None
    elif found := _DAY_MONTH.fullmatch(text):
        read = _date(found[3], _month(found[2]), found[1])
    elif found := _MONTH_DAY.fullmatch(text):
        read = _date(found[3], _month(found[1]), found[2])
    else:
        return None
    return read.isoformat() if read else None


def _numeric(first: str, second: str, year: str, day_first: bool | None) -> date | None:
    as_italian, as_american = _date(year, second, first), _date(year, first, second)
    if day_first is not None:
        return as_italian if day_first else as_american
    if as_italian and as_american and as_italian != as_american:
        return None
    return as_italian or as_american


def _mail(text: str) -> str | None:
    """Read the date of RFC 822, as feeds have it: `Fri, 10 Jul 2026 22:45:30 +0000`."""
    try:
        read = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if not _YEARS[0] <= read.year <= _YEARS[1]:
        return None
    return read.date().isoformat() if read.tzinfo is None else read.astimezone(UTC).isoformat()


def _month(name: str) -> str:
    return str(_MONTHS.get(name[:3], 0))


def _date(year: str, month: str, day: str) -> date | None:
    try:
        read = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return read if _YEARS[0] <= read.year <= _YEARS[1] else None
