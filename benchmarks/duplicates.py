"""How long clustering takes, and what it finds, on synthetic ads with reposts at four levels of change.

    python benchmarks/duplicates.py [--ads 100000]

Each original is a text of invented words that follow Zipf's law; a third of the ads are reposts of earlier ones:
unchanged, or with 2 %, 5 % or 10 % of the words replaced. One original in ten is an agency's: the same text for every
job, but for a title and a passage of twelve words. Printed: time, peak memory, recall by level, false merges.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections import Counter

from crawler.duplicates import DuplicateRow, find_duplicates

LEVELS = (0.0, 0.02, 0.05, 0.10)


def main() -> None:
    """Make the ads, cluster them, print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ads", type=int, default=100_000)
    rows, origins, levels = make_ads(parser.parse_args().ads)
    started, worked = time.perf_counter(), time.process_time()
    result = find_duplicates(rows)
    seconds, work = time.perf_counter() - started, time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(rows)} ads: {seconds:.1f} s ({work:.1f} s of processor), peak {peak:.0f} MB")
    found, total = Counter[float](), Counter[float]()
    for at, level in levels.items():
        total[level] += 1
        found[level] += result[at] == result[origins[at]]
    for level in LEVELS:
        print(
            f"repost with {level:.0%} of the words replaced: recall {found[level] / total[level]:.4f} of {total[level]}"
        )
    wrong = sum(origins[at] != origins[other] for at, other in result.items() if at != other)
    merged = sum(at != other for at, other in result.items())
    print(f"false merges: {wrong} of {merged} ({wrong / max(1, merged):.5f})")


def make_ads(count: int, seed: int = 7) -> tuple[list[DuplicateRow], list[int], dict[int, float]]:
    """Return the ads, for each the number of its original, and for reposts the share of words replaced."""
    rng = random.Random(seed)
    words = ["".join(rng.choice("bdfglmnprstv") + rng.choice("aeiou") for _ in range(4)) for _ in range(20_000)]
    weights = [1 / (rank + 10) for rank in range(len(words))]
    agencies = [rng.choices(words, weights, k=120) for _ in range(50)]
    texts: list[list[str]] = []
    rows, origins, levels = [], [], {}
    originals: list[int] = []
    for at in range(count):
        if at > count // 10 and at % 3 == 0:
            origin, level = rng.choice(originals), LEVELS[at // 3 % len(LEVELS)]
            text = [rng.choice(words) if rng.random() < level else word for word in texts[origin]]
            levels[at] = level
            title, poster = rows[origin].title, rows[origin].organization
        else:
            origin = at
            originals.append(at)
            text = rng.choices(words, weights, k=rng.randint(40, 220))
            title, poster = " ".join(rng.choices(words[200:], k=3)), f"poster {rng.randrange(count // 4)}"
            if at % 10 == 1:
                agency = rng.randrange(len(agencies))
                text, poster = agencies[agency][:60] + text[:12] + agencies[agency][60:], f"agency {agency}"
        texts.append(text)
        origins.append(origin)
        day = f"2026-{at * 12 // count + 1:02}-01"
        rows.append(DuplicateRow(at, title, poster, " ".join(text), f"https://ads.test/{at}", day))
    return rows, origins, levels


if __name__ == "__main__":
    main()
