"""The files of a new source: spider, sample and expected ads, to be filled in."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Final

from crawler.errors import SourceError
from crawler.source_samples import FOLDER
from crawler.sources import source_classes

SPIDERS: Final = Path(__file__).resolve().parent / "spiders"
"""Where the sources are."""
_NAME: Final = re.compile(r"[a-z][a-z0-9]{1,29}")
_SPIDER: Final = '''"""{title}: one line on what it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from crawler.base_spiders.base import Call
from crawler.base_spiders.json_list import JsonSource
from crawler.card import Card


class {title}(JsonSource):
    """What a reader must know of this source: quirks, what is missing."""

    card = Card(
        name="{name}",
        title="{title}",
        endpoint="https://{name}.test/api/jobs",
        documentation=None,
        checked_on=date({year}, {month}, {day}),
        min_interval=24 * 3600,
        max_calls_per_day=1,
        attribution="Job from {title} ({name}.test)",
        personal_data_dropped=("e-mails and phones in texts",),
        completeness="window",
        closing="by the ad's own page or age",
        licence="read the terms and say here what they allow",
        default_on=False,
    )
    start = ("https://{name}.test/api/jobs",)
    path = ("jobs",)

    def fields(self, item: Any, call: Call) -> Mapping[str, Any]:  # noqa: ARG002
        """Return the fields of a job; `build_ad` lists them all."""
        return {{
            "url": item["url"],
            "identifier": item["id"],
            "title": item["title"],
            "description": item["description"],
        }}
'''


def scaffold(name: str, today: date, *, spiders: Path = SPIDERS, samples: Path = FOLDER) -> list[Path]:
    """Write the files of the source `name` and return their paths.

    Raises SourceError when the name cannot be used, is taken, or there is no checkout to write to.
    """
    if not _NAME.fullmatch(name):
        raise SourceError(f"{name!r} is no name for a source: lower-case letters and digits, a letter first, up to 30")
    if name in source_classes() or (spiders / f"{name}.py").exists():
        raise SourceError(f"{name}: there is such a source already; see `verava sources {name}`")
    if not samples.is_dir():
        raise SourceError(f"{samples}: no such folder; new sources are written in a checkout of VeraVA")
    text = _SPIDER.format(name=name, title=name.capitalize(), year=today.year, month=today.month, day=today.day)
    files = {
        spiders / f"{name}.py": text,
        samples / f"{name}.json": '{"jobs": []}\n',
        samples / f"{name}.expected.json": "[]\n",
    }
    for path, content in files.items():
        path.write_text(content, encoding="utf-8")
    return list(files)
