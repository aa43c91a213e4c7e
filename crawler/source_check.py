"""What must hold of every source, so that a new one is tested before anyone writes a test."""

from __future__ import annotations

import inspect
import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from crawler.config import Config
from crawler.errors import SourceError
from crawler.source_samples import FOLDER, brief, dropped, expected_path, read_sample, sample_ads
from crawler.sources import card, source_classes

STALE: Final = timedelta(days=365)
"""A card that nobody compared with its source for longer is reported."""
_NAMELESS: Final = frozenset({"jobs", "source", "site", "all"})


def problems(name: str, config: Config, *, folder: Path = FOLDER, today: date | None = None) -> list[str]:
    """Return what is wrong with the source `name`, in one line each; raises SourceError when there is none."""
    facts = card(name)
    source = source_classes()[name]
    found = []
    if Path(inspect.getfile(source)).stem != name:
        found.append(f"its file is not called {name}.py")
    if name in _NAMELESS:
        found.append(f"{name!r} says nothing: name it after the source")
    if not inspect.getdoc(source) or source.__doc__ is None:
        found.append("its class has no docstring")
    if not source.start:
        found.append("`start` names no address")
    if bool(facts.boards) != any("{board}" in url for url in source.start):
        found.append("`boards` of the card and `{board}` in `start` go together")
    if any(f"{{{key}}}" not in " ".join(source.start) and not _uses(source, key) for key in facts.key):
        found.append("a key of the card is used nowhere")
    if facts.default_on != (name in config.sources):
        found.append("`default_on` and `sources` in data/verava.toml disagree")
    if facts.default_on and (facts.key or facts.boards):
        found.append("a source that needs a key or boards cannot be on by default")
    if facts.checked_on + STALE < (today or datetime.now(UTC).date()):
        found.append(f"last checked on {facts.checked_on}: compare card and source again")
    return found + _sample_problems(name, folder)


def _sample_problems(name: str, folder: Path) -> list[str]:
    try:
        found = read_sample(name, folder)
        ads = [brief(ad) for ad in sample_ads(name, folder)]
    except SourceError as error:
        return [str(error)]
    path = expected_path(name, folder)
    if not path.is_file():
        return [f"no {path.name}: write the ads that the sample holds"]
    problems = [f"an item of the sample could not be read: {reason}" for reason in dropped(found)]
    if not ads:
        problems.append("the sample holds no ad: write one as the source answers, with words of your own")
    if ads != json.loads(path.read_text(encoding="utf-8")):
        problems.append(f"the sample's ads are not those of {path.name}")
    return problems


def _uses(source: type, key: str) -> bool:
    return key in inspect.getsource(inspect.getmodule(source) or source).replace(f'key=("{key}"', "")
