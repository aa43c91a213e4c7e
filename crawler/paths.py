"""Where things are: shipped data, the user's data and cache folders.

This module is ground floor: it imports nothing of VeraVA.
"""

import os
from functools import cache
from pathlib import Path

_HERE = Path(__file__).resolve().parent


@cache
def data_path(*parts: str) -> Path:
    """Return the path of a shipped data file: the checkout's `data/`, or `crawler/_data` in a wheel."""
    checkout = _HERE.parent / "data"
    root = checkout if (checkout / "README.md").is_file() else _HERE / "_data"
    return root.joinpath(*parts)


def user_data_dir() -> Path:
    """Return the folder of the default store (`VERAVA_DATA_DIR`, else the system's data folder)."""
    return _folder("VERAVA_DATA_DIR", "user_data_path")


def default_store() -> Path:
    """Return the file of the default store."""
    return user_data_dir() / "verava.sqlite"


def user_cache_dir() -> Path:
    """Return the folder of built models (`VERAVA_CACHE_DIR`, else the system's cache folder)."""
    return _folder("VERAVA_CACHE_DIR", "user_cache_path")


def _folder(variable: str, function: str) -> Path:
    if value := os.environ.get(variable):
        return Path(value).expanduser()
    import platformdirs  # noqa: PLC0415 - only where the variable is not set

    return Path(getattr(platformdirs, function)("verava", appauthor=False))
