"""Putting a report in place: a reader sees each file old or new, never half; a failure leaves the old report whole."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from crawler.errors import ReportError

LIST: Final = ".verava-report.json"
"""Names the files of the last report, so that those no longer written are taken away and no other file is."""


def publish(files: Mapping[str, bytes], out: Path) -> list[Path]:
    """Write `files` (path in the folder → content) into `out`; return their paths in order.

    All are written beside the report first, and moved into place only when that went well: pictures and data first,
    pages last. Raises ReportError naming the folder and the reason when it cannot be written; the old report stays.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        _sweep(out)
        old = _listed(out)
        staging = Path(tempfile.mkdtemp(prefix=".verava-new-", dir=out))
        try:
            _stage(files, staging)
            for name in sorted(files, key=_pages_last):
                target = out / name
                target.parent.mkdir(parents=True, exist_ok=True)
                (staging / name).replace(target)
            (staging / LIST).replace(out / LIST)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    except OSError as error:
        raise ReportError(f"{out}: the report cannot be written ({error.strerror or error}); free space or choose "
                          "another --out; a report that was there before is still whole") from error  # fmt: skip
    _remove(out, old - set(files))
    return [out / name for name in files]


def _stage(files: Mapping[str, bytes], staging: Path) -> None:
    for name, content in {**files, LIST: json.dumps(sorted(files), indent=0).encode()}.items():
        if not _inside(name):
            raise ReportError(f"{name!r} would be written outside the report's folder")
        target = staging / name
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())


def _pages_last(name: str) -> tuple[bool, str]:
    return name.endswith((".html", ".md")), name


def _listed(out: Path) -> set[str]:
    try:
        names = json.loads((out / LIST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return set()
    return {name for name in names if isinstance(name, str) and _inside(name)} if isinstance(names, list) else set()


def _inside(name: str) -> bool:
    return not PurePosixPath(name).is_absolute() and ".." not in PurePosixPath(name).parts


def _remove(out: Path, names: Iterable[str]) -> None:
    for name in names:
        (out / name).unlink(missing_ok=True)
        for folder in list(PurePosixPath(name).parents)[:-1]:
            if (out / folder).is_dir() and not any((out / folder).iterdir()):
                (out / folder).rmdir()


def _sweep(out: Path) -> None:
    """Take away what a run that was killed left behind."""
    for left in out.glob(".verava-new-*"):
        shutil.rmtree(left, ignore_errors=True)
