"""What `verava classify` is given: a text, an HTML page, a page's address, standard input, or many ads in a file."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from classifier.text import compose
from crawler.errors import InputError

MAX_BYTES: Final = 1_000_000
"""A single ad of more bytes is refused: the longest real ads are under 50 kB."""


@dataclass(frozen=True, slots=True)
class Item:
    """One ad to read."""

    id: Any
    """Its `id` in the file, else the line's number, else None."""
    text: str
    """What is to be read."""
    plain: bool
    """True when the input was plain text, so that offsets need no echo of the text."""
    base_salary: Mapping[str, Any] | None = None
    """Pay in fields, where the input has them."""
    date: str | None = None
    """ISO date of publication, where the input has it."""


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line of a file of many that holds no ad."""

    where: str
    """File and line number."""
    reason: str
    """What is wrong with it."""


def is_many(name: str) -> bool:
    """Return whether `name` is a file of many ads (.jsonl, .ndjson or .csv)."""
    return Path(name).suffix.lower() in {".jsonl", ".ndjson", ".csv"}


def read_single(name: str, *, allow_private: bool = False, contact: str = "") -> list[Item]:
    """Return the ads of one text file, HTML page, address or standard input (`-`); a page may hold several.

    Raises InputError when there is nothing to read.
    """
    if name.startswith(("http://", "https://")):
        return _from_page(name, allow_private=allow_private, contact=contact)
    data = sys.stdin.buffer.read(MAX_BYTES + 1) if name == "-" else _read_file(Path(name))
    shown = "standard input" if name == "-" else name
    if len(data) > MAX_BYTES:
        raise InputError(f"{shown}: over {MAX_BYTES / 1e6:g} MB is no single ad; give many ads as .jsonl or .csv")
    text = _decode(data, shown)
    if Path(name).suffix.lower() in {".html", ".htm", ".xhtml"} or text.lstrip()[:15].lower().startswith(
        ("<!doctype html", "<html")
    ):
        return _from_html(text, shown)
    if not text.strip():
        raise InputError(f"{shown}: empty; give the text of an ad")
    return [Item(None, text, plain=True)]


def read_many(path: Path) -> Iterator[Item | BadLine]:
    """Yield the ads of a JSON Lines or CSV file in order, and a BadLine for each line that holds none.

    Raises InputError when the file cannot be read at all.
    """
    try:
        with path.open(encoding="utf-8", errors="surrogateescape", newline="") as stream:
            rows = _csv_rows(stream) if path.suffix.lower() == ".csv" else _json_rows(stream)
            for number, row in rows:
                yield row_to_item(row, number, f"{path}:{number}")
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}; name a readable file") from None


def check_many(path: Path) -> Path:
    """Return `path` when it can be opened, so that `read_many` will; raises InputError otherwise."""
    try:
        path.open("rb").close()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}; name a readable file") from None
    return path


def row_to_item(row: Any, number: int, where: str) -> Item | BadLine:
    """Return the ad that `row` (a mapping, or the reason why there is none) holds."""
    if isinstance(row, str):
        return BadLine(where, row)
    if not isinstance(row, Mapping):
        return BadLine(where, f"a JSON {type(row).__name__}, not an object")
    text = compose(row, str(row.get("language") or "it"))
    if not text.strip():
        return BadLine(where, "neither `text` nor `title` and `description`")
    if any("\udc80" <= character <= "\udcff" for character in text):
        return BadLine(where, "not UTF-8")
    salary = row.get("base_salary")
    return Item(
        row.get("id", number),
        text,
        plain=bool(row.get("text")),
        base_salary=salary if isinstance(salary, Mapping) else None,
        date=str(row["date_posted"])[:10] if row.get("date_posted") else None,
    )


def _json_rows(stream: io.TextIOBase | Any) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        try:
            yield number, json.loads(line)
        except (ValueError, RecursionError) as error:
            yield number, f"not JSON ({error})"


def _csv_rows(stream: Any) -> Iterator[tuple[int, Any]]:
    csv.field_size_limit(MAX_BYTES)
    reader = csv.DictReader(stream)
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            yield reader.line_num, f"not CSV ({error})"
            continue
        if row is None:
            return
        yield reader.line_num, {key: value for key, value in row.items() if key and value}


def _read_file(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError(
            f"{path}: {error.strerror}; name a readable file, an address, or - for standard input"
        ) from None


def _decode(data: bytes, shown: str) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if (
            "\0" in text
            or sum(character < " " and character not in "\t\n\r\f" for character in text[:4096]) > _CONTROLS
        ):
            break
        return text
    raise InputError(f"{shown}: not text (a binary file?); give the ad as text or HTML")


_CONTROLS: Final = 8
"""More control characters than this among the first 4096 mean a binary file."""


def _from_page(url: str, *, allow_private: bool, contact: str) -> list[Item]:
    from crawler.fetch import fetch_page  # noqa: PLC0415 - the network is not needed to read a file

    page = fetch_page(url, contact=contact, allow_private=allow_private)
    return _from_html(page.html, page.url)


def _from_html(html: str, where: str) -> list[Item]:
    from classifier.language import detect_language  # noqa: PLC0415
    from crawler.page import page_to_ads  # noqa: PLC0415 - lxml, only for pages

    items = []
    for ad in page_to_ads(html, where):
        fields = ad.to_dict()
        text = compose(fields, detect_language(f"{ad.title} {ad.description}"))
        if text.strip():
            date = ad.date_posted[:10] if ad.date_posted else None
            items.append(Item(ad.identifier, text, plain=False, base_salary=fields["base_salary"], date=date))
    if not items:
        raise InputError(f"{where}: no readable text on this page; give an ad's own page or its text")
    return items
