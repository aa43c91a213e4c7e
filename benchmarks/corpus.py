"""Audit the corpus: counts by file, language and label, length, evidence that stands in its ad, and texts too alike.

    python benchmarks/corpus.py

Prints the tables of data/corpus/README.md, and names what is wrong, if anything is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from statistics import median

from classifier.corpus import Example, corpus_files, load_examples
from classifier.labels import LABELS
from classifier.words import words
from crawler.duplicates import DuplicateRow, find_duplicates


def table(title: str, rows: dict[str, list[Example]]) -> None:
    """Print one table of counts."""
    print(f"| {title} | ads | groups | {' | '.join(LABELS)} | median characters |")
    print("|---|" + "---:|" * (len(LABELS) + 3))
    for name, examples in rows.items():
        counts = Counter(example.label for example in examples)
        cells = [len(examples), len({example.group for example in examples}), *(counts[label] for label in LABELS)]
        print(f"| {name} | {' | '.join(map(str, cells))} | {median(len(example.text) for example in examples):.0f} |")
    print()


def missing_evidence(example: Example) -> list[str]:
    """Return the evidence phrases that do not stand in the ad."""
    return [phrase for phrase in example.fields.get("evidence") or [] if phrase not in example.text]


def duplicates(examples: list[Example]) -> dict[int, int]:
    """Return number of an ad → number of the ad that it repeats."""
    rows = [DuplicateRow(number, example.fields.get("title") or "", "", example.text, "", "2026-01-01")
            for number, example in enumerate(examples)]  # fmt: skip
    return find_duplicates(rows)


def main() -> None:
    """Print the tables and what is wrong."""
    examples: list[Example] = []
    by_file: dict[str, list[Example]] = {}
    for file in corpus_files():
        by_file[file.name] = load_examples([file])
        examples += by_file[file.name]
    by_language: dict[str, list[Example]] = defaultdict(list)
    for example in examples:
        by_language[example.language].append(example)
    table("language", {**by_language, "both": examples})
    table("file", by_file)
    pays = sum(example.fields.get("pay") is not None for example in examples)
    print(f"{pays} ads state pay; {sum(len(words(example.text)) for example in examples):,} words in all\n")
    for example in examples:
        for phrase in missing_evidence(example):
            print(f"{example.id}: evidence not in its ad: {phrase!r}")
    twice = [name for name, count in Counter(example.id for example in examples).items() if count > 1]
    print(f"ids that stand twice: {', '.join(twice) or 'none'}")
    pairs = [(examples[one], examples[other]) for one, other in duplicates(examples).items() if one != other]
    split = [f"{one.id}~{other.id}" for one, other in pairs if one.group != other.group]
    print(f"near-duplicates across groups: {', '.join(split) or 'none'}")


if __name__ == "__main__":
    main()
