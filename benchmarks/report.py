"""How long the whole report takes on many stored readings, and how much memory.

    python benchmarks/report.py [--ads 100000 1000000]

Target: 1,000,000 readings, both languages, all forms, in at most 90 s and 3 GiB, growing no faster than linearly. The
store is filled with invented ads of about 1 kB first (not timed); the report runs in a process of its own, to measure
its own memory. docs/report.md says what was measured: a part that every report costs, about 0.2 ms for each of the
100,000 newest ads (those compared with each other), and a fifth of that for each ad beyond.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from classifier.cue_lexicon import load_indicators
from classifier.skills import taxonomy
from crawler.store import open_store
from reports.make import Order, report_on

READER = "benchmark"
LABELS = ("genuine_freelance", "disguised_employment", "open_employment", "out_of_scope", "uncertain")
SOURCES = tuple(f"annunci{number}.esempio.test" for number in range(12))
SECTORS = ("ecommerce", "legal", "coaching", "real_estate")
SYLLABLES = ("ca", "re", "so", "ti", "lo", "ma", "ne", "pu", "vi", "da", "ge", "fo", "zi", "ba", "co")
CONFUSION = [[232, 14, 8, 6], [10, 201, 14, 9], [6, 12, 170, 4], [5, 9, 3, 150]]
CARD = {"key": READER, "validation": {"all": {"confusion": CONFUSION}}}
SEEN = "2026-11-21T06:00:00+00:00"

Row = dict[str, Any]


def main() -> None:
    """Fill a store for each number of ads, and measure in a new process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ads", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--measure", type=Path, nargs=2, metavar=("STORE", "OUT"), help="of a store that is filled")
    arguments = parser.parse_args()
    if arguments.measure:
        measure(*arguments.measure)
        return
    for ads in arguments.ads:
        with tempfile.TemporaryDirectory() as folder:
            store = Path(folder, "store.sqlite")
            fill(store, ads)
            print(f"{ads} readings, {store.stat().st_size / 2**20:.0f} MiB of store", flush=True)
            subprocess.run([sys.executable, __file__, "--measure", str(store), str(Path(folder, "out"))], check=True)


def measure(path: Path, out: Path) -> None:
    """Make the report; print the time of each step, seconds in all and peak memory."""
    started = time.perf_counter()

    def progress(line: str) -> None:
        print(f"  {time.perf_counter() - started:6.1f} s: {line}", flush=True)

    files = report_on(open_store(str(path)), READER, CARD, Order(out), progress)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    wall, worked = time.perf_counter() - started, time.process_time()
    print(
        f"  {wall:6.1f} s in all ({worked:.1f} s of processor), at most {peak:.0f} MiB, {len(files)} files", flush=True
    )


def fill(path: Path, ads: int) -> None:
    """Fill a store with invented ads and their readings."""
    open_store(str(path)).engine.dispose()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA synchronous=OFF")
    tables = ("ads", "versions", "readings")
    names = {table: [row[1] for row in connection.execute(f"PRAGMA table_info({table})")] for table in tables}
    rows = invent(ads)
    while chunk := list(itertools.islice(rows, 20_000)):
        for at, table in enumerate(tables):
            values = [[row[at].get(name, "") for name in names[table]] for row in chunk]
            connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(names[table]))})", values)
        connection.commit()
    connection.close()


def invent(ads: int) -> Iterator[tuple[Row, Row, Row]]:
    """Yield an ad, its version and its reading, `ads` times; a third are reposts of others."""
    dice = random.Random(7)
    cues, skills = sorted(load_indicators()), sorted(taxonomy())
    words = ["".join(dice.choices(SYLLABLES, k=dice.randint(1, 4))) for _ in range(5000)]
    texts = [" ".join(words[int(dice.random() ** 3 * len(words))] for _ in range(170)) for _ in range(20_000)]
    for number in range(1, ads + 1):
        yield _ad(number, dice), _version(number, ads, texts, dice), _reading(number, cues, skills, dice)


def _ad(number: int, dice: random.Random) -> Row:
    url = f"https://annunci.esempio.test/annuncio/{number}.html"
    status = dice.choice(("open", "expired"))
    return {"id": number, "source": dice.choice(SOURCES), "identifier": str(number), "url": url, "status": status,
            "first_seen": SEEN, "last_seen": SEEN, "version_id": number}  # fmt: skip


def _version(number: int, ads: int, texts: list[str], dice: random.Random) -> Row:
    day = (date(2026, 11, 20) - timedelta(days=dice.randrange(540))).isoformat()
    group = dice.randrange(ads * 2 // 3 + 1)
    return {"id": number, "ad_id": number, "content_hash": f"{number:064d}", "seen_at": SEEN, "date_posted": day,
            "title": f"Assistente virtuale {group}", "description": f"{texts[group % len(texts)]} {group}",
            "hiring_organization": f"Studio {group // 4}", "employment_type": "[]", "base_salary": None}  # fmt: skip


def _reading(number: int, cues: list[str], skills: list[str], dice: random.Random) -> Row:
    label = dice.choices(LABELS, (30, 30, 20, 12, 8))[0]
    pay = round(dice.lognormvariate(2.4, 0.5), 2) if dice.random() < 0.5 else None
    found = sorted(dice.sample(cues, 6))
    spans = [{"indicator": cue, "text": "dal lunedì al venerdì 9-18", "start": 3, "end": 29, "direction": label,
              "weight": 1.2} for cue in found]  # fmt: skip
    return {"version_id": number, "reader": READER, "in_search": 1, "label": label, "confidence": 0.8, "pay_min": pay,
            "language": dice.choices(("it", "en", "other"), (60, 37, 3))[0], "pay_max": pay,
            "currency": "EUR" if pay else None, "pay_unit": "hour" if pay else None, "rate_date": None,
            "pay_kind": "time" if pay else None, "basis": dice.choices(("unknown", "gross", "net"), (70, 20, 10))[0],
            "eur_min": pay, "eur_max": pay, "tier": dice.choices(("A", "B", "C"), (70, 20, 10))[0] if pay else None,
            "skill_level": dice.randrange(4), "skills": json.dumps(sorted(dice.sample(skills, 4))),
            "fee_kind": "kit" if number % 50 == 0 else "none", "fee_min": 49.0 if number % 100 == 0 else None,
            "fee_max": None, "fee_currency": "EUR" if number % 100 == 0 else None,
            "hours_week": dice.choice((None, None, 10.0, 25.0, 40.0)),
            "sectors": json.dumps(dice.sample(SECTORS, dice.randrange(3))),
            "indicators": json.dumps(found), "evidence": json.dumps(spans)}  # fmt: skip


if __name__ == "__main__":
    main()
