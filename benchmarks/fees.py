"""How many ads that ask money from the worker are found, on the labelled corpus.

    python benchmarks/fees.py [--misses]

An ad asks money by its labels where `fee_to_start` is among its indicators. Printed: how many are found, and how many
ads are found besides, whose labels do not say so (with `--misses`: which are missed, which found besides, and their
words). Some phrases of `classifier.candidate_fee` were chosen on these ads: expect less on others.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from classifier.candidate_fee import INDICATOR  # noqa: E402
from classifier.corpus import corpus_files  # noqa: E402
from classifier.facts import find_facts  # noqa: E402


def main() -> None:
    """Read all ads of the corpus and print a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="also print what is missed, and what is found besides")
    misses = parser.parse_args().misses
    found, missed, besides, ads = 0, [], [], 0
    for file in corpus_files():
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            text = f"{row['title']}\n{row['description']}"
            fee = find_facts(text, language=row["language"]).fee
            asks = INDICATOR in row.get("indicators", ())
            ads += 1
            found += asks and fee is not None
            if asks and fee is None:
                missed.append(f"{row['id']}: {row['evidence']}")
            if fee is not None and not asks:
                besides.append(f"{row['id']}: {text[max(0, fee.start - 40) : fee.end + 30]!r}")
    print(
        f"{ads} ads; of {found + len(missed)} that ask money {found} are found; {len(besides)} more are found besides"
    )
    if misses:
        print("missed:", *missed, "besides:", *besides, sep="\n  ")


if __name__ == "__main__":
    main()
