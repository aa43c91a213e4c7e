"""The reader as machine code: the same modules, compiled with mypyc, used as long as no source is newer.

    python -c "from classifier.compiled import main; main()"

`make` does it where it finds a C compiler. Without one, and with `VERAVA_INTERPRETED=1`, everything runs interpreted,
with the same results.
"""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

FOLDER: Final = "_compiled"
"""Beside the sources; the package looks there first (`classifier/__init__.py`)."""
STAMP: Final = "made"
"""A file in that folder, as old as the newest source that was compiled."""
LEFT_OUT: Final = frozenset(
    "__init__ batch cache compiled corpus cue_needs cue_openings cue_parts cue_tables cue_tabulate evaluate inputs "
    "intervals labelling metrics persist pipeline rates_update read_store scores_text search show tallies train".split()
)
"""Modules in which a reading spends no time, or that ask where their source stands."""
_OPTIONS: Final = ["--config-file=", "--ignore-missing-imports", "--follow-imports=silent", "--python-version=3.11"]


def fresh(package: Path) -> Path | None:
    """Return the folder of the compiled modules of `package`.

    None where there is none, where a source is newer, and where the environment asks for interpreted code.
    """
    folder = package / FOLDER
    if os.environ.get("VERAVA_INTERPRETED"):
        return None
    try:
        made = (folder / STAMP).stat().st_mtime_ns
    except OSError:
        return None
    with os.scandir(package) as entries:
        sources = [entry.stat().st_mtime_ns for entry in entries if entry.name.endswith(".py")]
    return folder if max(sources, default=0) <= made else None


def compile_package(package: Path) -> int:
    """Compile the modules of `package` but those of `LEFT_OUT`, in place of what was compiled before; say how many.

    Raises ImportError without mypy or setuptools, SystemExit where a type is wrong, and what setuptools raises where
    the C compiler fails.
    """
    from mypyc.build import mypycify  # noqa: PLC0415 - needed only here
    from setuptools import Distribution  # noqa: PLC0415
    from setuptools.command.build_ext import build_ext  # noqa: PLC0415

    folder = package / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    sources = sorted(package.glob("*.py"))
    newest = max(source.stat().st_mtime_ns for source in sources)
    names = [f"{package.name}/{source.name}" for source in sources if source.stem not in LEFT_OUT]
    with TemporaryDirectory() as scratch, chdir(package.parent):
        extensions = mypycify([*_OPTIONS, *names], target_dir=scratch, debug_level="0")
        command = build_ext(Distribution({"name": package.name, "ext_modules": extensions}))
        command.build_lib, command.build_temp = str(folder), scratch
        command.ensure_finalized()
        command.run()
    (folder / STAMP).touch()
    os.utime(folder / STAMP, ns=(newest, newest))
    return len(names)


def main() -> None:
    """Compile this package and say so in a line, or why it stays interpreted."""
    print("compiling the reader (once, about a minute)", flush=True)  # noqa: T201
    told = StringIO()
    try:
        with redirect_stdout(told), redirect_stderr(told):
            count = compile_package(Path(__file__).parent)
    except (SystemExit, Exception) as error:  # noqa: BLE001 - the reader works without
        sys.exit(
            f"{told.getvalue()}the reader stays interpreted, with the same results: {type(error).__name__}: {error}"
        )
    print(f"compiled {count} modules of the reader")  # noqa: T201
