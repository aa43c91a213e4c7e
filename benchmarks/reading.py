"""Time the reader: one ad from a cold start, and whole readings a second, each beside scikit-learn in the same run.

    python benchmarks/reading.py [ADS.jsonl …]

Cold: fresh processes, `verava classify` on one ad against `python -c "import sklearn.linear_model, …text"`, of each the
best and the 95th percentile. Warm: `Reader.read_many` and `Reader.read` (label, why, pay, skills) against `predict` of
a bare word TF-IDF with logistic regression, on the same texts (default: the corpus), one thread, the best processor
time of several rounds of each in turn; and the first round of all, in which no word or pattern was met before.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from threadpoolctl import threadpool_limits

ROUNDS = 5
PROCESSES = 20
AD = """Assistente virtuale

Cerchiamo una segretaria virtuale con partita IVA per il nostro ufficio: orario dalle 9 alle 18 dal lunedì al
venerdì, in esclusiva, con riunione giornaliera. Gestione agenda, fatture e telefonate. Paga 700 euro al mese.
"""
SKLEARN = "import sklearn.linear_model, sklearn.feature_extraction.text"


def cold(arguments: list[str]) -> tuple[float, float]:
    """Return the best and the 95th percentile of the wall time of a fresh Python process, in seconds."""
    times = []
    for _ in range(PROCESSES):
        begin = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - begin)
    times.sort()
    return times[0], times[int(0.95 * (len(times) - 1))]


def rounds(*works: Callable[[], object]) -> list[list[float]]:
    """Return for each of `works` its processor time in every round, in seconds; they take turns on a busy machine."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for found, work in zip(times, works, strict=True):
            begin = time.process_time()
            work()
            found.append(time.process_time() - begin)
    return times


def time_cold(model: Path) -> None:
    """Print what one ad costs from a cold start."""
    file = model.with_name("ad.txt")
    file.write_text(AD, encoding="utf-8")
    arguments = ["-m", "verava", "classify", "-q", "--model", str(model), str(file)]
    ours, theirs = cold(arguments), cold(["-c", SKLEARN])
    print(
        f"cold: verava classify {ours[0]:.3f} s (p95 {ours[1]:.3f}), importing scikit-learn {theirs[0]:.3f} s "
        f"(p95 {theirs[1]:.3f}): {ours[0] / theirs[0]:.2f} x"
    )


def time_warm(model: Path, files: list[Path]) -> None:
    """Print how many ads a second are read wholly, at once and one by one, and how many a bare TF-IDF model labels."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - after the cold part
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415
    from sklearn.pipeline import make_pipeline  # noqa: PLC0415

    from classifier.batch import CHUNK  # noqa: PLC0415
    from classifier.corpus import load_examples  # noqa: PLC0415
    from classifier.inputs import Item  # noqa: PLC0415
    from classifier.reader import Reader  # noqa: PLC0415

    examples = load_examples(files)
    texts = [example.text for example in examples]
    reader = Reader.load(model)
    bare = make_pipeline(TfidfVectorizer(), LogisticRegression(max_iter=1000))
    bare.fit(texts, [example.label for example in examples])
    items = [Item(None, text, plain=True) for text in texts]
    chunks = [items[at : at + CHUNK] for at in range(0, len(items), CHUNK)]
    with threadpool_limits(1):
        times = rounds(
            lambda: [reader.read_many(chunk) for chunk in chunks],
            lambda: [reader.read(text) for text in texts],
            lambda: bare.predict(texts),
        )
    many, single, theirs = map(min, times)
    print(f"warm, bare word TF-IDF: {_speed(theirs, len(texts))}")
    for name, ours in (("at once", many), ("one by one", single), ("at once, the first time", times[0][0])):
        print(f"warm, whole readings {name}: {_speed(ours, len(texts))}: {theirs / ours:.3f} x")


def _speed(seconds: float, ads: int) -> str:
    return f"{ads / seconds:.0f} ads/s ({1000 * seconds / ads:.3f} ms an ad)"


def main() -> None:
    """Time both, with a model made for it: one in the cache changes with the code."""
    from classifier.cache import build_model  # noqa: PLC0415
    from classifier.compiled import fresh  # noqa: PLC0415
    from classifier.corpus import corpus_files  # noqa: PLC0415

    os.chdir(Path(__file__).parents[1])
    print(f"VeraVA runs {'compiled' if fresh(Path('classifier')) else 'interpreted; `make` compiles it'}")
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder, "vera.joblib")
        build_model(model, None, print)
        time_cold(model)
        time_warm(model, [Path(name) for name in sys.argv[1:]] or corpus_files())


if __name__ == "__main__":
    main()
