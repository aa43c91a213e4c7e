"""The tables of the phrases, kept in the user's cache folder: taking 1,530 patterns apart costs 0.4 s, reading 5 ms.

The file is JSON and holds the key of what it was made of; another lexicon or other code makes it anew.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from classifier.cue_tabulate import Tables, tabulate
from classifier.persist import write_text
from crawler.paths import user_cache_dir

_MADE_BY: Final = ("cue_parts.py", "cue_needs.py", "cue_openings.py", "cue_tabulate.py", "cue_common.py")
"""Code on which the tables depend, the patterns apart."""


def load_tables(regexes: Sequence[str], titles: Sequence[int] = ()) -> Tables:
    """Return the tables of patterns: those kept, if they are of these patterns and this code, else made and kept.

    `titles` are the numbers of those that count only in the title.

    Where nothing can be kept, they are made every time.
    """
    file = user_cache_dir() / "cues.json"
    key = _key(regexes, titles)
    with suppress(OSError, ValueError, TypeError, LookupError, RecursionError):
        kept = json.loads(file.read_bytes())
        if kept[0] == key:
            return Tables(*kept[1:])
    tables = tabulate(regexes, titles)
    with suppress(OSError):
        write_text(file, json.dumps([key, *tables]))
    return tables


def _key(regexes: Sequence[str], titles: Sequence[int]) -> str:
    digest = hashlib.sha256("\n".join([*regexes, *map(str, titles)]).encode())
    for name in _MADE_BY:
        digest.update(Path(__file__).with_name(name).read_bytes())
    return digest.hexdigest()
