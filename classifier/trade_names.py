"""The names of other trades: `data/lexicons/trades.toml` spelt out, in number and gender.

English names are compared word by word, Italian ones without their endings (`stems.stem`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Final

from classifier.stems import stem
from crawler.paths import data_path

Table = dict[str, list[tuple[list[str], bool]]]
"""First word → the names that begin so, the longest first, each with whether it is another trade or only looks so."""

NO_TRADE: Final = "no_trade"
"""The group of names that hold a trade's name and are none, or are business support."""
_CHOICE: Final = re.compile(r"\(([^)]*)\)")
_WORD: Final = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class TradeNames:
    """The names, and the short lists of words around them."""

    english: Table
    """Names that end in what they are about."""
    italian: Table
    """Names that begin with what they are about, as stems."""
    seek: frozenset[str]
    """Words before what is sought."""
    seeker: frozenset[str]
    """Words behind him who seeks."""
    stop: frozenset[str]
    """Words that begin another phrase: a trade behind them is the client, or where the work is."""
    after: frozenset[str]
    """Words that may stand behind an English trade that is sought; any other makes the trade its attribute."""
    before: frozenset[str]
    """Words that may stand before an Italian trade that a title seeks."""
    support: frozenset[str]
    """Words of business support."""
    gender: frozenset[str]
    """Endings behind a stroke ("addetto/a")."""
    english_ends: frozenset[str]
    """Last words of the English names of trades: without one of them no trade is named."""
    italian_ends: frozenset[str]
    """Last words of the Italian ones, as stems."""

    def may_end(self, word: str) -> bool:
        """Tell whether the name of a trade may end with `word`."""
        return word in self.english_ends or stem(word) in self.italian_ends


@cache
def trade_names() -> TradeNames:
    """Return the names of `data/lexicons/trades.toml`."""
    groups = tomllib.loads(data_path("lexicons", "trades.toml").read_text(encoding="utf-8"))
    lists = {name: frozenset(words.split()) for name, words in groups.pop("words").items()}
    english: dict[tuple[str, ...], bool] = {}
    italian: dict[tuple[str, ...], bool] = {}
    for group, entry in sorted(groups.items(), key=lambda pair: pair[0] == NO_TRADE):
        for name in spell(entry.get("en", "")):
            english |= dict.fromkeys(english_forms(name), group != NO_TRADE)
        for name in spell(entry.get("it", "")):
            italian |= dict.fromkeys(italian_stems(name), group != NO_TRADE)
    return TradeNames(
        _table(english), _table(italian), lists["seek"], lists["seeker"], lists["stop"], lists["after"],
        lists["before"], lists["support"], lists["gender"], _ends(english), _ends(italian),
    )  # fmt: skip


def spell(entries: str) -> Iterator[list[str]]:
    """Yield the names that `entries` stand for, word by word; "(a|b)_c" stands for two.

    >>> list(spell("chef (head|dental)_nurse"))
    [['chef'], ['head', 'nurse'], ['dental', 'nurse']]
    """
    for entry in entries.split():
        pieces = _CHOICE.split(entry)
        choices = [piece.split("|") if number % 2 else [piece] for number, piece in enumerate(pieces)]
        for chosen in product(*choices):
            yield _WORD.findall("".join(chosen))


def english_forms(name: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield one and many of an English name, and women beside men.

    >>> [" ".join(form) for form in english_forms(["night", "watchman"])][:3]
    ['night watchman', 'night watchmen', 'night watchwoman']
    """
    *head, last = name
    if last.endswith("man"):
        forms = [last, *(last[:-3] + end for end in ("men", "woman", "women", "person"))]
    elif re.search(r"(?:s|x|z|ch|sh)$", last):
        forms = [last, last + "es"]
    elif re.search(r"[^aeiou]y$", last):
        forms = [last, last[:-1] + "ies"]
    else:
        forms = [last, last + "s"]
    for form in forms:
        yield (*head, form)


def italian_stems(name: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the stems of an Italian name; the first word is also put in the forms that a stem does not cover.

    >>> [" ".join(form) for form in italian_stems(["saldatore"])]
    ['saldator', 'saldatric']
    """
    first, *rest = name
    forms = [first]
    if first.endswith("tore"):
        forms.append(first[:-3] + "rice")
    if re.search(r"[cg][oa]$", first):
        forms.append(first[:-1] + "he")
    for form in forms:
        yield (stem(form), *map(stem, rest))


def _ends(names: dict[tuple[str, ...], bool]) -> frozenset[str]:
    return frozenset(name[-1] for name, trade in names.items() if trade)


def _table(names: dict[tuple[str, ...], bool]) -> Table:
    table: Table = {}
    for name, trade in sorted(names.items(), key=lambda pair: -len(pair[0])):
        table.setdefault(name[0], []).append((list(name), trade))
    return table
