"""Pay: ours, price-parser and JobSpy's last `extract_salary` on the shared cases; ours on ads and on hostile text.

    python benchmarks/pay.py                      all tables; cases and real ads from ../shared when it is there
    python benchmarks/pay.py --shared DIR --misses

The other tools are no dependency of ours: `pip install price-parser==0.5.1 python-jobspy==1.3.0 google-re2` in an
environment of its own, and run this file there; a tool that is not installed is named and left out. All tools are timed
in turns, round by round, so that a busy machine is as slow for one as for the other.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from classifier.compiled import fresh  # noqa: E402
from classifier.pay import main_pay  # noqa: E402
from classifier.text import compose  # noqa: E402

Tool = Callable[[str, str], "Read"]
ROUNDS = 15


class Read(NamedTuple):
    """What a tool reads; None where it reads nothing or does not offer it."""

    low: float | None = None
    high: float | None = None
    currency: str | None = None
    unit: str | None = None
    kind: str = "none"


def ours(text: str, language: str) -> Read:
    """Read a text with VeraVA."""
    pay = main_pay(text, language)
    return Read(pay.min, pay.max, pay.currency, pay.unit, pay.kind) if pay else Read()


def price_parser() -> Tool:
    """Read a text with price-parser."""
    price = importlib.import_module("price_parser").Price

    def read(text: str, _language: str) -> Read:
        amount = price.fromstring(text).amount_float
        return Read(amount, amount)

    return read


def jobspy() -> Tool:
    """Read a text with JobSpy."""
    extract = importlib.import_module("jobspy.util").extract_salary
    units = {"hourly": "hour", "monthly": "month", "yearly": "year"}

    def read(text: str, _language: str) -> Read:
        interval, low, high, currency = extract(text)
        return Read(low, high, currency, units.get(interval), "time" if low else "none")

    return read


TOOLS: dict[str, Callable[[], Tool]] = {"VeraVA": lambda: ours, "price-parser": price_parser, "JobSpy": jobspy}


def rows(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a JSON Lines file."""
    return [json.loads(line) for line in path.open(encoding="utf-8")] if path.is_file() else []


def same(got: float | None, wanted: float | None) -> bool:
    """Return whether two bounds are equal."""
    return got is wanted if got is None or wanted is None else abs(got - wanted) < 1e-6


def exact(read: Read, wanted: dict[str, Any]) -> bool:
    """Return whether both bounds are right."""
    return same(read.low, wanted["min"]) and same(read.high, wanted["max"])


def whole(read: Read, wanted: dict[str, Any]) -> bool:
    """Return whether currency, unit and kind are right too."""
    return exact(read, wanted) and read[2:] == (wanted["currency"], wanted["unit"], wanted["kind"])


def share(hits: int, of: int) -> str:
    """Return a count and its share as text."""
    return f"{hits:4d}/{of:<4d} {hits / of:6.1%}" if of else "      -"


def cases(shared: Path, *, misses: bool) -> None:
    """Print the table of the shared cases."""
    found = rows(shared / "pay" / "cases_dev.jsonl")
    if not found:
        print("cases: not there, skipped")
        return
    stated = [row for row in found if row["expect"]["min"] is not None or row["expect"]["max"] is not None]
    silent = [row for row in found if row not in stated]
    decoys = [row for row in stated if any("distractor" in tag for tag in row["tags"])]
    print(
        f"{'cases':14s} {'amount exact':>17s} {'+ cur, unit, kind':>18s} {'false number':>17s} "
        f"{'decoys exact':>17s} {'µs/text':>8s}"
    )
    tools = dict(installed())
    times = timed(tools, [(row["text"], row["language"]) for row in found])
    for name, tool in tools.items():
        cells = [
            share(sum(exact(tool(row["text"], row["language"]), row["expect"]) for row in stated), len(stated)),
            share(sum(whole(tool(row["text"], row["language"]), row["expect"]) for row in stated), len(stated)),
            share(sum(tool(row["text"], row["language"])[:2] != (None, None) for row in silent), len(silent)),
            share(sum(exact(tool(row["text"], row["language"]), row["expect"]) for row in decoys), len(decoys)),
        ]
        print(f"{name:14s} {' '.join(f'{cell:>17s}' for cell in cells)} {times[name]:8.1f}")
    confusion = Counter((row["expect"]["kind"], ours(row["text"], row["language"]).kind) for row in found)
    print("kinds (wanted → read): " + ", ".join(f"{a} → {b} {n}" for (a, b), n in sorted(confusion.items())))
    for row in found if misses else []:
        read = ours(row["text"], row["language"])
        if not whole(read, row["expect"]) and not (row in silent and read.kind == row["expect"]["kind"]):
            print("   ", row["id"], read, row["text"][:90])


