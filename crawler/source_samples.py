"""Sample answers of sources, written by us in the shapes the sources have: `NAME.json` (or .rss, .xml) in one folder.

They prove each mapping (`NAME.expected.json` beside them holds the ads) and give the coverage table of the docs.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from crawler.ad import Ad
from crawler.base_spiders.base import Call, Dropped, Found
from crawler.errors import SourceError
from crawler.sources import source_classes

FOLDER: Final = Path(__file__).resolve().parent.parent / "tests" / "crawler" / "spiders" / "payloads"
"""Where the samples are in a checkout; a wheel has none."""
_ENDINGS: Final = (".json", ".rss", ".xml")


def sample_path(name: str, folder: Path = FOLDER) -> Path | None:
    """Return the sample of a source; None when it has none."""
    return next((path for ending in _ENDINGS if (path := folder / f"{name}{ending}").is_file()), None)


def expected_path(name: str, folder: Path = FOLDER) -> Path:
    """Return where the ads of a source's sample are kept."""
    return folder / f"{name}.expected.json"


def read_sample(name: str, folder: Path = FOLDER) -> list[Found]:
    """Return what a source finds in its sample; raises SourceError when it has none or cannot read it."""
    path = sample_path(name, folder)
    if path is None:
        raise SourceError(
            f"{name}: no sample; write {folder / name}.json as the source answers, with words of your own"
        )
    asked = _asked(folder).get(name, {})
    board = str(asked.get("board", ""))
    source = source_classes()[name]([board] if board else [])
    url = source.start[0].split("?")[0].format_map(_Blank(board=board.rstrip("/")))
    call = Call(url, board, item={} if asked.get("detail") else None)
    return list(source.read(path.read_bytes(), call))


def sample_ads(name: str, folder: Path = FOLDER) -> list[Ad]:
    """Return the ads of a source's sample."""
    return [found for found in read_sample(name, folder) if isinstance(found, Ad)]


def dropped(found: list[Found]) -> list[str]:
    """Return why items of a sample could not be read."""
    return [item.reason for item in found if isinstance(item, Dropped)]


def brief(ad: Ad) -> dict[str, Any]:
    """Return an ad's fields that are not empty, as `NAME.expected.json` holds them."""
    values = json.loads(json.dumps(ad.to_dict()))
    return {key: value for key, value in values.items() if value not in (None, "", [], False)}


class _Blank(dict[str, str]):
    """Fills keys that a sample does not need."""

    def __missing__(self, key: str) -> str:
        return "key"


@cache
def _asked(folder: Path) -> Mapping[str, Mapping[str, Any]]:
    path = folder / "boards.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
