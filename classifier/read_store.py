"""Reading the stored ads: every current version that the reader in force has not read yet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from classifier.batch import read_items
from classifier.inputs import Item
from classifier.language import detect_language
from classifier.reader import Reader
from classifier.reading import Reading
from classifier.search import SearchTerms
from classifier.text import compose
from crawler.store import Store
from crawler.store.store import Unread


def reader_name(reader: Reader, terms: SearchTerms) -> str:
    """Return what `readings.reader` says of readings made by `reader` on ads found with `terms`."""
    return f"{reader.card['key']}-{terms.key}"


def read_store(
    store: Store,
    reader: Reader,
    terms: SearchTerms,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> int:
    """Read all ads that `reader` has not read; return how many there were. A stop loses at most one chunk."""
    name = reader_name(reader, terms)
    total = store.count_unread(name)
    done = 0
    for chunk in store.unread(name):
        store.write_readings(_rows(chunk, reader, terms, name))
        done += len(chunk)
        progress(done, total)
    return done


def to_item(fields: dict[str, Any]) -> Item:
    """Return a stored version as an ad to read, its language detected from title and text."""
    language = detect_language(f"{fields['title']} {fields['description']}")
    return Item(
        fields.get("id"),
        compose(fields, language),
        plain=False,
        base_salary=fields.get("base_salary"),
        date=fields.get("date"),
    )


def _rows(chunk: Sequence[Unread], reader: Reader, terms: SearchTerms, name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = [dict.fromkeys(_COLUMNS) for _ in chunk]
    found = []
    for row, (version_id, fields) in zip(rows, chunk, strict=True):
        row |= {"version_id": version_id, "reader": name}
        row["in_search"] = terms.match(fields["title"], fields["description"])
        if row["in_search"]:
            found.append((row, to_item(fields)))
    for (row, _), reading in zip(found, read_items(reader, [item for _, item in found]), strict=True):
        row.update(_columns(reading))
    return rows


_COLUMNS = (
    "label", "confidence", "language", "pay_min", "pay_max", "currency", "pay_unit", "pay_kind", "basis",
    "eur_min", "eur_max", "tier", "rate_date", "hours_week", "skill_level", "skills", "sectors", "indicators",
    "evidence", "fee_kind", "fee_min", "fee_max", "fee_currency",
)  # fmt: skip


def _columns(reading: Reading) -> dict[str, Any]:
    values = reading.to_dict()
    pay = values["pay"] or {}
    hourly = pay.get("eur_per_hour") or {}
    fee = values["candidate_fee"] or {}
    return {
        "label": reading.label,
        "confidence": reading.confidence,
        "language": reading.language,
        "pay_min": pay.get("min"),
        "pay_max": pay.get("max"),
        "currency": pay.get("currency"),
        "pay_unit": pay.get("unit"),
        "pay_kind": pay.get("kind"),
        "basis": pay.get("basis"),
        "eur_min": hourly.get("min"),
        "eur_max": hourly.get("max"),
        "tier": hourly.get("tier"),
        "rate_date": hourly.get("rate_date"),
        "hours_week": reading.hours_per_week,
        "skill_level": reading.skill_level,
        "skills": [skill["id"] for skill in values["skills"]],
        "sectors": list(reading.sectors),
        "indicators": list(reading.indicators),
        "evidence": values["evidence"],
        "fee_kind": fee.get("kind", "none"),
        "fee_min": fee.get("min"),
        "fee_max": fee.get("max"),
        "fee_currency": fee.get("currency"),
    }
