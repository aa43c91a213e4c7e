"""Reading the ECB's files of reference rates (XML, CSV or zipped CSV) and keeping them."""

from __future__ import annotations

import contextlib
import csv
import io
import zipfile
from datetime import date, datetime
from typing import Final

from lxml import etree

from classifier.rates import Rates, updated_path
from crawler.errors import InputError

_LARGEST: Final = 30_000_000
"""Bytes; the whole history is under 10 MB of XML."""
_CUBE: Final = "{http://www.ecb.int/vocabulary/2002-08-01/eurofxref}Cube"


def parse_rates(data: bytes, name: str) -> Rates:
    """Return the rates in an ECB file: `eurofxref-daily.xml`, `-hist.xml`, `.csv`, or the `.zip` of one.

    Raises InputError, naming the file as `name`, when it holds none.
    """
    if len(data) > _LARGEST:
        raise InputError(f"{name}: larger than {_LARGEST // 1_000_000} MB, no ECB file of rates")
    if data[:2] == b"PK":
        data = _unzipped(data, name)
    table = _from_xml(data) if data.lstrip()[:1] == b"<" else _from_csv(data)
    if not table:
        raise InputError(
            f"{name}: no rates found; give the ECB's eurofxref-daily.xml, eurofxref-hist.xml, .csv or .zip"
        )
    return Rates.of(table)


def save_rates(rates: Rates) -> None:
    """Keep `rates` beside the user's data, together with what was kept before."""
    path = updated_path()
    if path.is_file():
        rates = Rates.read(path).merged(rates)
    names = sorted({name for row in rates.table.values() for name in row})
    path.parent.mkdir(parents=True, exist_ok=True)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["Date", *names])
    writer.writerows([day, *(rates.table[day].get(name, "") for name in names)] for day in reversed(rates.days))
    part = path.with_suffix(".part")
    part.write_text(out.getvalue(), encoding="utf-8")
    part.replace(path)


def _unzipped(data: bytes, name: str) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            member = archive.infolist()[0]
            if member.file_size > _LARGEST:
                raise InputError(f"{name}: holds {member.file_size // 1_000_000} MB, no ECB file of rates")
            return archive.read(member)
    except (zipfile.BadZipFile, IndexError) as error:
        raise InputError(f"{name}: a damaged zip file ({error}); fetch it again") from error


def _from_xml(data: bytes) -> dict[str, dict[str, str]]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(data, parser)
    if root is None:
        return {}
    days = (cube for cube in root.iter(_CUBE) if cube.get("time"))
    found = {
        day: {str(one.get("currency")): _rate(str(one.get("rate"))) for one in cube.iter(_CUBE) if one.get("currency")}
        for cube in days
        if (day := _day(str(cube.get("time"))))
    }
    return {day: row for day, row in found.items() if any(row.values())}


def _from_csv(data: bytes) -> dict[str, dict[str, str]]:
    rows = list(csv.reader(io.StringIO(data.decode("utf-8", errors="replace")), skipinitialspace=True))
    if not rows:
        return {}
    names = [name.strip() for name in rows[0][1:]]
    found = {}
    for row in rows[1:]:
        day = _day(row[0]) if row else None
        if day:
            found[day] = {name: _rate(cell) for name, cell in zip(names, row[1:], strict=False) if name}
    return {day: row for day, row in found.items() if any(row.values())}


def _day(written: str) -> str | None:
    with contextlib.suppress(ValueError):
        return date.fromisoformat(written.strip()).isoformat()
    with contextlib.suppress(ValueError):
        return datetime.strptime(written.strip(), "%d %B %Y").date().isoformat()  # noqa: DTZ007 - a date
    return None


def _rate(written: str) -> str:
    """Return the rate as published, or an empty string where there is none."""
    with contextlib.suppress(ValueError):
        return written.strip() if 0 < float(written) < float("inf") else ""
    return ""
