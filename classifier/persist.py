"""Writing and loading models: a joblib file, its weights as JSON, and a card with the SHA-256 of both.

A pickle runs code when it is loaded: `load_pipeline` loads only what this machine's own `train` wrote,
the hash of which stands in the register of the user's cache folder. Reading ads needs the JSON alone.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from classifier.labels import LABELS
from classifier.packed import pack
from classifier.scorer import Scorer
from crawler.errors import ModelError
from crawler.paths import user_cache_dir

if TYPE_CHECKING:
    from classifier.train import Trained

RETRAIN = "run `verava train` to build it anew"


class ModelFiles(NamedTuple):
    """The three files of a model, named after its joblib file."""

    model: Path
    """`NAME.joblib`: the scikit-learn object."""
    weights: Path
    """`NAME.weights.json`: what `Scorer` takes."""
    card: Path
    """`NAME.card.json`: corpus, versions, figures, hashes."""


def model_files(path: Path) -> ModelFiles:
    """Return the files of the model called `path` (with or without `.joblib`)."""
    stem = path.with_suffix("") if path.suffix == ".joblib" else path
    return ModelFiles(*(stem.with_name(f"{stem.name}.{end}") for end in ("joblib", "weights.json", "card.json")))


def save_model(trained: Trained, path: Path, about: dict[str, Any]) -> ModelFiles:
    """Write model, weights and card; `about` (key, corpus, versions) goes into the card."""
    import joblib  # noqa: PLC0415 - not needed to read ads

    files = model_files(path)
    try:
        files.model.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=files.model.parent) as folder:
            draft = Path(folder, "model")
            joblib.dump(trained.pipeline, draft, compress=3)
            draft.replace(files.model)
        write_text(files.weights, json.dumps(export_weights(trained), ensure_ascii=False))
        hashes = {file.name: _sha256(file) for file in (files.model, files.weights)}
        card = {**about, "trained_on": trained.counts, "validation": trained.validation, "sha256": hashes}
        write_text(files.card, json.dumps(card, ensure_ascii=False, indent=1))
        _register(hashes[files.model.name])
    except OSError as error:
        raise ModelError(f"{path}: the model cannot be written ({error}); name another --out") from None
    return files


def export_weights(trained: Trained) -> dict[str, Any]:
    """Return the fitted pipeline as plain numbers, rounded to 9 digits."""
    from classifier.pipeline import COUNTED, SCALES  # noqa: PLC0415 - scikit-learn, only when training

    pipeline = trained.pipeline
    model = pipeline.named_steps["model"]
    columns = iter(model.coef_.T.tolist())
    blocks: dict[str, Any] = {}
    tables: dict[str, list[float]] = {}
    for name, part in pipeline.named_steps["features"].transformer_list:
        terms = (part["matrix"] if name in COUNTED else part).get_feature_names_out().tolist()
        weights = [[_short(SCALES[name] * weight) for weight in column] for column in islice(columns, len(terms))]
        if name in COUNTED:
            tables |= dict(zip(terms, weights, strict=True))
        else:
            blocks[name] = {
                "terms": "\n".join(terms),
                "idf": pack(map(_short, part.idf_.tolist())),
                "weights": [pack(row) for row in zip(*weights, strict=True)] or [""] * len(LABELS),
            }
    return {
        "labels": model.classes_.tolist(),
        "intercept": model.intercept_.tolist(),
        "temperature": trained.temperature,
        "blocks": blocks,
        "counted": tables,
    }


def _short(number: float) -> float:
    return float(f"{number:.9g}")


def load_scorer(path: Path) -> tuple[Scorer, dict[str, Any]]:
    """Return the lean scorer and the card of the model at `path`.

    Raises ModelError when a file is missing, is not JSON, or is not the one the card speaks of.
    """
    files = model_files(path)
    try:
        card = json.loads(files.card.read_bytes())
        weights = files.weights.read_bytes()
        if hashlib.sha256(weights).hexdigest() != card["sha256"][files.weights.name]:
            raise ModelError(f"{files.weights}: not the file its card speaks of (SHA-256 differs); {RETRAIN}")
        return _sound(Scorer.from_json(weights)), {**card, "key": str(card["key"])}
    except OSError as error:
        raise ModelError(f"{error.filename}: {error.strerror}; {RETRAIN}") from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ModelError(f"{files.card}: damaged model ({error!r:.120}); {RETRAIN}") from None


def _sound(scorer: Scorer) -> Scorer:
    """Return `scorer`; raises ValueError when its labels are not ours or a term has not one number a label."""
    if set(scorer.labels) != set(LABELS) or len(scorer.intercept) != len(LABELS) or not scorer.temperature > 0:
        raise ValueError(f"labels {scorer.labels}")
    for block in scorer.blocks.values():
        if len(block.weights) != len(LABELS) or {len(row) for row in (block.idf, *block.weights)} != {len(block.names)}:
            raise ValueError("not one weight a label")
    if not all(map(len(LABELS).__eq__, map(len, scorer.counted.values()))):
        raise ValueError("not one weight a label")
    return scorer


def load_pipeline(path: Path) -> Any:
    """Return the scikit-learn object of the model at `path`, if `train` on this machine wrote it.

    Raises ModelError otherwise; nothing of an unknown file is executed.
    """
    import joblib  # noqa: PLC0415 - not needed to read ads

    files = model_files(path)
    try:
        known = _register_file().read_text(encoding="ascii").split()
        trusted = _sha256(files.model) in known
    except OSError:
        trusted = False
    if not trusted:
        raise ModelError(f"{files.model}: not written by `verava train` on this machine, so not loaded; {RETRAIN}")
    return joblib.load(files.model)


def write_text(file: Path, text: str) -> None:
    """Write in one step: a reader sees the old file or the new one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    draft.write_text(text, encoding="utf-8")
    draft.replace(file)


def _register_file() -> Path:
    return user_cache_dir() / "models" / "written.sha256"


def _register(sha256: str) -> None:
    file = _register_file()
    known = file.read_text(encoding="ascii").split() if file.is_file() else []
    write_text(file, "\n".join([*known[-99:], sha256]) + "\n")


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
