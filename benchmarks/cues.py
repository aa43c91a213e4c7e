"""How long the cue engine takes on hostile text and on ordinary ads.

    python benchmarks/cues.py [--megabytes 10]

Hostile texts are long repetitions that make a backtracking engine hang; each is read once, all patterns on. Ordinary
ads are the corpus'. Printed: seconds, megabytes a second, ads a second. The aim is 10 MB of "a " in under 2 s.
"""

from __future__ import annotations

import argparse
import time

from classifier.corpus import corpus_files, load_examples
from classifier.cues import find_cues

HOSTILE = ("a ", "non ", "no ", "9-", "dalle 9 alle ", "(", "full time ", "€ 1 ", "ab", "\n", "orario ")


def main() -> None:
    """Read the hostile texts and the corpus, print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=10)
    size = int(parser.parse_args().megabytes * 1_000_000)
    find_cues("warm up")
    for piece in HOSTILE:
        text = piece * (size // len(piece))
        started = time.perf_counter()
        found = len(find_cues(text))
        seconds = time.perf_counter() - started
        print(f"{piece!r:18} {seconds:6.2f} s  {size / seconds / 1e6:6.1f} MB/s  {found} cues")
    ads = [example.text for example in load_examples(corpus_files())]
    started = time.perf_counter()
    cues = sum(len(find_cues(text)) for text in ads)
    seconds = time.perf_counter() - started
    print(f"{len(ads)} ads: {seconds:.2f} s, {len(ads) / seconds:.0f} ads/s, {cues / len(ads):.1f} cues an ad")


if __name__ == "__main__":
    main()
