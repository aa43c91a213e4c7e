"""The tables as open data: JSON, a schema.org Dataset, the licence, how to cite, and the facts of the run."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

import pandas as pd

from reports.clean import QUOTE, clean
from reports.meta import Meta
from reports.table import HIDDEN, Column, Table
from reports.view import Page, steps_of
from reports.words import words

LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"
"""Address of the licence of the figures."""

_LICENCE_TEXT: Final = f"""Creative Commons Attribution 4.0 International (CC BY 4.0)
{LICENCE}

You may share and adapt these figures for any purpose, also commercially, if you give credit
(CITATION.txt says how), link to the licence and say whether you changed anything.
The figures are counts of ads; the ads themselves are not part of this data.
"""


def render_dataset(tables: Sequence[Table], pages: Sequence[Page], meta: Meta) -> dict[str, bytes]:
    """Return `data/tables.json`, `dataset.jsonld`, `method.json`, `LICENSE.txt` and `CITATION.txt`."""
    return {
        "data/tables.json": _json({"sample": meta.sample, "tables": [_table(table) for table in tables]}),
        "data/dataset.jsonld": _json(_dataset(tables, pages, meta)),
        "data/method.json": _json(_method(meta, steps_of(tables))),
        "data/LICENSE.txt": _LICENCE_TEXT.encode(),
        "data/CITATION.txt": "\n".join([*(page.citation for page in pages), *_sample(pages), ""]).encode(),
    }


def _table(table: Table) -> dict[str, Any]:
    flags = [Column(str(name), "flag") for name in table.frame if str(name).endswith(HIDDEN)]
    return {
        "name": table.name,
        "n": table.n,
        "of": table.of or None,
        "first": table.first,
        "last": table.last,
        "notes": list(table.notes),
        "columns": [column._asdict() for column in table.columns],
        "rows": [
            {column.name: _value(row[column.name], column) for column in (*table.columns, *flags)}
            for row in table.frame.to_dict("records")
        ],
    }


def _value(value: Any, column: Column) -> Any:
    if isinstance(value, (tuple, list)):
        return [clean(one, QUOTE) for one in value]
    if pd.isna(value):
        return None
    if column.kind == "flag":
        return bool(value)
    if column.kind in {"count", "level"}:
        return int(value)
    return round(float(value), 6) if column.kind in {"share", "eur", "number"} else clean(value)


def _dataset(tables: Sequence[Table], pages: Sequence[Page], meta: Meta) -> dict[str, Any]:
    page = pages[0]
    say = words(page.language)
    kinds = {column.name: say.meaning(column.name, table.name) for table in tables for column in table.columns}
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": page.title,
        "description": " ".join(filter(None, [page.sample, page.headline, say.text("method.seen_text")])),
        "inLanguage": [one.language for one in pages],
        "license": LICENCE,
        "isAccessibleForFree": True,
        "creator": {"@type": "Person" if page.author else "Organization", "name": page.author or "VeraVA"},
        "temporalCoverage": f"{meta.first.isoformat()}/{meta.last.isoformat()}",
        "dateModified": meta.last,
        "version": page.version,
        "citation": page.citation,
        "measurementTechnique": say.text("method.reader_text"),
        "variableMeasured": [
            {"@type": "PropertyValue", "name": name, "description": meaning} for name, meaning in sorted(kinds.items())
        ],
        "distribution": [_download(table.name) for table in tables],
        "subjectOf": [_article(one, meta) for one in pages],
    }


def _article(page: Page, meta: Meta) -> dict[str, Any]:
    return {
        "@type": "Article",
        "headline": page.title,
        "abstract": page.headline,
        "inLanguage": page.language,
        "author": {"@type": "Person" if page.author else "Organization", "name": page.author or "VeraVA"},
        "dateModified": meta.last,
        "license": LICENCE,
    }


def _download(name: str) -> dict[str, str]:
    return {"@type": "DataDownload", "encodingFormat": "text/csv", "name": name, "contentUrl": f"{name}.csv"}


def _method(meta: Meta, steps: Mapping[str, int]) -> dict[str, Any]:
    before = meta.previous
    days = None if before is None else [before["date"].min().date(), before["date"].max().date()]
    return {
        "sample": meta.sample,
        "first": meta.first,
        "last": meta.last,
        "compared_with": days,
        "search_terms": list(meta.search_terms),
        "funnel": dict(meta.stages) | dict(steps),
        "model": meta.model,
        "confusion": [list(row) for row in meta.confusion],
        "corpus": dict(meta.corpus),
        "exchange_rates": {"source": "European Central Bank", "first": meta.rates_first, "last": meta.rates_date},
        "versions": dict(meta.versions),
    }


def _sample(pages: Sequence[Page]) -> list[str]:
    return [page.sample for page in pages if page.sample]


def _json(value: Any) -> bytes:
    """Return `value` as JSON that may also stand within a page: no `<` in it can end a script."""
    text = json.dumps(value, ensure_ascii=False, indent=1, default=_plain)
    return (text.replace("<", "\\u003c") + "\n").encode()


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} has no form in JSON")
