"""The model as a build product of the corpus: trained on first use, kept in the user's cache folder.

Its key is made of corpus, code and library versions; when one of them changes, the model is built anew.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from classifier.corpus import Example, corpus_files, fingerprint, load_examples
from classifier.persist import load_scorer, model_files, save_model, write_text
from classifier.scorer import Scorer
from crawler.errors import ModelError
from crawler.paths import data_path, user_cache_dir

LIBRARIES: Final = ("scikit-learn", "numpy", "scipy", "google-re2", "joblib")
"""Their versions go into the key: another version may fit or match otherwise."""


def versions() -> dict[str, str]:
    """Return library → version, for the key and the card."""
    from importlib.metadata import version  # noqa: PLC0415 - slow to import, and a named model needs no key

    return {name: version(name) for name in LIBRARIES}


def model_key(files: list[Path] | None = None, labels: str = "") -> str:
    """Return the key of the model that the present corpus, code and libraries give (16 hex digits).

    `labels` is the fingerprint of a person's own labels, where the model learns from them too.
    """
    code = sorted(Path(__file__).parent.rglob("*.py"))
    lexicons = sorted(
        file for folder in ("lexicons", "rates") for file in data_path(folder).iterdir() if file.is_file()
    )
    parts = [fingerprint(files or corpus_files()), fingerprint([*code, *lexicons]), repr(versions()), labels]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def cached_path(key: str) -> Path:
    """Return where the model of `key` stands or will stand."""
    return user_cache_dir() / "models" / key / "vera.joblib"


def ensure_scorer(progress: Callable[[str], None]) -> tuple[Scorer, dict[str, Any]]:
    """Return the scorer and card of the model in force, training it first when the cache holds none.

    In force is the model with a person's own labels, as long as it is of the present corpus, code and libraries.
    """
    base = model_key()
    for key in dict.fromkeys([_own_key(base, progress), base]):
        path = cached_path(key)
        if model_files(path).card.is_file():
            try:
                return load_scorer(path)
            except ModelError as error:
                progress(f"{error}")
    progress("building the model from the corpus (once, about half a minute)")
    build_model(cached_path(base), None, progress)
    return load_scorer(cached_path(base))


def build_model(
    path: Path, files: list[Path] | None, progress: Callable[[str], None], own: Sequence[Example] = (), labels: str = ""
) -> dict[str, Any]:
    """Train on `files` (default: the shipped corpus) and on `own`, the fingerprint of which is `labels`.

    Writes the model to `path` and returns what was validated.
    """
    from threadpoolctl import threadpool_limits  # noqa: PLC0415 - scikit-learn, only when training

    from classifier.train import train  # noqa: PLC0415

    chosen = files or corpus_files()
    with threadpool_limits(1):  # the solver's vectors are short: on a busy machine threads made it nine times slower
        trained = train([*load_examples(chosen), *own], progress)
    about = {
        "name": "vera",
        "key": model_key(chosen, labels),
        "corpus": {file.name: fingerprint([file]) for file in chosen},
        "own_labels": len(own),
        "versions": versions(),
    }
    save_model(trained, path, about)
    return trained.validation


def put_in_force(key: str | None) -> None:
    """Let the model of `key`, which learned from a person's own labels, read from now on; None: the corpus' own."""
    if key is None:
        _own_file().unlink(missing_ok=True)
        return
    write_text(_own_file(), json.dumps({"base": model_key(), "key": key}))


def _own_key(base: str, progress: Callable[[str], None]) -> str:
    """Return the key of the model with own labels, or `base` where there is none of the present corpus and code."""
    try:
        own = json.loads(_own_file().read_bytes())
        if own["base"] == base:
            return str(own["key"])
    except FileNotFoundError:
        return base
    except (OSError, ValueError, KeyError, TypeError):
        pass
    progress("the model with your own labels is of an older corpus or code; `verava train` makes it anew")
    return base


def _own_file() -> Path:
    return user_cache_dir() / "models" / "own.json"
