"""The corpus: labelled ads of `data/corpus/*.jsonl`, as texts, labels and groups."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from classifier.labels import LABELS
from classifier.text import compose
from crawler.errors import InputError
from crawler.paths import data_path


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled ad."""

    id: str
    """Identity within its file."""
    text: str
    """What is read: composed fields, or the text as given."""
    label: str
    """One of `LABELS`."""
    language: str
    """`it` or `en`."""
    group: str
    """Ads of one group never stand on both sides of a split."""
    dataset: str
    """Where it comes from: the kind of place it was written after, or a data set's name."""
    fields: dict[str, Any]
    """The row as it stands in the file."""


def corpus_files() -> list[Path]:
    """Return the shipped corpus files in the order of their names."""
    return sorted(data_path("corpus").glob("*.jsonl"))


def fingerprint(files: Sequence[Path]) -> str:
    """Return the SHA-256 over names and contents of `files`; raises InputError when one cannot be read."""
    digest = hashlib.sha256()
    for file in files:
        try:
            digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
        except OSError as error:
            raise InputError(f"{file}: {error.strerror}; name a UTF-8 JSON Lines file") from None
    return digest.hexdigest()


def load_examples(files: Iterable[Path]) -> list[Example]:
    """Read labelled ads from JSON Lines files; a row holds `text` or Ad fields, `label` and `language`.

    Raises InputError naming file, line and what is wrong with it.
    """
    return [example for file in files for example in _load(file)]


def _load(file: Path) -> list[Example]:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: cannot be read ({error}); name a UTF-8 JSON Lines file") from None
    return [_example(file, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _example(file: Path, number: int, line: str) -> Example:
    try:
        row = json.loads(line)
        label, language = row["label"], row.get("language", "it")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{file}:{number}: not a JSON object with a label ({error!r})") from None
    text = compose(row, language)
    if label not in LABELS or not text:
        raise InputError(f"{file}:{number}: label {label!r} or text is missing; labels are {', '.join(LABELS)}")
    identity = str(row.get("id", f"{file.stem}-{number}"))
    dataset = str(row.get("dataset") or row.get("written_after") or file.stem)
    return Example(identity, text, label, language, str(row.get("group") or identity), dataset, row)