def ads(name: str, found: list[dict[str, Any]], *, misses: bool) -> None:
    """Score ours on whole ads: `pay` a statement, null (nothing may be read) or a string (not scored)."""
    for language in ("en", "it"):
        mine = [row for row in found if row["language"] == language and not isinstance(row["pay"], str)]
        read = {row["id"]: ours(compose(row, language), language) for row in mine}
        stated = [row for row in mine if row["pay"]]
        silent = [row for row in mine if not row["pay"]]
        right = [row for row in stated if exact(read[row["id"]], row["pay"])]
        false = [row for row in silent if read[row["id"]][:2] != (None, None)]
        print(
            f"{name:12s} {language}  min and max exact {share(len(right), len(stated))}   false pay "
            f"{share(len(false), len(silent))}"
        )
        for row in [row for row in stated if row not in right] + false if misses else []:
            print(
                "   ",
                row["id"],
                "wanted",
                row["pay"] and (row["pay"]["min"], row["pay"]["max"]),
                "read",
                read[row["id"]],
            )


def installed() -> Iterator[tuple[str, Tool]]:
    """Return the tools that are installed."""
    for name, make in TOOLS.items():
        try:
            yield name, make()
        except ImportError as error:
            print(f"{name:14s} not installed ({error}); see the head of this file")


def timed(tools: dict[str, Tool], texts: list[tuple[str, str]]) -> dict[str, float]:
    """Return microseconds of processor time a text for each tool, the best of several rounds in turns."""
    best = dict.fromkeys(tools, float("inf"))
    for _ in range(ROUNDS):
        for name, tool in tools.items():
            began = time.process_time()
            for text, language in texts:
                tool(text, language)
            best[name] = min(best[name], time.process_time() - began)
    return {name: taken / len(texts) * 1e6 for name, taken in best.items()}


HOSTILE = {
    "digits": "1" * 50,
    "thousands": "1.000." * 9,
    "ranges": "1-2-3-4-5 ",
    "euros": "€ €5 € ",
    "words": "euro ",
    "cents": "cent due ",
    "number words": "due mila cento euro ",
    "letters": "a" * 50,
    "blanks": " " * 50,
    "lines": "\n" * 50,
    "pay": "pay: 5 ",
    "budget": "budget 1 2 3 ",
    "percent": "5% ",
    "signs": "$" * 50,
    "open": "fino a da fino a 5 ",
    "commission": "commission rate ",
}
"""Pieces of which hostile texts are made."""


def hostile() -> None:
    """Time 12.5, 25 and 50 kB of each kind of hostile text: a linear reader doubles."""
    print(f"{'hostile':14s} {'12.5 kB':>9s} {'25 kB':>9s} {'50 kB':>9s}  ms")
    for name, piece in HOSTILE.items():
        cells = []
        for size in (12_500, 25_000, 50_000):
            text = (piece * (size // len(piece) + 1))[:size]
            began = time.perf_counter()
            main_pay(text, "it")
            cells.append((time.perf_counter() - began) * 1e3)
        print(f"{name:14s} {' '.join(f'{cell:9.1f}' for cell in cells)}")


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--shared", type=Path, default=ROOT.parent / "shared", help="folder of the shared cases and ads"
    )
    parser.add_argument("--misses", action="store_true", help="print what is read wrong")
    parser.add_argument("--no-corpus", action="store_true", help="leave the corpus out")
    options = parser.parse_args()
    print(f"VeraVA runs {'compiled' if fresh(ROOT / 'classifier') else 'interpreted; `make` compiles it'}")
    cases(options.shared, misses=options.misses)
    real = [row for name in ("dev_en", "dev_it") for row in rows(options.shared / "real_ads" / f"{name}.jsonl")]
    if real:
        ads("real ads", real, misses=options.misses)
        times = timed(dict(installed()), [(row["text"], row["language"]) for row in real])
        for name, taken in times.items():
            print(f"{name:14s} {taken:8.1f} µs/real ad")
    if not options.no_corpus:
        for path in sorted((ROOT / "data" / "corpus").glob("*.jsonl")):
            found = [row for row in rows(path) if "pay" in row]
            ads(path.stem[:12], found, misses=options.misses)
    hostile()


if __name__ == "__main__":
    main()
