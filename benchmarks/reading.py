"""Time the reader: one ad from a cold start, and whole readings a second, each beside scikit-learn in the same run.

    python benchmarks/reading.py [ADS.jsonl …]

Cold: fresh processes, `verava classify` on one ad against `python -c "import sklearn.linear_model, …text"`, of each the
best and the 95th percentile. Warm: `Reader.read` (label, why, pay, skills) against `predict` of a bare word TF-IDF with
logistic regression, on the same texts (default: the corpus), one thread, the best of several rounds of each.
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


def best(work: Callable[[], object]) -> float:
    """Return the shortest of `ROUNDS` wall times of `work`, in seconds."""
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return min(times)


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
    """Print how many ads a second are read wholly, and how many a bare TF-IDF model labels."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - after the cold part
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415
    from sklearn.pipeline import make_pipeline  # noqa: PLC0415

    from classifier.corpus import load_examples  # noqa: PLC0415
    from classifier.reader import Reader  # noqa: PLC0415

    examples = load_examples(files)
    texts = [example.text for example in examples]
    reader = Reader.load(model)
    bare = make_pipeline(TfidfVectorizer(), LogisticRegression(max_iter=1000))
    bare.fit(texts, [example.label for example in examples])
    with threadpool_limits(1):
        ours = best(lambda: [reader.read(text) for text in texts])
        theirs = best(lambda: bare.predict(texts))
    print(f"warm: {len(texts) / ours:.0f} whole readings/s ({1000 * ours / len(texts):.2f} ms an ad), bare word TF-IDF "
          f"{len(texts) / theirs:.0f} ads/s ({1000 * theirs / len(texts):.2f} ms): {theirs / ours:.2f} x")  # fmt: skip


def main() -> None:
    """Time both, with a model made for it: one in the cache changes with the code."""
    from classifier.cache import build_model  # noqa: PLC0415
    from classifier.corpus import corpus_files  # noqa: PLC0415

    os.chdir(Path(__file__).parents[1])
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder, "vera.joblib")
        build_model(model, None, print)
        time_cold(model)
        time_warm(model, [Path(name) for name in sys.argv[1:]] or corpus_files())


if __name__ == "__main__":
    main()
