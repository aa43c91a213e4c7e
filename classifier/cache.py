"""The model as a build product of the corpus: trained on first use, kept in the user's cache folder.

Its key is made of corpus, code and library versions; when one of them changes, the model is built anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from classifier.corpus import corpus_files, fingerprint
from classifier.persist import load_scorer, model_files, save_model
from classifier.scorer import Scorer
from crawler.errors import ModelError
from crawler.paths import data_path, user_cache_dir

LIBRARIES: Final = ("scikit-learn", "numpy", "scipy", "google-re2", "joblib")
"""Their versions go into the key: another version may fit or match otherwise."""


def versions() -> dict[str, str]:
    """Return library → version, for the key and the card."""
    return {name: version(name) for name in LIBRARIES}


def model_key(files: list[Path] | None = None) -> str:
    """Return the key of the model that the present corpus, code and libraries give (16 hex digits)."""
    code = sorted(Path(__file__).parent.rglob("*.py"))
    lexicons = sorted(
        file for folder in ("lexicons", "rates") for file in data_path(folder).iterdir() if file.is_file()
    )
    parts = [fingerprint(files or corpus_files()), fingerprint([*code, *lexicons]), repr(versions())]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def cached_path(key: str) -> Path:
    """Return where the model of `key` stands or will stand."""
    return user_cache_dir() / "models" / key / "vera.joblib"


def ensure_scorer(progress: Callable[[str], None]) -> tuple[Scorer, dict[str, Any]]:
    """Return the scorer and card of the present model, training it first when the cache holds none."""
    key = model_key()
    path = cached_path(key)
    if model_files(path).card.is_file():
        try:
            return load_scorer(path)
        except ModelError as error:
            progress(f"{error}")
    progress("building the model from the corpus (once, about half a minute)")
    build_model(path, None, progress)
    return load_scorer(path)


def build_model(path: Path, files: list[Path] | None, progress: Callable[[str], None]) -> dict[str, Any]:
    """Train on `files` (default: the shipped corpus), write the model to `path`, return what was validated."""
    from classifier.corpus import load_examples  # noqa: PLC0415 - only when training
    from classifier.train import train  # noqa: PLC0415 - scikit-learn, only when training

    chosen = files or corpus_files()
    trained = train(load_examples(chosen), progress)
    about = {
        "name": "vera",
        "key": model_key(chosen),
        "corpus": {file.name: fingerprint([file]) for file in chosen},
        "versions": versions(),
    }
    save_model(trained, path, about)
    return trained.validation
